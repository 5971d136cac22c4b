package loopmind.library.index;

import java.util.BitSet;

/**
 * What sounds can be filtered by, a column a fact: a filter is worked out once, and then reads
 * neighbours in memory instead of an object a sound. Says the same as {@link IndexFilter#passes}.
 */
final class Columns {

  private final IndexFacts[] facts;
  private final byte[] roles;
  private final byte[] keys;
  private final double[] bpms;
  private final double[] energies;

  Columns(IndexFacts[] facts) {
    this.facts = facts;
    roles = new byte[facts.length];
    keys = new byte[facts.length];
    bpms = new double[facts.length];
    energies = new double[facts.length];
    for (int row = 0; row < facts.length; row++) {
      roles[row] = (byte) facts[row].role().ordinal();
      keys[row] = (byte) facts[row].key();
      bpms[row] = facts[row].bpm();
      energies[row] = facts[row].energy();
    }
  }

  /**
   * A filter, worked out.
   *
   * @param role ordinal; −1 for any
   * @param keys a bit a key, and the 25th for none; all of them for any
   * @param least and {@code most} tempo of each range; none for any
   * @param others whether pack or tag are asked for
   */
  record Screen(
      IndexFilter filter, int role, int keys, double[] least, double[] most, boolean others) {}

  private static final int NONE_BIT = 24, ALL_KEYS = -1;

  /** Marks those of some rows that pass, counted from the first. */
  void mark(Screen screen, int first, int rows, BitSet passing) {
    for (int lane = 0; lane < rows; lane++) {
      passing.set(lane, passes(screen, first + lane));
    }
  }

  static Screen screen(IndexFilter filter) {
    int keys = filter.keys().isEmpty() ? ALL_KEYS : 1 << NONE_BIT;
    for (int key : filter.keys()) {
      keys |= 1 << key;
    }
    return new Screen(
        filter,
        filter.role().map(Enum::ordinal).orElse(-1),
        keys,
        filter.tempi().stream().mapToDouble(IndexFilter.TempoRange::slowestBpm).toArray(),
        filter.tempi().stream().mapToDouble(IndexFilter.TempoRange::fastestBpm).toArray(),
        !filter.pack().isEmpty() || !filter.tag().isEmpty());
  }

  private boolean passes(Screen screen, int row) {
    int key = keys[row] == IndexFacts.NO_KEY ? NONE_BIT : keys[row];
    return (screen.role < 0 || screen.role == roles[row])
        && (screen.keys >>> key & 1) == 1
        && energies[row] >= screen.filter.leastEnergy()
        && energies[row] <= screen.filter.mostEnergy()
        && (screen.least.length == 0 || isInTempo(screen, bpms[row]))
        && (!screen.others || screen.filter.passes(facts[row]));
  }

  private static boolean isInTempo(Screen screen, double bpm) {
    if (bpm == IndexFacts.NO_TEMPO) {
      return true;
    }
    for (int range = 0; range < screen.least.length; range++) {
      if (bpm >= screen.least[range] && bpm <= screen.most[range]) {
        return true;
      }
    }
    return false;
  }
}
