package loopmind.library.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Tag;
import loopmind.library.listen.Clues;

/**
 * How well loops answer words: against what they sound like (tags, instrument, role) and what they
 * are called. Words that few loops answer weigh more: K. Spärck Jones, "A statistical
 * interpretation of term specificity", Journal of Documentation 28 (1972).
 */
final class WordFit {

  private static final Set<String> FILLERS =
      Set.of(
          "a",
          "an",
          "the",
          "and",
          "or",
          "with",
          "for",
          "of",
          "in",
          "at",
          "to",
          "some",
          "me",
          "something",
          "sound",
          "sounds",
          "sounding",
          "loop",
          "loops",
          "sample",
          "samples",
          "like",
          "find",
          "give",
          "i",
          "want",
          "that",
          "is",
          "very",
          "more",
          "bpm",
          "key",
          "my");

  private static final double NAME = 1, NAME_PART = 0.7, FOLDER = 0.5, ROLE = 0.9;

  /** What is left of a word when its forms are set aside: kicks → kick. */
  private static final int SHORTEST_STEM = 3;

  private final List<String> words;
  private final Map<String, Double> weights = new HashMap<>();

  WordFit(String query, List<Loop> loops) {
    Set<String> wanted = new LinkedHashSet<>(wordsOf(query));
    wanted.removeAll(FILLERS);
    words = List.copyOf(wanted);
    for (String word : words) {
      long answering = loops.stream().filter(loop -> evidence(loop, word).share() > 0).count();
      weights.put(word, Math.log(1 + (loops.size() + 1.0) / (answering + 1.0)));
    }
  }

  /** Whether the query says anything at all. */
  boolean isBlank() {
    return words.isEmpty();
  }

  /** The share of the words that the loop answers, and the reasons; 0 where it answers none. */
  double share(Loop loop, List<String> reasons) {
    double sum = 0;
    double all = 0;
    for (String word : words) {
      Evidence evidence = evidence(loop, word);
      double weight = weights.get(word);
      sum += weight * evidence.share();
      all += weight;
      evidence.reason().filter(reason -> !reasons.contains(reason)).ifPresent(reasons::add);
    }
    return all == 0 ? 0 : sum / all;
  }

  private static Evidence evidence(Loop loop, String word) {
    List<Evidence> all = new ArrayList<>();
    for (Tag tag : loop.tags()) {
      if (same(tag.word(), word)) {
        all.add(
            Evidence.of(
                tag.confidence(),
                "sounds %s (%d %%)".formatted(tag.word(), Math.round(tag.confidence() * 100))));
      }
    }
    Optional<Clues.RoleClue> meant = meaning(word);
    String role = loop.role().word();
    if (same(loop.instrument(), word)
        || meant.map(clue -> clue.instrument().equals(loop.instrument())).orElse(false)) {
      all.add(Evidence.of(1, "it is a %s".formatted(loop.instrument())));
    } else if (same(role, word)) {
      all.add(Evidence.of(ROLE * loop.roleConfidence(), "its role is %s".formatted(role)));
    }
    named(loop.name(), word).ifPresent(all::add);
    for (Path part : loop.path()) {
      if (wordsOf(part.toString()).stream().anyMatch(other -> same(other, word))) {
        all.add(Evidence.of(FOLDER, "its folder says %s".formatted(word)));
        break;
      }
    }
    return all.stream()
        .max(java.util.Comparator.comparingDouble(Evidence::share))
        .orElse(Evidence.silent(0));
  }

  private static Optional<Evidence> named(String name, String word) {
    List<String> parts = wordsOf(name);
    if (parts.stream().anyMatch(part -> same(part, word))) {
      return Optional.of(Evidence.of(NAME, "its name says %s".formatted(word)));
    }
    boolean partly =
        word.length() >= SHORTEST_STEM && parts.stream().anyMatch(part -> part.startsWith(word));
    return partly
        ? Optional.of(Evidence.of(NAME_PART, "its name begins with %s".formatted(word)))
        : Optional.empty();
  }

  /** What a word is in the language of file names: reese is a bass. */
  private static Optional<Clues.RoleClue> meaning(String word) {
    return Clues.of(Path.of(word), Optional.empty()).roles().stream().findFirst();
  }

  private static boolean same(String one, String other) {
    return stem(one).equals(stem(other));
  }

  private static String stem(String word) {
    return word.length() > SHORTEST_STEM && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static List<String> wordsOf(String text) {
    List<String> words = new ArrayList<>();
    // thePadLoop, 808Bass and lo-fi_keys are words grown together
    String apart = text.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
    for (String word : apart.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}#]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
