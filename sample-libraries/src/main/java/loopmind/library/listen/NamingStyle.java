package loopmind.library.listen;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import loopmind.arranger.loop.Role;
import loopmind.library.listen.Clues.RoleClue;

/**
 * What somebody's own way of naming files says: that DrmLp means drums and Kyz means keys, learnt
 * from files of which it is known what they are. A part of a name says something where the files
 * that have it are mostly of one role, and more often than files are anyway; likewise for words of
 * sound colour.
 */
public final class NamingStyle {

  /** Too few files say nothing about how somebody names. */
  public static final int FEWEST_FILES = 30;

  private static final int FEWEST_WITH_PART = 3;
  private static final double LEAST_SHARE = 0.7, LEAST_LIFT = 1.6, DOUBT = 1.0;
  private static final double MOST_TRUST = 0.9;

  /** Knows nothing. */
  public static final NamingStyle NONE = new NamingStyle(Map.of(), Map.of());

  /**
   * A file of which it is known what it is.
   *
   * @param name of it, without its ending
   * @param role that it has
   * @param instrument lower-case word
   * @param words of sound colour that it deserves
   */
  public record Known(String name, Role role, String instrument, Set<String> words) {}

  private final Map<String, RoleClue> roles;
  private final Map<String, List<String>> words;

  private NamingStyle(Map<String, RoleClue> roles, Map<String, List<String>> words) {
    this.roles = roles;
    this.words = words;
  }

  /** Learns from files; {@link #NONE} where they are too few. */
  public static NamingStyle learn(Collection<Known> files) {
    if (files.size() < FEWEST_FILES) {
      return NONE;
    }
    Map<String, List<Known>> byPart = new TreeMap<>();
    for (Known file : files) {
      for (String part : parts(file.name())) {
        byPart.computeIfAbsent(part, any -> new ArrayList<>()).add(file);
      }
    }
    Map<Role, Integer> all = new HashMap<>();
    Map<String, Integer> allWords = new HashMap<>();
    for (Known file : files) {
      all.merge(file.role(), 1, Integer::sum);
      file.words().forEach(word -> allWords.merge(word, 1, Integer::sum));
    }
    Map<String, RoleClue> roles = new HashMap<>();
    Map<String, List<String>> words = new HashMap<>();
    byPart.forEach(
        (part, having) -> {
          if (having.size() >= FEWEST_WITH_PART) {
            learnRole(part, having, all, files.size(), roles);
            learnWords(part, having, allWords, files.size(), words);
          }
        });
    return new NamingStyle(Map.copyOf(roles), Map.copyOf(words));
  }

  private static void learnRole(
      String part,
      List<Known> having,
      Map<Role, Integer> all,
      int files,
      Map<String, RoleClue> roles) {
    Map<Role, Integer> counts = new TreeMap<>();
    having.forEach(file -> counts.merge(file.role(), 1, Integer::sum));
    Role role = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    int right = counts.getOrDefault(role, 0);
    double share = right / (having.size() + DOUBT);
    double usual = all.getOrDefault(role, 0) / (double) files;
    if (share >= LEAST_SHARE && share >= LEAST_LIFT * usual) {
      roles.put(part, new RoleClue(role, instrument(having, role), Math.min(MOST_TRUST, share)));
    }
  }

  /** The instrument that most of those of the role have. */
  private static String instrument(List<Known> having, Role role) {
    Map<String, Integer> counts = new TreeMap<>();
    having.stream()
        .filter(file -> file.role() == role)
        .forEach(file -> counts.merge(file.instrument(), 1, Integer::sum));
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static void learnWords(
      String part,
      List<Known> having,
      Map<String, Integer> all,
      int files,
      Map<String, List<String>> words) {
    Map<String, Integer> counts = new TreeMap<>();
    having.forEach(file -> file.words().forEach(word -> counts.merge(word, 1, Integer::sum)));
    List<String> said = new ArrayList<>();
    counts.forEach(
        (word, count) -> {
          double share = count / (having.size() + DOUBT);
          double usual = all.getOrDefault(word, 0) / (double) files;
          if (share >= LEAST_SHARE && share >= LEAST_LIFT * usual) {
            said.add(word);
          }
        });
    if (!said.isEmpty()) {
      words.put(part, List.copyOf(said));
    }
  }

  /** Whether it knows anything. */
  public boolean isEmpty() {
    return roles.isEmpty() && words.isEmpty();
  }

  /** What a name says in this style; nothing where it has no part that says anything. */
  public Clues of(String name) {
    List<RoleClue> found = new ArrayList<>();
    Set<String> said = new LinkedHashSet<>();
    for (String part : parts(name)) {
      RoleClue clue = roles.get(part);
      if (clue != null) {
        found.add(clue);
      }
      said.addAll(words.getOrDefault(part, List.of()));
    }
    found.sort((one, other) -> Double.compare(other.trust(), one.trust()));
    // parts of one name are one witness
    List<RoleClue> first = found.isEmpty() ? List.of() : List.of(found.getFirst());
    return new Clues(List.of(), List.of(), first, List.of(), List.copyOf(said));
  }

  /** What has been learnt, a line a part, for whoever wants to know. */
  public Map<String, String> said() {
    Map<String, String> said = new TreeMap<>();
    roles.forEach((part, clue) -> said.put(part, clue.role().word()));
    words.forEach(
        (part, all) ->
            said.merge(part, String.join(", ", all), (one, other) -> one + ", " + other));
    return said;
  }

  /** Words, and where letters meet digits the parts of them; numbers say nothing. */
  static Set<String> parts(String name) {
    Set<String> parts = new LinkedHashSet<>();
    for (String word : NameWords.of(name)) {
      for (String part : word.split("(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})")) {
        if (part.length() > 1 && part.chars().anyMatch(Character::isLetter)) {
          parts.add(part);
        }
      }
      if (word.equals("808") || word.contains("808")) {
        parts.add("808");
      }
    }
    return parts;
  }
}
