package loopmind.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import loopmind.ui.cli.Main;

/**
 * A command as it was typed, with all that it printed.
 *
 * @param status exit status
 * @param out standard output
 * @param err standard error
 */
record Typed(int status, String out, String err) {

  private static final Object ONE_AT_A_TIME = new Object();

  static Typed run(String... arguments) {
    synchronized (ONE_AT_A_TIME) {
      PrintStream usualOut = System.out;
      PrintStream usualErr = System.err;
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      try {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        int status = Main.run(arguments);
        return new Typed(
            status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
      } finally {
        System.setOut(usualOut);
        System.setErr(usualErr);
      }
    }
  }

  /** Standard output as one JSON document. */
  JsonNode json() {
    try {
      return new ObjectMapper().readTree(out);
    } catch (IOException noJson) {
      throw new UncheckedIOException("This is no JSON: " + out + "\n" + err, noJson);
    }
  }
}
