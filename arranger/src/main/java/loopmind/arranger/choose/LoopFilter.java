package loopmind.arranger.choose;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.Loop;

/** Narrows a library to what somebody named. */
public final class LoopFilter {

  private LoopFilter() {}

  /** The loops that answer to one of the words or names; all of them where none is given. */
  public static List<Loop> only(List<Loop> loops, List<String> wordsOrNames) {
    if (wordsOrNames.isEmpty()) {
      return loops;
    }
    return loops.stream()
        .filter(loop -> wordsOrNames.stream().anyMatch(w -> answers(loop, w)))
        .toList();
  }

  /**
   * The loop of that name: without case, underscore, hyphen or ending; empty where there is none.
   */
  public static Optional<Loop> named(List<Loop> loops, String name) {
    String wanted = plain(name);
    return loops.stream()
        .filter(loop -> plain(loop.name()).equals(wanted))
        .findFirst()
        .or(() -> loops.stream().filter(loop -> plain(loop.name()).contains(wanted)).findFirst());
  }

  private static boolean answers(Loop loop, String words) {
    if (plain(loop.name()).equals(plain(words))) {
      return true;
    }
    Set<String> said = new HashSet<>(WordMatch.split(loop.path().toString()));
    loop.inside().ifPresent(inside -> said.addAll(WordMatch.split(inside)));
    said.add(loop.instrument());
    said.add(loop.role().word());
    loop.tags().forEach(tag -> said.add(tag.word()));
    return said.containsAll(WordMatch.split(words));
  }

  /** A name as it is compared: small letters and digits, without the ending of a file. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("\\.(wav|aiff?|flac|mp3|ogg|opus|m4a)$", "")
        .replaceAll("[^a-z0-9#]", "");
  }
}
