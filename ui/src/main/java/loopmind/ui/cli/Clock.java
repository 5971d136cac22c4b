package loopmind.ui.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long the steps of a command take. */
final class Clock {

  private static final double NANOS_A_MILLI = 1e6;

  private final long begun = System.nanoTime();
  private final Map<String, Long> millis = new LinkedHashMap<>();

  <T> T time(String step, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      put(step, since(start));
    }
  }

  void put(String step, long took) {
    millis.put(step, took);
  }

  void total() {
    put("total", since(begun));
  }

  private static long since(long start) {
    return Math.round((System.nanoTime() - start) / NANOS_A_MILLI);
  }

  ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    millis.forEach(node::put);
    return node;
  }
}
