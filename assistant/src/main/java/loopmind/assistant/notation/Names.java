package loopmind.assistant.notation;

import static loopmind.assistant.notation.Rewriting.group;
import static loopmind.assistant.notation.Rewriting.ignoringCase;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loopmind.arranger.loop.Role;

/** Puts slots in the place of the names of loops, folders and files. */
final class Names {

  static final String ENDING = "\\.(?:wav|mp3|flac|aiff?|ogg|m4a|midi?)";

  private static final String AROUND =
      "folder|loops?|packs?|samples?|files?|kit|directory|called|named|ordner|carpeta|dossier|pasta|cartella|map";
  private static final Pattern QUOTED =
      ignoringCase(
          "(?:(?:%1$s)[: ]+(?:\\w+ )?\"([^\"]{2,60})\"|\"([^\"]{2,60})\"(?= (?:%1$s)\\b)|(?:%1$s)[: ]+'([^'\"]{2,60})'(?![A-Za-z0-9]))"
              .formatted(AROUND));
  private static final Pattern DRIVE =
      Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]:[\\\\/][^\\s,;()\"=]*[^\\s,;()\"=.!?':]");
  private static final Pattern SLASHES = Pattern.compile("[\\\\/]+$");
  private static final Pattern TOKEN =
      Pattern.compile("(?<![^\\s(=,;:])([\"'(=]*)([^\\s,;:()\"'=]+?)([.!?\"')]*)(?=$|[\\s,;:()])");
  private static final Pattern MARK = Pattern.compile("[\\ue000-\\uf8ff]");
  private static final Pattern NAMELIKE = Pattern.compile("[-_. 0-9]");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
  private static final Pattern TWO_LETTERS = Pattern.compile("[A-Za-z]{2}");
  private static final Pattern PATH = Pattern.compile("^(?:~?/.+|[^/]+/)$");
  private static final Pattern AUDIO_FILE = ignoringCase("[A-Za-z0-9]" + ENDING + "$");
  private static final Pattern AT_END = Pattern.compile(ENDING + "$");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]+");

  private final SlotMarks slots;
  private final Collection<String> known;
  private final Map<String, Role> roles;

  /**
   * @param known names of loops and folders to look for
   * @param roles the role of each of the song's loops, by its name in lower case
   */
  Names(SlotMarks slots, Collection<String> known, Map<String, Role> roles) {
    this.slots = slots;
    this.known = known;
    this.roles = roles;
  }

  /** Folded text, its case kept, with marks where the names were. */
  String marked(String folded) {
    String text = folded;
    for (String name : longestFirst()) {
      Pattern pattern =
          ignoringCase(
              "(?<![A-Za-z0-9_])"
                  + Pattern.quote(Folding.fold(name))
                  + "(?![A-Za-z0-9_])(?!"
                  + ENDING
                  + ")");
      text = Rewriting.replace(text, pattern, match -> mark(match.group(), match.group()));
    }
    text = Rewriting.replace(text, QUOTED, this::quoted);
    text =
        Rewriting.replace(
            text, DRIVE, m -> mark(m.group(), SLASHES.matcher(m.group()).replaceAll("")));
    return Rewriting.replace(text, TOKEN, this::token);
  }

  private List<String> longestFirst() {
    return known.stream()
        .distinct()
        .filter(name -> name.length() > 3 && Rewriting.found(NAMELIKE, name))
        .sorted(Comparator.comparingInt((String name) -> -name.length()).thenComparing(n -> n))
        .toList();
  }

  private String mark(String name, String hinted) {
    return slots.mark(Slot.name(name, hint(hinted)));
  }

  private String quoted(MatchResult match) {
    String name =
        Stream.of(1, 2, 3).map(match::group).filter(Objects::nonNull).findFirst().orElseThrow();
    if (Rewriting.found(MARK, name)) {
      return match.group();
    }
    String mark = " " + mark(name, name) + " ";
    return match.group().replace("\"" + name + "\"", mark).replace("'" + name + "'", mark);
  }

  private String token(MatchResult match) {
    String core = match.group(2);
    return isName(core)
        ? group(match, 1) + mark(core, withoutSlash(core)) + group(match, 3)
        : match.group();
  }

  static String withoutSlash(String name) {
    int end = name.length();
    while (end > 0 && name.charAt(end - 1) == '/') {
      end--;
    }
    return name.substring(0, end);
  }

  private static boolean isName(String token) {
    if (Rewriting.found(AUDIO_FILE, token)) {
      return true;
    }
    String inner = token.replaceAll("^_+|_+$", "");
    if (inner.contains("_") && Rewriting.found(LETTER, token)) {
      return true;
    }
    return Rewriting.found(TWO_LETTERS, token) && Rewriting.found(PATH, token);
  }

  /** The role of the song's loop of this name, else the last word in the name. */
  private String hint(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    if (roles.containsKey(plain)) {
      return roles.get(plain).word();
    }
    String stem = AT_END.matcher(Folding.fold(plain)).replaceAll("");
    String hint = "";
    for (String word : NOT_LETTERS.split(stem)) {
      hint = word.length() > 2 ? word : hint;
    }
    return hint;
  }
}
