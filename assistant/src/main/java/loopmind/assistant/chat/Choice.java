package loopmind.assistant.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One answer to a question.
 *
 * @param label as it is named to the person
 * @param args what it adds to the arguments of the call that waits
 */
record Choice(String label, ObjectNode args) {

  Choice {
    args = args.deepCopy();
  }

  @Override
  public ObjectNode args() {
    return args.deepCopy();
  }

  static Choice of(String label, String argument, String value) {
    return new Choice(label, JsonNodeFactory.instance.objectNode().put(argument, value));
  }
}
