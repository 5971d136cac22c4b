package loopmind.assistant.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
      case NOTHING ->
          talked(Answer.Outcome.TALK, message, SmallTalk.answer(message, tools.song()), took);
      case WHAT_NO_TOOL_DOES ->
          talked(Answer.Outcome.BEYOND, message, SmallTalk.beyond(tools.song()), took);
      case CALLS -> {
        memory = memory.settled();
        yield checked(message, message, reading.calls(), took);
      }
    };
  }

  /**
   * Does calls that need no understanding, as of a button or a command, as one turn.
   *
   * @param message that stands for them in the history
   */
  public Answer act(String message, List<ToolCall> calls) {
    memory = memory.settled();
    return checked(message, message, calls, Duration.ZERO);
  }

  private Duration since(long start) {
    return Duration.ofNanos(nanos.getAsLong() - start);
  }

  /** Takes a message as the answer to the question that is open, where it is nothing else. */
  private Optional<Answer> answered(OpenQuestion open, String message, long start) {
    AnswerReader reader = new AnswerReader(open);
    if (reader.drops(message)) {
      memory = memory.settled();
      return Optional.of(
          talked(Answer.Outcome.TALK, message, "All right; the song is as it was.", since(start)));
    }
    List<ObjectNode> answers = reader.read(message);
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    memory = memory.settled();
    String whole = "%s (%s)".formatted(open.message(), message.strip());
    return Optional.of(checked(message, whole, open.answered(answers), since(start)));
  }

  private Answer talked(Answer.Outcome outcome, String message, String answer, Duration took) {
    memory = memory.with(new Turn(message, List.of()));
    tools.said(message, JsonNodeFactory.instance.arrayNode(), answer);
    return Answer.said(outcome, answer, took);
  }

  /**
   * Asks where something is open, and else does it.
   *
   * @param message as typed
   * @param whole with the message that it answers
   */
  private Answer checked(String message, String whole, List<ToolCall> calls, Duration took) {
    Optional<OpenQuestion> open = Doubts.first(whole, calls, tools.song());
    if (open.isEmpty()) {
      return worked(message, whole, calls, took);
    }
    OpenQuestion asked = open.get();
    memory = memory.with(new Turn(message, List.of())).asking(asked);
    ArrayNode kept = written(calls);
    kept.add(Memory.kept(asked));
    tools.said(message, kept, asked.sentence());
    return new Answer(
        calls,
        asked.sentence(),
        Answer.Outcome.ASKED,
        Optional.of(asked.question()),
        List.of(),
        took,
        Duration.ZERO);
  }

  private static ArrayNode written(List<ToolCall> calls) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    calls.forEach(call -> list.add(call.json()));
    return list;
  }

  private Answer worked(String message, String whole, List<ToolCall> calls, Duration took) {
    long start = nanos.getAsLong();
    Memory before = memory;
    try {
      Done done = tools.turn(whole, () -> done(message, calls));
      return new Answer(
          calls,
          done.text(),
          Answer.Outcome.DONE,
          Optional.empty(),
          done.changes(),
          took,
          since(start));
    } catch (EditRefused refused) {
      memory = before;
      String why = String.valueOf(refused.getMessage());
      talked(Answer.Outcome.REFUSED, message, why, took);
      return new Answer(
          calls, why, Answer.Outcome.REFUSED, Optional.empty(), List.of(), took, since(start));
    } catch (RuntimeException failed) {
      memory = before;
      throw failed;
    }
  }

  private record Done(String text, List<Change> changes) {}

  /** Remembers within the turn, so that what is saved at its end holds it. */
  private Done done(String message, List<ToolCall> calls) {
    List<ToolResult> results = calls.stream().map(tools::execute).toList();
    String text = results.stream().map(ToolResult::text).collect(Collectors.joining("\n"));
    memory = memory.with(new Turn(message, calls));
    tools.said(message, written(calls), text);
    List<Change> changes = new ArrayList<>();
    results.forEach(result -> changes.addAll(result.changes()));
    return new Done(text, changes);
  }

  /** What is remembered. */
  public Memory memory() {
    return memory;
  }
}
