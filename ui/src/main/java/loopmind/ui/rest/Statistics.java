package loopmind.ui.rest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import loopmind.arranger.loop.Loop;

/**
 * What the library holds.
 *
 * @param loops how many
 * @param roles how many of each role
 * @param seconds of sound
 */
public record Statistics(int loops, Map<String, Integer> roles, double seconds) {

  public static Statistics of(List<Loop> all) {
    Map<String, Integer> roles = new TreeMap<>();
    all.forEach(loop -> roles.merge(loop.role().word(), 1, Integer::sum));
    return new Statistics(
        all.size(), roles, all.stream().mapToDouble(loop -> loop.length().value()).sum());
  }
}
