package loopmind.library.listen.ears;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** What the training code computes for the signals of {@link EarsSignal}. */
final class EarsVectors {

  private EarsVectors() {}

  static List<JsonNode> cases() {
    try (InputStream json = EarsVectors.class.getResourceAsStream("ears-vectors.json")) {
      JsonNode cases = new ObjectMapper().readTree(Objects.requireNonNull(json)).get("cases");
      return StreamSupport.stream(cases.spliterator(), false).toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
