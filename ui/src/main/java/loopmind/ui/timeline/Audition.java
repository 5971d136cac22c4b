package loopmind.ui.timeline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import loopmind.arranger.loop.Loop;

/** Plays one loop as it is. */
final class Audition extends Button {

  private static final long serialVersionUID = 1L;

  Audition(Loop loop) {
    super("▶");
    addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    setAriaLabel("Hear " + loop.name());
    addClickListener(
        event ->
            getElement()
                .executeJs(
                    "document.dispatchEvent(new CustomEvent('loop-audition', {detail: {url: $0, id: $1}}))",
                    url(loop),
                    loop.id().text()));
  }

  /** Where the sound of a loop is. */
  static String url(Loop loop) {
    return "api/v1/library/loops/%s/audio".formatted(loop.id().text().replace("#", "%23"));
  }
}
