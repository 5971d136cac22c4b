package loopmind.assistant.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a message with several wishes comes apart. */
public final class Wishes {

  /** More wishes than anybody lists are no list of wishes. */
  public static final int MOST = 8;

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|“[^”]*”");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*\\n+\\s*|\\s*[;!?]+\\s+|(?<![0-9])\\.+\\s+|(?<=[0-9])\\.\\s+(?=\\D)|\\s*,\\s*(?:(?:and|then|also|plus|oh)\\b\\s*)*(?=\\D)"
              + "|\\s+/\\s+|\\s+(?:and then|and also|then|also|and|plus|&|\\+)\\s+|\\s+-\\s+",
          Pattern.CASE_INSENSITIVE);

  private Wishes() {}

  /** The parts of a message, in order, as typed; the message itself where it has one part. */
  public static List<String> apart(String text) {
    List<int[]> closed = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find()) {
      closed.add(new int[] {quoted.start(), quoted.end()});
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    Matcher border = BETWEEN.matcher(text);
    while (border.find()) {
      int at = border.start();
      boolean inside = closed.stream().anyMatch(span -> at >= span[0] && at < span[1]);
      if (!inside) {
        add(parts, text.substring(from, border.start()));
        from = border.end();
      }
    }
    add(parts, text.substring(from));
    return parts.size() > MOST ? List.of(text) : List.copyOf(parts);
  }

  private static void add(List<String> parts, String part) {
    if (!part.isBlank()) {
      parts.add(part.strip());
    }
  }
}
