package loopmind.assistant.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The word lists beside the model: one spelling for each style, and the role that a sound has.
 * Words are simplified, as the model reads them.
 */
final class Lexicon {

  private static final int LONGEST_SOUND = 3;
  private static final Set<String> HEADS =
      Set.of(
          "drum",
          "drums",
          "percussion",
          "bass",
          "bassline",
          "chords",
          "melody",
          "lead",
          "leads",
          "pad",
          "pads");

  private final Map<String, String> styles;
  private final Map<String, String> roles;
  private final Map<String, String> sections;
  private final Set<String> moods;
  private final Set<String> styleNames;
  private final Set<String> alsoMoods;
  private final Set<String> alsoStyles;
  private final Spelling spelling;

  private Lexicon(
      Map<String, String> styles,
      Map<String, String> roles,
      Map<String, String> sections,
      Set<String> moods,
      Set<String> styleNames,
      Set<String> alsoMoods,
      Set<String> alsoStyles,
      Spelling spelling) {
    this.styles = Map.copyOf(styles);
    this.roles = Map.copyOf(roles);
    this.sections = Map.copyOf(sections);
    this.moods = Set.copyOf(moods);
    this.styleNames = Set.copyOf(styleNames);
    this.alsoMoods = Set.copyOf(alsoMoods);
    this.alsoStyles = Set.copyOf(alsoStyles);
    this.spelling = spelling;
  }

  /**
   * @param folder with {@code lexicon.json} and {@code words.txt}
   */
  static Lexicon read(Path folder) throws IOException {
    JsonNode json = new ObjectMapper().readTree(folder.resolve("lexicon.json").toFile());
    Set<String> styleNames = listed(json.path("styleNames"));
    Set<String> alsoStyles = listed(json.path("alsoStyles"));
    Set<String> named = new HashSet<>(styleNames);
    named.addAll(alsoStyles);
    return new Lexicon(
        words(json.path("styles")),
        words(json.path("roles")),
        words(json.path("sections")),
        listed(json.path("moods")),
        styleNames,
        listed(json.path("alsoMoods")),
        alsoStyles,
        Spelling.read(folder.resolve("words.txt"), named));
  }

  private static Set<String> listed(JsonNode list) {
    Set<String> words = new HashSet<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static Map<String, String> words(JsonNode list) {
    Map<String, String> words = new HashMap<>();
    list.properties().forEach(word -> words.put(word.getKey(), word.getValue().asText()));
    return words;
  }

  /** Simplified text with its slips of the keyboard mended. */
  String mended(String text) {
    return spelling.mended(text);
  }

  /** Whether these words are a feeling that a song may have. */
  boolean isMood(String words) {
    return moods.contains(words);
  }

  /** Whether these words are the name of a style, in any spelling that is listed. */
  boolean isStyle(String words) {
    return styleNames.contains(words);
  }

  /** Whether these words may be a feeling: good for a hint, too loose to decide by. */
  boolean mayBeMood(String words) {
    return isMood(words) || alsoMoods.contains(words);
  }

  /** Whether these words may be the name of a style: good for a hint, too loose to decide by. */
  boolean mayBeStyle(String words) {
    return isStyle(words) || alsoStyles.contains(words);
  }

  /** The kind of section that these words name; empty where they name none. */
  Optional<String> section(String words) {
    return Optional.ofNullable(sections.get(words));
  }

  /** The one form of a style's name; a name that is not known as it is. */
  String style(String words) {
    return styles.getOrDefault(words, words);
  }

  /**
   * The role of the sound named last, by the longest phrase that is known. A sound that stands
   * right before another in the message only describes it: in "organ bass" the role is bass.
   *
   * @param query what was asked for
   * @param message where it was asked for
   */
  Optional<String> roleOf(String query, String message) {
    List<String> words = query.isEmpty() ? List.of() : List.of(query.split(" +"));
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String last = words.getLast();
    Matcher after =
        Pattern.compile("(?<![a-z0-9#])" + Pattern.quote(last) + " ([a-z0-9#]+)").matcher(message);
    boolean plural = last.endsWith("s") && !last.endsWith("ss");
    if (!plural && after.find() && HEADS.contains(after.group(1))) {
      return known(after.group(1));
    }
    for (int end = words.size(); end > 0; end--) {
      for (int start = Math.max(0, end - LONGEST_SOUND); start < end; start++) {
        Optional<String> role = known(String.join(" ", words.subList(start, end)));
        if (role.isPresent()) {
          return role;
        }
      }
    }
    return Optional.empty();
  }

  /** The role of a word or phrase, with or without a plural s; empty where it is no known sound. */
  Optional<String> known(String phrase) {
    String singular = phrase.endsWith("s") ? phrase.substring(0, phrase.length() - 1) : phrase;
    return Optional.ofNullable(roles.get(phrase))
        .or(() -> Optional.ofNullable(roles.get(singular)));
  }
}
