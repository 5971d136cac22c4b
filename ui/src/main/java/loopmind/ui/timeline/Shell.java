package loopmind.ui.timeline;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** What every page has: push, so that what others do is seen at once; looks; an icon. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("studio/studio.css")
public final class Shell implements AppShellConfigurator {

  private static final long serialVersionUID = 1L;

  @Override
  public void configurePage(AppShellSettings page) {
    page.addFavIcon("icon", "studio/icon.svg", "any");
  }
}
