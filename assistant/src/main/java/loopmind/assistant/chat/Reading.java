package loopmind.assistant.chat;

import java.util.List;
import loopmind.assistant.calls.ToolCall;

/**
 * How a message was understood.
 *
 * @param calls what it asks for, in order; each keeps the contract
 * @param asks whether it asks for something that tools do, for nothing, or for something no tool
 *     can
 */
public record Reading(List<ToolCall> calls, Asks asks) {

  /** What a message asks for. */
  public enum Asks {
    CALLS,
    NOTHING,
    WHAT_NO_TOOL_DOES
  }

  public Reading {
    calls = List.copyOf(calls);
    if (calls.isEmpty() == (asks == Asks.CALLS)) {
      throw new IllegalArgumentException(
          "A reading has calls or says why it has none, but it had %d and said %s."
              .formatted(calls.size(), asks));
    }
  }

  static Reading of(List<ToolCall> calls, boolean refused) {
    return new Reading(
        calls, !calls.isEmpty() ? Asks.CALLS : refused ? Asks.WHAT_NO_TOOL_DOES : Asks.NOTHING);
  }
}
