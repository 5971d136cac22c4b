package loopmind.assistant.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;

/**
 * A conversation about one song. Not for several threads at once: one message ends before the next
 * begins.
 */
public final class Conversation {

  /** More turns than any interpreter reads. */
  private static final int MEMORY = 16;

  private static final String NO_TOOL =
      "That is something LoopMind cannot do; nothing was changed. It writes, changes, mixes and exports songs made of"
          + " your loops. Its effects are %s; its files are %s."
              .formatted(
                  String.join(", ", Tool.EFFECTS).replace('_', ' '),
                  String.join(", ", Tool.FORMATS));

  private final Interpreter interpreter;
  private final ToolExecutor tools;
  private final LongSupplier nanos;
  private final List<Turn> turns;

  /**
   * @param turns what was said before, the latest last
   */
  public Conversation(Interpreter interpreter, ToolExecutor tools, List<Turn> turns) {
    this(interpreter, tools, turns, System::nanoTime);
  }

  Conversation(Interpreter interpreter, ToolExecutor tools, List<Turn> turns, LongSupplier nanos) {
    this.interpreter = interpreter;
    this.tools = tools;
    this.turns = new ArrayList<>(turns);
    this.nanos = nanos;
  }

  /**
   * Understands a message and does what it asks: all of it, or nothing.
   *
   * @param library names of loops and folders that may be meant
   * @throws MessageUnreadable where it cannot be understood
   * @throws RuntimeException of the tool that refuses; the song is as before
   */
  public Answer say(String message, Collection<String> library) {
    long start = nanos.getAsLong();
    Reading reading = interpreter.read(tools.song(), turns(), message, library);
    Duration took = Duration.ofNanos(nanos.getAsLong() - start);
    return switch (reading.asks()) {
      case NOTHING -> told(message, nothingAsked(), took);
      case WHAT_NO_TOOL_DOES -> told(message, NO_TOOL, took);
      case CALLS -> asked(message, reading.calls(), took);
    };
  }

  private String nothingAsked() {
    return tools.song().isEmpty()
        ? "Hello. Say what to make, such as \"dark trap at 140, about two minutes\"."
        : "I hear no wish in that, so the song is as it was. Ask about it, or say what to make.";
  }

  private Answer told(String message, String sentence, Duration took) {
    remember(new Turn(message, List.of()));
    return new Answer(List.of(), sentence, false, took);
  }

  private Answer asked(String message, List<ToolCall> calls, Duration took) {
    List<ToolCall> beyond =
        calls.stream().filter(call -> !tools.tools().contains(call.tool())).toList();
    if (!beyond.isEmpty()) {
      return new Answer(calls, beyond(beyond), false, took);
    }
    String text =
        tools.turn(
            message,
            () ->
                calls.stream()
                    .map(call -> tools.execute(call).text())
                    .collect(Collectors.joining("\n")));
    remember(new Turn(message, calls));
    return new Answer(calls, text, true, took);
  }

  private static String beyond(List<ToolCall> calls) {
    return "I hear what you want: %s. This version of LoopMind cannot do that yet, so the song is as it was. It can write a new song, search your loops, tell about the song, export it, undo and redo."
        .formatted(calls.stream().map(Sayings::of).collect(Collectors.joining(", then ")));
  }

  private void remember(Turn turn) {
    turns.add(turn);
    if (turns.size() > MEMORY) {
      turns.removeFirst();
    }
  }

  /** What was said so far, the latest last; of long conversations the end. */
  public List<Turn> turns() {
    return List.copyOf(turns);
  }
}
