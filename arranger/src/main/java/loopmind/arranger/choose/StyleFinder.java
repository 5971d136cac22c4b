package loopmind.arranger.choose;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loopmind.arranger.loop.Loop;
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

  /**
   * The style that a library is made for where none was said: the one that most of its names and
   * tempi speak for, and the moods where there are any.
   */
  public Style fromLibrary(List<Loop> loops, List<String> moods) {
    Set<String> wanted =
        moods.stream().map(mood -> mood.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    List<Loop> repeating = loops.stream().filter(Loop::repeats).toList();
    Style best = styles.all().getFirst();
    double bestScore = -1;
    for (Style style : styles.all()) {
      WordMatch name = new WordMatch(List.of(style.name()));
      double said = repeating.stream().mapToDouble(loop -> name.of(loop).score()).sum();
      double inTempo =
          repeating.stream().filter(loop -> style.holds(loop.tempo().orElseThrow().bpm())).count();
      double feeling = style.moods().stream().filter(wanted::contains).count();
      double score = (said + 0.3 * inTempo) / Math.max(1, repeating.size()) + 0.5 * feeling;
      if (score > bestScore + 1e-9) {
        bestScore = score;
        best = style;
      }
    }
    return best;
  }
}
