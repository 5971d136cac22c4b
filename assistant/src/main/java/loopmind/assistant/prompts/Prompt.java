package loopmind.assistant.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that a language model is told, with places to fill: <code>{{song}}</code>.
 *
 * @param text as in its file
 */
public record Prompt(String text) {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  /**
   * The prompt of a file in {@code prompts/}.
   *
   * @param name of the file, without its ending
   */
  public static Prompt read(String name) {
    String file = name + ".txt";
    try (InputStream in = Prompt.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no prompt called " + file + ".");
      }
      return new Prompt(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The prompt " + file + " could not be read.", e);
    }
  }

  /**
   * The prompt with its places filled; what is filled in is never read for places again.
   *
   * @param values one for each place
   */
  public String filled(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalArgumentException(
                    "The prompt has a place for '%s', but no value was given."
                        .formatted(place.group(1)));
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
