package loopmind.arranger.song;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * One turn of the conversation about a song: what was said, what it was understood as, what was
 * answered. Texts are cut at {@value #LONGEST} characters; calls that take more are left out.
 *
 * @param user what the person said
 * @param calls the tool calls, an array as the assistant writes it; empty where nothing was called
 * @param answer what the person was told
 * @param version number of the version one stood on after it, counted from 1
 */
public record Saying(String user, JsonNode calls, String answer, int version) {

  /** Characters of each part that are kept. */
  public static final int LONGEST = 4_000;

  public Saying {
    user = cut(user);
    answer = cut(answer);
    calls =
        calls.isArray() && calls.toString().length() <= LONGEST
            ? calls.deepCopy()
            : JsonNodeFactory.instance.arrayNode();
    if (version < 1) {
      throw new IllegalArgumentException(
          "Versions are counted from 1, but a saying was given %d.".formatted(version));
    }
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    // between the halves of a character beyond the basic plane there is no place to cut
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return text.substring(0, end) + "…";
  }
}
