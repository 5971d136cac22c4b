package loopmind.ui.timeline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import loopmind.arranger.loop.Loop;
import tools.jackson.databind.json.JsonMapper;

/** One sound of the library: heard, seen, dragged to the timeline, and asked for its like. */
final class LoopRow extends Div {

  private static final long serialVersionUID = 1L;

  /** The browser's part: an outline on a canvas. */
  @Tag("loop-wave")
  private static final class Wave extends Component {
    private static final long serialVersionUID = 1L;

    Wave(String outline) {
      getElement().setAttribute("aria-hidden", "true");
      getElement().setAttribute("outline", outline);
    }
  }

  /**
   * @param outline of its sound, for drawing; empty where it is not known
   * @param like told when its like is wanted
   */
  LoopRow(Loop loop, Optional<String> outline, Consumer<Loop> like) {
    addClassName("sound");
    getElement().setAttribute("draggable", "true");
    getElement().setAttribute("data-loop", carried(loop));
    Span name = new Span(loop.name());
    name.addClassName("name");
    name.setTitle(loop.path() + loop.inside().map(inside -> " › " + inside).orElse(""));
    Span facts = new Span(facts(loop));
    facts.addClassName("facts");
    Div text = new Div(name, facts);
    text.addClassName("row");
    Button similar = new Button("≈", event -> like.accept(loop));
    similar.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    similar.setAriaLabel("More like " + loop.name());
    similar.setTooltipText("More like this");
    add(new Audition(loop), new Wave(outline.orElse("")), text, similar);
  }

  /** What a drag carries to the timeline. */
  private static String carried(Loop loop) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("id", loop.id().text())
        .put("name", loop.name())
        .put("role", loop.role().word())
        .toString();
  }

  private static String facts(Loop loop) {
    StringBuilder facts = new StringBuilder(loop.role().word());
    loop.tempo()
        .ifPresent(
            tempo -> facts.append(String.format(Locale.ROOT, " · %.0f BPM", tempo.bpm().value())));
    loop.key().ifPresent(key -> facts.append(" · ").append(key.key().text()));
    return facts.toString();
  }
}
