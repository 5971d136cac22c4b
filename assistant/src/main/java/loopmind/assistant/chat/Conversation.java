package loopmind.assistant.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import loopmind.arranger.song.Change;
import loopmind.arranger.song.EditRefused;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;

/**
 * A conversation about one song. Not for several threads at once: one message ends before the next
 * begins.
 */
public final class Conversation {

  private final Interpreter interpreter;
  private final ToolExecutor tools;
  private final LongSupplier nanos;
  private Memory memory;

  /**
   * @param memory of what was said before
   */
  public Conversation(Interpreter interpreter, ToolExecutor tools, Memory memory) {
    this(interpreter, tools, memory, System::nanoTime);
  }

  Conversation(Interpreter interpreter, ToolExecutor tools, Memory memory, LongSupplier nanos) {
    this.interpreter = interpreter;
    this.tools = tools;
    this.memory = memory;
    this.nanos = nanos;
  }

  /**
   * Understands a message and does what it asks: all of it, or nothing. Where something has to be
   * known first, it asks, and the next message may answer.
   *
   * @param library names of loops and folders that may be meant
   * @throws MessageUnreadable where it cannot be understood
   * @throws RuntimeException of a tool that fails rather than refuses; the song is as before
   */
  public Answer say(String message, Collection<String> library) {
    long start = nanos.getAsLong();
    Optional<Answer> answered = memory.question().flatMap(open -> answered(open, message, start));
    if (answered.isPresent()) {
      return answered.get();
    }
    Reading reading = interpreter.read(tools.song(), memory.turns(), message, library);
    Duration took = since(start);
    return switch (reading.asks()) {
      case NOTHING -> talked(Answer.Outcome.TALK, message, took);
      case WHAT_NO_TOOL_DOES -> talked(Answer.Outcome.BEYOND, message, took);
      case CALLS -> {
        memory = memory.settled();
        yield checked(message, reading.calls(), took);
      }
    };
  }

  private Duration since(long start) {
    return Duration.ofNanos(nanos.getAsLong() - start);
  }

  /** Takes a message as the answer to the question that is open, where it is nothing else. */
  private Optional<Answer> answered(OpenQuestion open, String message, long start) {
    AnswerReader reader = new AnswerReader(open);
    if (reader.drops(message)) {
      memory = memory.settled().with(new Turn(message, List.of()));
      return Optional.of(
          Answer.said(Answer.Outcome.TALK, "All right; the song is as it was.", since(start)));
    }
    List<ObjectNode> answers = reader.read(message);
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    memory = memory.settled();
    String whole = "%s (%s)".formatted(open.message(), message.strip());
    return Optional.of(checked(whole, open.answered(answers), since(start)));
  }

  private Answer talked(Answer.Outcome outcome, String message, Duration took) {
    memory = memory.with(new Turn(message, List.of()));
    String sentence =
        outcome == Answer.Outcome.TALK
            ? SmallTalk.answer(message, tools.song())
            : SmallTalk.beyond(tools.song());
    return Answer.said(outcome, sentence, took);
  }

  /** Asks where something is open, and else does it. */
  private Answer checked(String message, List<ToolCall> calls, Duration took) {
    Optional<OpenQuestion> open = Doubts.first(message, calls, tools.song());
    if (open.isEmpty()) {
      return worked(message, calls, took);
    }
    memory = memory.asking(open.get());
    return new Answer(
        calls,
        open.get().sentence(),
        Answer.Outcome.ASKED,
        Optional.of(open.get().question()),
        List.of(),
        took,
        Duration.ZERO);
  }

  private Answer worked(String message, List<ToolCall> calls, Duration took) {
    long start = nanos.getAsLong();
    Memory before = memory;
    List<ToolResult> results;
    try {
      results = tools.turn(message, () -> done(message, calls));
    } catch (EditRefused refused) {
      memory = before;
      return new Answer(
          calls,
          String.valueOf(refused.getMessage()),
          Answer.Outcome.REFUSED,
          Optional.empty(),
          List.of(),
          took,
          since(start));
    }
    List<Change> changes = new ArrayList<>();
    results.forEach(result -> changes.addAll(result.changes()));
    String text = results.stream().map(ToolResult::text).collect(Collectors.joining("\n"));
    return new Answer(
        calls, text, Answer.Outcome.DONE, Optional.empty(), changes, took, since(start));
  }

  /** Remembers within the turn, so that what is saved at its end holds it. */
  private List<ToolResult> done(String message, List<ToolCall> calls) {
    List<ToolResult> results = calls.stream().map(tools::execute).toList();
    memory = memory.with(new Turn(message, calls));
    return results;
  }

  /** What is remembered, to be kept with the song. */
  public Memory memory() {
    return memory;
  }
}
