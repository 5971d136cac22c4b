package loopmind.ui.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import loopmind.library.listen.ListenBench;

/**
 * One figure of a benchmark.
 *
 * @param name what was measured
 * @param value what came out
 * @param unit of the value
 * @param peer whom it is compared with; {@code -} for nobody
 * @param peerValue what the peer reached; not a number where there is none
 * @param goal what should be reached; not a number where there is none
 * @param passed whether it is
 */
record BenchLine(
    String name,
    double value,
    String unit,
    String peer,
    double peerValue,
    double goal,
    boolean passed) {

  /** A figure of listening or finding. */
  static BenchLine of(ListenBench.Row row) {
    return new BenchLine(
        row.name(),
        row.value(),
        row.unit(),
        row.peer(),
        row.peerValue().orElse(Double.NaN),
        row.goal(),
        row.passed());
  }

  @Override
  public String toString() {
    return String.join(
        " ",
        name,
        number(value),
        unit,
        peer,
        number(peerValue),
        number(goal),
        Double.isNaN(goal) ? "-" : passed ? "PASS" : "FAIL");
  }

  private static String number(double number) {
    return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.4g", number);
  }

  ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", name).put("value", value).put("unit", unit).put("peer", peer);
    if (!Double.isNaN(peerValue)) {
      node.put("peer_value", peerValue);
    }
    return Double.isNaN(goal) ? node : node.put("goal", goal).put("passed", passed);
  }
}
