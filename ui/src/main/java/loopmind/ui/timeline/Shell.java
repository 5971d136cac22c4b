package loopmind.ui.timeline;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;

/** What holds for every page: pushed changes, looks. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("studio/studio.css")
public final class Shell implements AppShellConfigurator {

  private static final long serialVersionUID = 1L;
}
