package loopmind.ui.timeline;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;

/** The studio. */
@Route("")
@PageTitle("LoopMind")
public final class StudioView extends Div {

  private static final long serialVersionUID = 1L;

  StudioView() {
    setText("LoopMind");
  }
}
