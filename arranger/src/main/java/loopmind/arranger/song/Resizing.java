package loopmind.arranger.song;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;

/**
 * Makes sections longer or shorter without losing what plays in them.
 *
 * <p>A layer that enters late or leaves early does so at the same share of the new length, on a
 * bar. Between, a shorter section keeps the beginning of what was played, rests included, and a
 * longer one plays it again; a loop goes on in its phrase. What rises to the end of the section
 * still ends there.
 */
public final class Resizing {

  private static final double NEAR = 1e-6;

  private final double was;
  private final double is;
  private final int beatsPerBar;

  private Resizing(Bars was, Bars is, int beatsPerBar) {
    this.was = was.beats(beatsPerBar).value();
    this.is = is.beats(beatsPerBar).value();
    this.beatsPerBar = beatsPerBar;
  }

  /**
   * @param bars the new length of each of {@code ids}
   * @throws EditRefused where it is out of bounds, or the sections have it already
   */
  public static Song resized(Song song, Collection<SectionId> ids, int bars) {
    SectionId first = ids.iterator().next();
    if (bars < Section.SHORTEST_BARS || bars > Section.LONGEST_BARS) {
      throw new EditRefused(
          "The %s would last %d bars. Choose %d to %d bars.",
          SectionNames.of(song, first), bars, Section.SHORTEST_BARS, Section.LONGEST_BARS);
    }
    if (ids.stream().allMatch(id -> song.section(id).bars().count() == bars)) {
      throw new EditRefused(
          "%d bars is how long %s is already. Say another length.",
          bars, SectionNames.phrase(song, ids));
    }
    List<Section> sections = new ArrayList<>();
    for (Section section : song.sections()) {
      sections.add(
          ids.contains(section.id())
              ? resized(section, new Bars(bars), song.facts().meter().beats())
              : section);
    }
    return SectionOrder.arranged(song, sections, song.transitions(), Map.of());
  }

  /** One section of another length. */
  public static Section resized(Section section, Bars bars, int beatsPerBar) {
    if (section.bars().equals(bars)) {
      return section;
    }
    Resizing resizing = new Resizing(section.bars(), bars, beatsPerBar);
    return section.lasting(bars, section.layers().stream().map(resizing::resized).toList());
  }

  private Layer resized(Layer layer) {
    List<Placement> placed = layer.isOneShot() ? struck(layer) : repeated(layer);
    return layer.withPlacements(placed);
  }

  private List<Placement> repeated(Layer layer) {
    List<Placement> old = layer.placements();
    double first = old.getFirst().start().value();
    double last = old.getLast().end().value();
    double from = first < NEAR ? 0 : Math.min(scaled(first), is - Math.min(is, beatsPerBar));
    double to = last > was - NEAR ? is : Math.max(scaled(last), from + Math.min(is, beatsPerBar));
    List<Placement> placed = new ArrayList<>();
    double period = last > was - NEAR ? was - first : last - first;
    for (double at = from; at < to - NEAR; at += period) {
      for (Placement one : old) {
        double start = at + one.start().value() - first;
        double end = Math.min(to, at + one.end().value() - first);
        if (end > start + NEAR) {
          join(placed, start, end, offset(layer, one, start - from));
        }
      }
    }
    return closed(placed, to, layer.cycle().value());
  }

  /** The bar that lies at the same share of the new length. */
  private double scaled(double beat) {
    double bar = beat / was * is / beatsPerBar;
    return Math.rint(bar) * beatsPerBar;
  }

  /** Where in its cycle the loop is, had it played on since it entered. */
  private static double offset(Layer layer, Placement one, double since) {
    double first = layer.placements().getFirst().start().value();
    double entered = layer.placements().getFirst().offset().value();
    double cycle = layer.cycle().value();
    double going = (entered + one.start().value() - first) % cycle;
    boolean plays = Math.abs(going - one.offset().value() % cycle) < NEAR;
    return plays ? (entered + since) % cycle : one.offset().value();
  }

  private static void join(List<Placement> placed, double start, double end, double offset) {
    placed.add(new Placement(new BeatPosition(start), new Beats(end - start), new Beats(offset)));
  }

  /** Whether {@code next} begins where {@code last} ends, in time and in the cycle. */
  private static boolean goesOn(Placement last, Placement next, double cycle) {
    double phase = (last.offset().value() + last.length().value() - next.offset().value()) % cycle;
    boolean inPhase = Math.abs(phase) < NEAR || Math.abs(Math.abs(phase) - cycle) < NEAR;
    return Math.abs(last.end().value() - next.start().value()) < NEAR && inPhase;
  }

  /**
   * One placement for those that go on in one another, without the rest before the end that was one
   * within.
   */
  private static List<Placement> closed(List<Placement> placed, double to, double cycle) {
    List<Placement> joined = new ArrayList<>();
    for (Placement one : placed) {
      Placement last = joined.isEmpty() ? one : joined.getLast();
      boolean touches = !joined.isEmpty() && goesOn(last, one, cycle);
      if (touches) {
        joined.removeLast();
        double length = one.end().value() - last.start().value();
        joined.add(new Placement(last.start(), new Beats(length), last.offset()));
      } else {
        joined.add(one);
      }
    }
    Placement last = joined.getLast();
    double gap = to - last.end().value();
    if (gap > NEAR && gap <= 1 + NEAR) {
      joined.removeLast();
      joined.add(new Placement(last.start(), last.length().plus(new Beats(gap)), last.offset()));
    }
    return joined;
  }

  /** Hits stay at their beat and come again; what ended with the section ends with it still. */
  private List<Placement> struck(Layer layer) {
    List<Placement> placed = new ArrayList<>();
    for (double at = 0; at < is - NEAR; at += was) {
      for (Placement one : layer.placements()) {
        boolean rises = one.end().value() > was - NEAR && one.start().value() > NEAR;
        double start = at + one.start().value();
        if (!rises && start < is - NEAR && (at == 0 || layer.placements().size() > 1)) {
          double length = Math.min(one.length().value(), is - start);
          join(placed, start, start + length, one.offset().value());
        }
      }
    }
    rising(layer, placed);
    return placed;
  }

  private void rising(Layer layer, List<Placement> placed) {
    Placement last = layer.placements().getLast();
    if (last.end().value() > was - NEAR && last.start().value() > NEAR) {
      double length = Math.min(last.length().value(), is);
      double start = is - length;
      while (!placed.isEmpty() && placed.getLast().end().value() > start + NEAR) {
        placed.removeLast();
      }
      double skipped = last.length().value() - length;
      join(placed, start, is, last.offset().value() + skipped);
    }
  }
}
