package loopmind.ui.timeline;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import loopmind.arranger.loop.Loop;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of the library: heard, seen, dragged to the timeline, and asked for its like. Drawn by the
 * browser out of a few words, because rows come by the hundred while somebody types or scrolls.
 */
final class LoopRow {

  private static final String TEMPLATE =
      """
      <div class="sound" draggable="true" data-loop="${item.carried}">
        <vaadin-button theme="tertiary small" aria-label="Hear ${item.name}"
          @click="${() => document.dispatchEvent(new CustomEvent('loop-audition', {detail: {url: item.url, id: item.id}}))}">▶</vaadin-button>
        <loop-wave aria-hidden="true" outline="${item.outline}"></loop-wave>
        <div class="row"><span class="name" title="${item.place}">${item.name}</span><span class="facts">${item.facts}</span></div>
        <vaadin-button theme="tertiary small" class="heart" aria-pressed="${item.favourite}" aria-label="Favourite: ${item.name}" title="Favourite" @click="${love}">${item.favourite ? '♥' : '♡'}</vaadin-button>
        <vaadin-button theme="tertiary small" aria-label="More about ${item.name}" title="Tags, rating, more like this" @click="${about}">⋯</vaadin-button>
      </div>
      """;

  private LoopRow() {}

  /**
   * @param outline of a loop's sound, for drawing; empty where it is not known
   * @param isFavourite of the user
   * @param love told when a loop is to be a favourite, or one no longer
   * @param about told when more of a loop is wanted
   */
  static Renderer<Loop> renderer(
      Function<Loop, Optional<String>> outline,
      Predicate<Loop> isFavourite,
      Consumer<Loop> love,
      Consumer<Loop> about) {
    return LitRenderer.<Loop>of(TEMPLATE)
        .withProperty("id", loop -> loop.id().text())
        .withProperty("name", Loop::name)
        .withProperty("place", LoopRow::place)
        .withProperty("facts", LoopRow::facts)
        .withProperty("carried", LoopRow::carried)
        .withProperty("url", Audition::url)
        .withProperty("outline", loop -> outline.apply(loop).orElse(""))
        .withProperty("favourite", isFavourite::test)
        .withFunction("love", love::accept)
        .withFunction("about", about::accept);
  }

  private static String place(Loop loop) {
    return loop.path() + loop.inside().map(inside -> " › " + inside).orElse("");
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
