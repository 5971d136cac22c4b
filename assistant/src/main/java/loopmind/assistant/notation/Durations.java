package loopmind.assistant.notation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts slots in the place of durations, in seconds. Reads lower-case text. */
final class Durations {

  static final String MINUTE = "(?:minutes?|minutos?|minuten|minuut|minuti|minuto|mins?|m)";
  static final String SECOND = "(?:seconds?|secondes?|segundos?|sekunden|secondi|seconden|secs?|s)";
  static final String HALF =
      "(?:and a half|1/2|y medio|y media|et demie?|e meio|e meia|e mezzo|en een halve?|einhalb)";

  private static final String COUNT = "(\\d+(?:[.,]\\d+)?)";
  private static final String MINUTE_AND_A_HALF =
      "minuto y medio|minuto e meio|minuto e mezzo|minute et demie";
  private static final Pattern DECADE = Pattern.compile("[2-9]0s");

  private record Form(Pattern pattern, Function<MatchResult, OptionalDouble> seconds) {
    Form(String regex, Function<MatchResult, OptionalDouble> seconds) {
      this(Pattern.compile(regex), seconds);
    }
  }

  private static final List<Form> FORMS =
      List.of(
          new Form(
              "(?<![\\w.])" + COUNT + " ?" + HALF + " ?-?" + MINUTE + "\\b",
              m -> OptionalDouble.of(count(m, 1) * 60 + 30)),
          new Form(
              "(?<![\\w.])" + COUNT + "[ -]?" + MINUTE + " " + HALF + "(?!\\w)",
              m -> OptionalDouble.of(count(m, 1) * 60 + 30)),
          new Form(
              "(?<![\\w.:])"
                  + COUNT
                  + "[ -]?"
                  + MINUTE
                  + "(?:,? (?:and |und |et |y |e |en |n )?| ?)"
                  + COUNT
                  + "(?:[ -]?"
                  + SECOND
                  + ")?(?![\\w:.%]|[ -](?:bars?|bpm|db|takt|mesures|compases|bat))",
              m -> minutesAndSeconds(count(m, 1), count(m, 2))),
          new Form(
              "(?<![\\w:.])(\\d{1,2}):([0-5]\\d)(?: ?(?:min(?:utes?|s)?|minuten|long))?(?![\\w:])",
              m -> OptionalDouble.of(count(m, 1) * 60 + count(m, 2))),
          new Form(
              "(?<![\\w.])(\\d{1,2})'([0-5]\\d)(?:\"|'')?(?!\\w)",
              m -> OptionalDouble.of(count(m, 1) * 60 + count(m, 2))),
          new Form(
              "(?<![\\w.])" + COUNT + "[ -]?" + MINUTE + "(?!\\w)",
              m -> OptionalDouble.of(count(m, 1) * 60)),
          new Form(
              "(?<![\\w.])(?:an?|one|une|un|uma|eine|een) (?:minute and a half|"
                  + MINUTE_AND_A_HALF
                  + ")(?!\\w)",
              m -> OptionalDouble.of(90)),
          new Form(
              "(?<![\\w.])(?:1 )?(?:minute and a half|"
                  + MINUTE_AND_A_HALF
                  + "|anderthalb minuten|anderhalve minuut)(?!\\w)",
              m -> OptionalDouble.of(90)),
          new Form(
              "(?<![\\w.])(?:half a min(?:ute)?|half minute|a half minute|halbe minute|medio minuto|meio minuto|mezzo minuto|demi minute|halve minuut)(?!\\w)",
              m -> OptionalDouble.of(30)),
          new Form("(?<![\\w.])a couple (?:of )?min(?:ute)?s(?!\\w)", m -> OptionalDouble.of(120)),
          new Form(
              "(?<![\\w.])(?:a|one|un|une|uma|um|eine|een) (?:minute|min|minuto|minuut) "
                  + COUNT
                  + "(?!\\w| ?(?:bars?|bpm))",
              m -> minutesAndSeconds(1, count(m, 1))),
          new Form(
              "(?<![\\w.])(?<!beats )(?:an?|one|une?|uma?|eine?|een) (?:minute|min|minuto|minuut)(?! (?:by|too|ago|later))(?!\\w)",
              m -> OptionalDouble.of(60)),
          new Form("(?<![\\w.])(?:an|one|1) hour(?!\\w)", m -> OptionalDouble.of(3600)),
          new Form(
              "(?<![\\w.])(?!(?:808|909|707|606)s)" + COUNT + "[ -]?" + SECOND + "(?!\\w)",
              m -> OptionalDouble.of(count(m, 1))));

  private final SlotMarks slots;

  Durations(SlotMarks slots) {
    this.slots = slots;
  }

  /** The text with marks where the durations were. */
  String marked(String input) {
    String text = input;
    for (Form form : FORMS) {
      text = Rewriting.replace(text, form.pattern, match -> mark(match, form));
    }
    return text;
  }

  private String mark(MatchResult match, Form form) {
    OptionalDouble seconds = form.seconds.apply(match);
    if (seconds.isEmpty()) {
      return match.group();
    }
    boolean decade = DECADE.matcher(match.group()).matches();
    Slot.Kind kind = decade ? Slot.Kind.DECADE : Slot.Kind.DURATION;
    return " " + slots.mark(Slot.number(kind, seconds.getAsDouble(), match.group()));
  }

  private static double count(MatchResult match, int group) {
    return Double.parseDouble(match.group(group).replace(',', '.'));
  }

  private static OptionalDouble minutesAndSeconds(double minutes, double seconds) {
    return seconds < 60 ? OptionalDouble.of(minutes * 60 + seconds) : OptionalDouble.empty();
  }
}
