package loopmind.assistant.chat;

import java.util.List;

/**
 * What has to be known before a message can be done.
 *
 * @param sentence the question, with the choices in it
 * @param choices what may be answered, as it is named in the sentence; empty where the answer is a
 *     number, a name or words of one's own
 */
public record Question(String sentence, List<String> choices) {

  public Question {
    choices = List.copyOf(choices);
  }
}
