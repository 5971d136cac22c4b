package loopmind.assistant.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.song.Styles;

/**
 * Tells whether a message does nothing but answer a question, and how. Every word of it has to
 * belong to the answer; a message that says anything more is a message like any other, and the
 * language model reads it.
 */
final class AnswerReader {

  private static final int MOST_WORDS = 8;

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern TOKEN = Pattern.compile("\\p{L}+|\\p{Nd}+(?:st|nd|rd|th)?|#");
  private static final Pattern BPM =
      Pattern.compile("(?:to |at |make it |about |around )?(\\d{2,3}(?:\\.\\d{1,2})?) ?(?:bpm)?");
  private static final Pattern BARS = Pattern.compile("(?:to |make it )?(\\d{1,3}) ?(?:bars?)?");
  private static final Pattern BEFORE_A_KEY =
      Pattern.compile("^(?:to |in |make it |the key of |key of )+");
  private static final Pattern AUDIO_FILE =
      Pattern.compile("(?i)\"?([^\"]+\\.(?:wav|aiff?|mp3|flac|ogg|opus|m4a))\"?");

  private final OpenQuestion question;

  AnswerReader(OpenQuestion question) {
    this.question = question;
  }

  /** Whether the message takes the wish back. */
  boolean drops(String message) {
    return AnswerWords.DROPPED.contains(bare(plain(message)).replace(",", ""));
  }

  /** The arguments that the message gives, one set for each call that is meant; empty for none. */
  List<ObjectNode> read(String message) {
    return question.choices().isEmpty()
        ? written(message.strip()).map(List::of).orElse(List.of())
        : chosen(message).stream().map(Choice::args).toList();
  }

  private static String plain(String message) {
    return message
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("['’`]", "")
        .replaceAll("[.!?]+$", "");
  }

  private static String bare(String text) {
    return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher found = TOKEN.matcher(bare(plain(text)));
    while (found.find()) {
      tokens.add(found.group());
    }
    return tokens;
  }

  private List<Choice> chosen(String message) {
    for (Choice choice : question.choices()) {
      if (plain(choice.label()).equals(plain(message))) {
        return List.of(choice);
      }
    }
    List<String> said = said(message);
    if (said.size() > MOST_WORDS) {
      return List.of();
    }
    said.removeAll(AnswerWords.FILLER);
    if (said.isEmpty()) {
      return List.of();
    }
    if (isAll(said)) {
      return question.choices();
    }
    if (AnswerWords.ANY.containsAll(said)
        && said.stream().anyMatch(AnswerWords.SURELY_ANY::contains)) {
      return List.of(question.choices().getFirst());
    }
    return named(said).or(() -> counted(said)).map(List::of).orElse(List.of());
  }

  /** The words of the message, in English where no choice has them as they are. */
  private List<String> said(String message) {
    Set<String> labels = new HashSet<>();
    question.choices().forEach(choice -> labels.addAll(tokens(choice.label())));
    String text = bare(plain(message)).replaceAll(AnswerWords.BOTH, "both");
    return new ArrayList<>(
        tokens(text).stream()
            .map(word -> labels.contains(word) ? word : AnswerWords.english(word))
            .toList());
  }

  private boolean isAll(List<String> said) {
    return question.several()
        && AnswerWords.ALL.containsAll(said)
        && said.stream().anyMatch(AnswerWords.SURELY_ALL::contains);
  }

  /** The one choice whose name has every word that was said. */
  private Optional<Choice> named(List<String> said) {
    List<Choice> found = question.choices().stream().filter(choice -> has(choice, said)).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private boolean has(Choice choice, List<String> said) {
    Set<String> names = names(choice);
    return said.stream().allMatch(word -> names.stream().anyMatch(name -> same(name, word)));
  }

  /** "mute" is "muted"; numbers are the same or not. */
  private static boolean same(String name, String word) {
    boolean number = Character.isDigit(word.charAt(0));
    return name.equals(word)
        || (!number
            && word.length() > 3
            && (name.startsWith(word) || (name.length() > 3 && word.startsWith(name))));
  }

  /** The words of a choice, and for the n-th section of a kind what else it is called. */
  private Set<String> names(Choice choice) {
    Set<String> names = new HashSet<>(tokens(choice.label()));
    int n = choice.args().path(question.argument()).path("n").asInt(0);
    if (n > 0) {
      names.add(n <= AnswerWords.ORDINALS.size() ? AnswerWords.ORDINALS.get(n - 1) : n + "th");
      names.add(ordinal(n));
      if (isLastOfItsKind(choice, n)) {
        names.add("last");
      }
    }
    return names;
  }

  private boolean isLastOfItsKind(Choice choice, int n) {
    String kind = choice.args().path(question.argument()).path("kind").asText();
    return question.choices().stream()
        .map(other -> other.args().path(question.argument()))
        .noneMatch(
            other -> other.path("kind").asText().equals(kind) && other.path("n").asInt() > n);
  }

  private static String ordinal(int n) {
    String end =
        n % 100 / 10 == 1
            ? "th"
            : switch (n % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return n + end;
  }

  /** "the second", "2", "the last one", "the second hook" where all are hooks. */
  private Optional<Choice> counted(List<String> said) {
    List<String> counts = new ArrayList<>(said);
    Set<String> shared = new HashSet<>(tokens(question.choices().getFirst().label()));
    question.choices().forEach(choice -> shared.retainAll(tokens(choice.label())));
    counts.removeAll(shared);
    if (counts.size() != 1) {
      return Optional.empty();
    }
    int size = question.choices().size();
    String word = counts.getFirst();
    int at = word.equals("last") ? size : position(word);
    return at >= 1 && at <= size ? Optional.of(question.choices().get(at - 1)) : Optional.empty();
  }

  private static int position(String word) {
    if (AnswerWords.ORDINALS.contains(word)) {
      return AnswerWords.ORDINALS.indexOf(word) + 1;
    }
    String digits = word.replaceAll("(st|nd|rd|th)$", "");
    return digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 0;
  }

  /** An answer in words of one's own. */
  private Optional<ObjectNode> written(String message) {
    String said = plain(message);
    ObjectNode args = JsonNodeFactory.instance.objectNode();
    String argument = question.argument();
    return switch (argument) {
      case "bpm" -> group(BPM, said).map(bpm -> number(args, bpm));
      case "bars" -> group(BARS, said).map(bars -> args.put(argument, Integer.parseInt(bars)));
      case "key" ->
          MusicalKey.parse(BEFORE_A_KEY.matcher(message.replaceAll("[.!]+$", "")).replaceFirst(""))
              .map(key -> args.put(argument, key.text()));
      case "style" -> style(said).map(style -> args.put(argument, style));
      case "file" -> group(AUDIO_FILE, message).map(file -> args.put(argument, file));
      default ->
          tokens(message).size() <= MOST_WORDS && !message.endsWith("?")
              ? Optional.of(args.put(argument, message))
              : Optional.empty();
    };
  }

  private static ObjectNode number(ObjectNode args, String bpm) {
    return bpm.contains(".")
        ? args.put("bpm", Double.parseDouble(bpm))
        : args.put("bpm", Integer.parseInt(bpm));
  }

  private static Optional<String> group(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static Optional<String> style(String said) {
    String name = said.replaceFirst("^(?:to |into |make it |a |an )+", "");
    return Styles.known().named(name).map(found -> found.name());
  }
}
