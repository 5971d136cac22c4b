package loopmind.arranger.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the source of a song called a section, such as {@code "B' pre-chorus"} or {@code verse2}.
 *
 * @param number of the word among {@link #WORDS}; 0 where nothing was said
 * @param material what marks sections made of the same music: the letter, or else the whole word;
 *     empty where nothing was said
 */
record SourceWord(int number, String material) {

  private static final List<String> WORDS =
      List.of(
          "",
          "verse",
          "chorus",
          "intro",
          "outro",
          "bridge",
          "solo",
          "instrumental",
          "interlude",
          "fadeout",
          "trans",
          "prechorus",
          "postchorus",
          "break",
          "theme",
          "mainriff",
          "gtr",
          "altchorus",
          "refrain",
          "link",
          "loosebars",
          "letter",
          "head",
          "tag",
          "coda",
          "part",
          "build",
          "other");

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("fade", "fadeout"),
          Map.entry("vr", "verse"),
          Map.entry("ch", "chorus"),
          Map.entry("in", "intro"),
          Map.entry("ou", "outro"),
          Map.entry("br", "bridge"),
          Map.entry("so", "solo"),
          Map.entry("inst", "instrumental"),
          Map.entry("ln", "link"),
          Map.entry("li", "link"),
          Map.entry("rf", "refrain"),
          Map.entry("tg", "tag"),
          Map.entry("ta", "tag"),
          Map.entry("pc", "prechorus"),
          Map.entry("pch", "prechorus"),
          Map.entry("pt", "part"),
          Map.entry("breakdown", "break"),
          Map.entry("transition", "trans"),
          Map.entry("guitar", "gtr"),
          Map.entry("maintheme", "theme"),
          Map.entry("keychange", "other"),
          Map.entry("vp", "verse"),
          Map.entry("bp", "bridge"),
          Map.entry("hook", "chorus"));

  private static final Pattern LETTERED = Pattern.compile("([A-Z])'*(?:\\s+(.*))?", Pattern.DOTALL);

  static SourceWord of(String raw) {
    String said = raw.strip();
    Matcher lettered = LETTERED.matcher(said);
    boolean hasLetter = lettered.matches();
    String letter = hasLetter ? lettered.group(1) : "";
    String rest = !hasLetter ? said : lettered.group(2) == null ? "" : lettered.group(2);
    String word = rest.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    word = ALIASES.getOrDefault(word, word);
    if (word.contains("fade")) {
      word = "fadeout";
    } else if (word.isEmpty()) {
      word = hasLetter ? "letter" : "";
    }
    int number = WORDS.indexOf(word);
    return new SourceWord(
        number < 0 ? WORDS.size() - 1 : number,
        hasLetter ? letter : said.toLowerCase(Locale.ROOT).replace("'", ""));
  }
}
