package loopmind.ui.timeline;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.function.Consumer;

/** The sounds of the library on a plane: what sounds alike lies close. Heard under the pointer. */
final class MapDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /**
   * @param chosen told the id of a sound that more is wanted of
   */
  MapDialog(Consumer<String> chosen) {
    setHeaderTitle("Map of sounds");
    setWidth("min(1100px, 94vw)");
    setHeight("min(820px, 92vh)");
    setResizable(true);
    Plane plane = new Plane(chosen);
    add(plane);
    getFooter().add(new Button("Close", event -> close()));
  }

  /** The custom element; it asks for the map itself. */
  @Tag("sound-map")
  static final class Plane extends Component {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<String> chosen;

    Plane(Consumer<String> chosen) {
      this.chosen = chosen;
    }

    /** From the element: more is wanted of a sound. */
    @ClientCallable
    void choose(String id) {
      chosen.accept(id);
    }
  }
}
