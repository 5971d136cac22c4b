package loopmind.arranger.plan;

import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Section;

/**
 * How many bars a song is to have. Sections last multiples of {@value #UNIT} bars; so a length that
 * is none is met by its neighbour where that is a bar away, and by two bars more in one section
 * where it is not.
 */
final class SongLength {

  static final int UNIT = 4;

  /** A song of open length lasts between these. */
  private static final double SHORTEST_SECONDS = 105, LONGEST_SECONDS = 190, DANCE_SECONDS = 45;

  private SongLength() {}

  /**
   * The bars to fill: those asked, to within a bar, or for an open length some that the style and
   * the dice choose.
   */
  static int of(PlanRequest request, Dice dice) {
    int fixed = fixed(request), asked = request.length().count();
    return asked > 0 ? near(asked, fixed, least(request)) : open(request, dice, fixed);
  }

  /** The bars of the sections asked for, with a unit for each whose length is open. */
  static int least(PlanRequest request) {
    return request.sections().stream()
        .mapToInt(asked -> asked.isFixed() ? asked.bars().count() : UNIT)
        .sum();
  }

  private static int fixed(PlanRequest request) {
    return request.sections().stream().mapToInt(asked -> asked.bars().count()).sum();
  }

  /** The length at most a bar off that leaves whole units beside the fixed sections. */
  private static int near(int asked, int fixed, int least) {
    for (int bars : new int[] {asked, asked - 1, asked + 1}) {
      boolean room = bars > fixed && bars >= least && bars <= PlanRequest.LONGEST_BARS;
      if (room && (bars - fixed) % UNIT == 0) {
        return bars;
      }
    }
    return asked;
  }

  private static int open(PlanRequest request, Dice dice, int fixed) {
    double more = request.style().dance() ? DANCE_SECONDS : 0;
    double seconds = SHORTEST_SECONDS + more + dice.share() * (LONGEST_SECONDS - SHORTEST_SECONDS);
    double bars = seconds * request.tempo().value() / 60 / request.quartersInABar();
    int units = (int) Math.rint(bars / (2 * UNIT)) * 2;
    int least = fixed + (2 + request.sections().size()) * UNIT;
    return Math.min(PlanRequest.LONGEST_BARS, Math.max(units * UNIT + fixed % UNIT, least));
  }

  /** Refuses sections of fixed length that cannot fill, or do not fit into, the song asked for. */
  static void check(PlanRequest request) {
    int asked = request.length().count();
    if (asked == 0) {
      return;
    }
    int fixed = fixed(request);
    long free = request.sections().stream().filter(section -> !section.isFixed()).count();
    long least = fixed + free, most = fixed + free * Section.LONGEST_BARS;
    boolean exceeds = request.asksForAWholeForm() && asked > most;
    boolean nearEnough = free == 0 && Math.abs(asked - fixed) <= 1;
    if ((asked < least || exceeds) && !nearEnough) {
      throw new EditRefused(
          "The sections asked for last %s bars together, but the song is to last %d bars. Change"
              + " one of the two.",
          least == most ? least : least + " to " + most, asked);
    }
  }
}
