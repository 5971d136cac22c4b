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
import loopmind.arranger.loop.LoopId;
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
          "my",
          "this",
          "one",
          "but");

  private static final double NAME = 1, NAME_PART = 0.7, FOLDER = 0.5, ROLE = 0.9;

  /** What is left of a word when its forms are set aside: kicks → kick. */
  private static final int SHORTEST_STEM = 3;

  private final List<Loop> loops;
  private final Map<LoopId, List<String>> nameWords = new HashMap<>();
  private final Map<LoopId, Set<String>> folderWords = new HashMap<>();

  /**
   * @param loops that are looked through, again and again
   */
  WordFit(List<Loop> loops) {
    this.loops = loops;
    for (Loop loop : loops) {
      nameWords.put(loop.id(), stems(loop.name()));
      folderWords.put(loop.id(), Set.copyOf(stems(place(loop))));
    }
  }

  /** What a query wants; blank where it says nothing. */
  Wanted wanted(String query) {
    Set<String> words = new LinkedHashSet<>(wordsOf(query));
    words.removeAll(FILLERS);
    return new Wanted(words.stream().map(this::answered).toList());
  }

  /** Asks all loops for a word; one that few answer says more than one that many do. */
  private Answered answered(String word) {
    Asked asked = new Asked(word, stem(word), positive(word), meaning(word));
    Map<LoopId, Evidence> answers = new HashMap<>();
    Map<LoopId, Double> names = new HashMap<>();
    for (Loop loop : loops) {
      Evidence evidence = evidence(loop, asked);
      if (evidence.share() > 0) {
        answers.put(loop.id(), evidence);
      }
      double name =
          isTagged(loop, asked) ? NAME : named(loop, asked).map(Evidence::share).orElse(0.0);
      if (name > 0) {
        names.put(loop.id(), name);
      }
    }
    return new Answered(
        answers, names, Math.log(1 + (loops.size() + 1.0) / (answers.size() + 1.0)));
  }

  /**
   * A word of a query; what it means is found out once, and not for each loop.
   *
   * @param stem without its plural
   * @param positive dark where the word is darker
   * @param meant the instrument that it names
   */
  private record Asked(String word, String stem, String positive, Optional<Clues.RoleClue> meant) {}

  /**
   * @param answers of the loops that answer the word
   * @param names of the loops whose names have it, how well
   * @param weight of the word among those of the query
   */
  record Answered(Map<LoopId, Evidence> answers, Map<LoopId, Double> names, double weight) {}

  /**
   * @param words that say something, in their order
   */
  record Wanted(List<Answered> words) {
    boolean isBlank() {
      return words.isEmpty();
    }
  }

  /** The share of the words that the loop answers, and the reasons; 0 where it answers none. */
  double share(Loop loop, Wanted wanted, List<String> reasons) {
    double sum = 0;
    double all = 0;
    for (Answered word : wanted.words()) {
      Evidence evidence = word.answers().getOrDefault(loop.id(), Evidence.silent(0));
      sum += word.weight() * evidence.share();
      all += word.weight();
      evidence.reason().filter(reason -> !reasons.contains(reason)).ifPresent(reasons::add);
    }
    return all == 0 ? 0 : sum / all;
  }

  /** Whether the user gave it that word: only what they say has no doubt at all. */
  private static boolean isTagged(Loop loop, Asked word) {
    return loop.tags().stream()
        .anyMatch(tag -> tag.confidence() == 1 && stem(tag.word()).equals(word.stem()));
  }

  /** The share of the words that the name of the loop has, or the user's tags. */
  double called(Loop loop, Wanted wanted) {
    double sum = 0;
    double all = 0;
    for (Answered word : wanted.words()) {
      sum += word.weight() * word.names().getOrDefault(loop.id(), 0.0);
      all += word.weight();
    }
    return all == 0 ? 0 : sum / all;
  }

  private Evidence evidence(Loop loop, Asked word) {
    List<Evidence> all = new ArrayList<>();
    for (Tag tag : loop.tags()) {
      if (stem(tag.word()).equals(word.stem()) || tag.word().equals(word.positive())) {
        all.add(
            Evidence.of(
                tag.confidence(),
                "sounds " + tag.word() + " (" + Math.round(tag.confidence() * 100) + " %)"));
      }
    }
    String role = loop.role().word();
    if (stem(loop.instrument()).equals(word.stem())
        || word.meant().map(clue -> clue.instrument().equals(loop.instrument())).orElse(false)) {
      all.add(Evidence.of(1, "it is a " + loop.instrument()));
    } else if (stem(role).equals(word.stem())) {
      all.add(Evidence.of(ROLE * loop.roleConfidence(), "its role is " + role));
    }
    named(loop, word).ifPresent(all::add);
    if (folderWords.get(loop.id()).contains(word.stem())) {
      all.add(Evidence.of(FOLDER, "its folder says " + word.word()));
    }
    return all.stream()
        .max(java.util.Comparator.comparingDouble(Evidence::share))
        .orElse(Evidence.silent(0));
  }

  private Optional<Evidence> named(Loop loop, Asked asked) {
    String word = asked.word();
    List<String> parts = nameWords.get(loop.id());
    if (parts.contains(asked.stem())) {
      return Optional.of(Evidence.of(NAME, "its name says " + word));
    }
    boolean partly =
        word.length() >= SHORTEST_STEM && parts.stream().anyMatch(part -> part.startsWith(word));
    return partly
        ? Optional.of(Evidence.of(NAME_PART, "its name begins with " + word))
        : Optional.empty();
  }

  /** What a word is in the language of file names: reese is a bass. */
  private static Optional<Clues.RoleClue> meaning(String word) {
    return Clues.of(Path.of(word), Optional.empty()).roles().stream().findFirst();
  }

  private static String positive(String word) {
    return word.endsWith("ier")
        ? word.substring(0, word.length() - 3) + "y"
        : word.endsWith("er") ? word.substring(0, word.length() - 2) : word;
  }

  private static String stem(String word) {
    return word.length() > SHORTEST_STEM && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static String place(Loop loop) {
    return loop.path() + "/" + loop.inside().orElse("");
  }

  private static List<String> stems(String text) {
    return wordsOf(text).stream().map(WordFit::stem).toList();
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
