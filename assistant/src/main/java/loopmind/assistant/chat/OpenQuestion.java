package loopmind.assistant.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import loopmind.assistant.calls.ToolCall;

/**
 * A message that waits for an answer: nothing of it is done before.
 *
 * @param message what was said
 * @param calls as understood
 * @param at index of the call that lacks something
 * @param argument what it lacks
 * @param sentence the question
 * @param choices the answers that are offered; may be empty
 * @param several whether more than one of the choices can be meant
 */
record OpenQuestion(
    String message,
    List<ToolCall> calls,
    int at,
    String argument,
    String sentence,
    List<Choice> choices,
    boolean several) {

  OpenQuestion {
    calls = List.copyOf(calls);
    choices = List.copyOf(choices);
    if (at < 0 || at >= calls.size()) {
      throw new IllegalArgumentException(
          "A question is about one of %d calls, but was about number %d."
              .formatted(calls.size(), at));
    }
  }

  Question question() {
    return new Question(sentence, choices.stream().map(Choice::label).toList());
  }

  /** The calls with the answer in its place: the call that waited is made once for each. */
  List<ToolCall> answered(List<ObjectNode> answers) {
    List<ToolCall> done = new ArrayList<>(calls.subList(0, at));
    for (ObjectNode answer : answers) {
      ObjectNode args = calls.get(at).args();
      args.setAll(answer);
      done.add(new ToolCall(calls.get(at).tool(), args));
    }
    done.addAll(calls.subList(at + 1, calls.size()));
    return done;
  }
}
