package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import loopmind.arranger.choose.Fit;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;

/**
 * Where a loop plays within a section, as producers arrange by hand: layers enter one after another
 * in an intro and leave one after another in an outro; the drums stop for a beat at the end of a
 * phrase; no loop starts in the middle of its phrase.
 */
final class Phrasing {

  private static final int PHRASE_BARS = 8;

  /** How often the drums stop at the end of a phrase within a section. */
  private static final double BREATHS = 0.6;

  private final int beatsPerBar;

  Phrasing(int beatsPerBar) {
    this.beatsPerBar = beatsPerBar;
  }

  /**
   * @param section as planned
   * @param last whether the song ends with it
   * @param role of the layer
   * @param fit the loop
   * @param chance of this section
   * @return in order; empty where the layer rests
   */
  List<Placement> place(
      PlannedSection section, boolean last, Role role, Fit fit, SplittableRandom chance) {
    int bars = section.bars().count();
    int from = section.kind() == SectionKind.INTRO ? entry(section, role) : 0;
    int to = section.kind() == SectionKind.OUTRO || last ? exit(section, role) : bars;
    if (from >= to) {
      return List.of();
    }
    List<Placement> placed = new ArrayList<>();
    double start = (double) from * beatsPerBar;
    double end = (double) to * beatsPerBar;
    if (role == Role.DRUMS) {
      for (int phrase = PHRASE_BARS; phrase < to; phrase += PHRASE_BARS) {
        boolean rests = chance.nextDouble() < BREATHS;
        if (rests && phrase > from) {
          double border = (double) phrase * beatsPerBar;
          add(placed, start, border - 1, fit, from);
          start = border;
        }
      }
    }
    add(placed, start, end, fit, from);
    return placed;
  }

  /** Reads on as if it had played since bar {@code from}, so that a rest moves nothing. */
  private void add(List<Placement> placed, double start, double end, Fit fit, int from) {
    double cycle = fit.cycle().value();
    double offset = cycle == 0 ? 0 : (start - (double) from * beatsPerBar) % cycle;
    placed.add(new Placement(new BeatPosition(start), new Beats(end - start), new Beats(offset)));
  }

  /** The bar in which a layer enters an intro: sounds that float first, drums and bass last. */
  private static int entry(PlannedSection section, Role role) {
    return step(section, position(section, role));
  }

  /** The bar in which a layer leaves an outro: drums and bass first, sounds that float last. */
  private static int exit(PlannedSection section, Role role) {
    int layers = section.layers().size();
    int position = position(section, role);
    if (position == 0) {
      return section.bars().count();
    }
    int left = step(section, layers - position);
    return left == 0 ? section.bars().count() : left;
  }

  private static int position(PlannedSection section, Role role) {
    List<Role> order =
        section.layers().stream().sorted(Comparator.comparingInt(Phrasing::weight)).toList();
    return order.indexOf(role);
  }

  private static int weight(Role role) {
    return switch (role) {
      case PAD -> 0;
      case FX -> 1;
      case CHORDS -> 2;
      case MELODY -> 3;
      case VOCAL -> 4;
      case PERCUSSION -> 5;
      case BASS -> 6;
      case DRUMS -> 7;
    };
  }

  /** Steps of 4 bars, of 2 in short sections; the first layer is there from the first bar. */
  private static int step(PlannedSection section, int position) {
    int bars = section.bars().count();
    int width = bars >= 8 ? 4 : 2;
    int steps = Math.max(1, bars / width);
    int layers = Math.max(1, section.layers().size());
    return Math.min(steps - 1, position * steps / layers) * width;
  }
}
