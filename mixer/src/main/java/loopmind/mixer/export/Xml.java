package loopmind.mixer.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes XML a tag at a time, indented; what XML has no letter for is left out of texts. */
final class Xml {

  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param attributes names and values in turn
   */
  Xml open(String tag, String... attributes) {
    start(tag, attributes).append(">\n");
    open.push(tag);
    return this;
  }

  Xml close() {
    String tag = open.pop();
    indent().append("</").append(tag).append(">\n");
    return this;
  }

  /** A tag with nothing in it. */
  Xml empty(String tag, String... attributes) {
    start(tag, attributes).append("/>\n");
    return this;
  }

  Xml text(String tag, String text) {
    start(tag).append('>').append(escaped(text)).append("</").append(tag).append(">\n");
    return this;
  }

  private StringBuilder start(String tag, String... attributes) {
    indent().append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1])).append('"');
    }
    return out;
  }

  private StringBuilder indent() {
    return out.append("  ".repeat(open.size()));
  }

  private static String escaped(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> plain.append("&lt;");
                case '>' -> plain.append("&gt;");
                case '&' -> plain.append("&amp;");
                case '"' -> plain.append("&quot;");
                default -> plain.append(isLetterOfXml(c) ? Character.toString(c) : "");
              }
            });
    return plain.toString();
  }

  private static boolean isLetterOfXml(int c) {
    return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
  }

  /** A number as XML reads it, without more digits than it has. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.9f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", ".0");
  }

  byte[] bytes() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("The tag %s is still open.".formatted(open.peek()));
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
