package loopmind.assistant.chat;

import java.util.List;
import java.util.Set;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.notation.Rule;

/**
 * How a message was understood.
 *
 * @param calls what it asks for, in order; each keeps the contract
 * @param asks whether it asks for something that tools do, for nothing, or for something no tool
 *     can
 * @param rules what code decided of it, beside the model; empty where nothing is known of that
 */
public record Reading(List<ToolCall> calls, Asks asks, Set<Rule> rules) {

  /** What a message asks for. */
  public enum Asks {
    CALLS,
    NOTHING,
    WHAT_NO_TOOL_DOES
  }

  public Reading {
    calls = List.copyOf(calls);
    rules = Set.copyOf(rules);
    if (calls.isEmpty() == (asks == Asks.CALLS)) {
      throw new IllegalArgumentException(
          "A reading has calls or says why it has none, but it had %d and said %s."
              .formatted(calls.size(), asks));
    }
  }

  /** A reading of which nothing is known but what it says. */
  public Reading(List<ToolCall> calls, Asks asks) {
    this(calls, asks, Set.of());
  }

  Reading with(Set<Rule> others) {
    return new Reading(calls, asks, others);
  }

  static Reading of(List<ToolCall> calls, boolean refused) {
    return new Reading(
        calls, !calls.isEmpty() ? Asks.CALLS : refused ? Asks.WHAT_NO_TOOL_DOES : Asks.NOTHING);
  }
}
