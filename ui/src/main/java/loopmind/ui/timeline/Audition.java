package loopmind.ui.timeline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import loopmind.arranger.loop.Loop;

/** Plays one loop as it is. */
final class Audition extends Button {

  private static final long serialVersionUID = 1L;

  Audition(Loop loop) {
    super("▶");
    String url = "api/v1/library/loops/%s/audio".formatted(loop.id().text().replace("#", "%23"));
    addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    setAriaLabel("Hear " + loop.name());
    addClickListener(
        event ->
            getElement()
                .executeJs(
                    "document.dispatchEvent(new CustomEvent('loop-audition', {detail: {url: $0}}))",
                    url));
  }
}
