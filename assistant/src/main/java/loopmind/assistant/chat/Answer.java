package loopmind.assistant.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.song.Change;
import loopmind.assistant.calls.ToolCall;

/**
 * What came of a message.
 *
 * @param calls what it was understood as; empty where it asks for nothing
 * @param text for the person: what was done, why it was not, or the question
 * @param outcome of the message
 * @param question where something has to be known first
 * @param changes of the song, part by part
 * @param reading time it took to understand the message
 * @param working time the tools took
 */
public record Answer(
    List<ToolCall> calls,
    String text,
    Outcome outcome,
    Optional<Question> question,
    List<Change> changes,
    Duration reading,
    Duration working) {

  /** How a message ended. Only after {@code DONE} can the song be another one than before. */
  public enum Outcome {
    /** All of it was done. */
    DONE,
    /** Nothing was asked, or a wish was taken back. */
    TALK,
    /** No tool can do it. */
    BEYOND,
    /** A tool said that it cannot be done. */
    REFUSED,
    /** Something has to be known first. */
    ASKED
  }

  public Answer {
    calls = List.copyOf(calls);
    changes = List.copyOf(changes);
  }

  /** Whether what was asked was done. */
  public boolean done() {
    return outcome == Outcome.DONE;
  }

  /** Why it could not be done, one sentence; empty where it was, or where nothing was asked. */
  public Optional<String> refusal() {
    return outcome == Outcome.REFUSED || outcome == Outcome.BEYOND
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Something was done that needed no understanding. */
  public static Answer done(String text) {
    return said(Outcome.DONE, text, Duration.ZERO);
  }

  static Answer said(Outcome outcome, String text, Duration reading) {
    return new Answer(
        List.of(), text, outcome, Optional.empty(), List.of(), reading, Duration.ZERO);
  }
}
