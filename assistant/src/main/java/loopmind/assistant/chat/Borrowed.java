package loopmind.assistant.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import loopmind.assistant.calls.ToolCall;

/** Whether calls only add to others what was said in an earlier message. */
final class Borrowed {

  private static final String QUERY = "query";

  private Borrowed() {}

  /**
   * Whether {@code more} are the calls of {@code fewer} but for key words that the message does not
   * have.
   */
  static boolean only(List<ToolCall> more, List<ToolCall> fewer, String message) {
    if (more.equals(fewer) || more.size() != fewer.size()) {
      return false;
    }
    Set<String> said = words(message);
    for (int i = 0; i < more.size(); i++) {
      ObjectNode with = more.get(i).args().deepCopy();
      ObjectNode without = fewer.get(i).args().deepCopy();
      Set<String> query = words(with.path(QUERY).asText(""));
      boolean sameQuery = with.path(QUERY).equals(without.path(QUERY));
      boolean foreign = query.stream().noneMatch(said::contains);
      with.remove(QUERY);
      without.remove(QUERY);
      boolean same =
          more.get(i).tool().equals(fewer.get(i).tool())
              && with.equals(without)
              && (sameQuery || foreign);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
  }
}
