package loopmind.library.listen;

import java.util.List;

/**
 * The tempi a region may have, if it is a loop.
 *
 * @param readings the likeliest first; empty where it is too short for any
 */
public record TempoFacts(List<TempoReading> readings) {

  public TempoFacts {
    readings = List.copyOf(readings);
  }
}
