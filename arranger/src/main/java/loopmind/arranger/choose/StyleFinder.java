package loopmind.arranger.choose;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;

/** Finds the style someone means: by name, by a word within what they said, else by meaning. */
public final class StyleFinder {

  private final Styles styles;
  private final SentenceEncoder encoder;

  public StyleFinder(Styles styles, SentenceEncoder encoder) {
    this.styles = styles;
    this.encoder = encoder;
  }

  /**
   * What was found.
   *
   * @param style the style
   * @param note a sentence where the style is not known by that name
   */
  public record Found(Style style, Optional<String> note) {}

  /** The style meant by {@code said}, which is not blank. */
  public Found find(String said) {
    Optional<Style> known = styles.named(said).or(() -> within(said));
    if (known.isPresent()) {
      return new Found(known.get(), Optional.empty());
    }
    List<Style> all = styles.all();
    Style nearest =
        all.get(
            encoder.nearest(
                said + " music",
                all.stream().map(style -> style.name() + ": " + style.description()).toList()));
    return new Found(
        nearest,
        Optional.of(
            "I do not know the style \"%s\"; the nearest I know is %s."
                .formatted(said, nearest.name())));
  }

  /** The style whose name stands as whole words in the text, the longest such name first. */
  private Optional<Style> within(String said) {
    Set<String> words = WordMatch.split(said);
    return styles.all().stream()
        .filter(style -> words.containsAll(WordMatch.split(style.name())))
        .max(Comparator.comparingInt(style -> style.name().length()));
  }

  /** The style that moods alone suggest: most words in common, ambiguities by the first listed. */
  public Style forMoods(List<String> moods) {
    Set<String> wanted =
        moods.stream().map(mood -> mood.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return styles.all().stream()
        .max(
            Comparator.<Style>comparingLong(
                    style -> style.moods().stream().filter(wanted::contains).count())
                .thenComparing(style -> -styles.all().indexOf(style)))
        .orElseThrow();
  }
}
