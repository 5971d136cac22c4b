package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import loopmind.arranger.choose.Fit;
import loopmind.arranger.choose.Kits;
import loopmind.arranger.choose.LoopSet;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.LayerId;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Decibels;

/** Writes the layers of one section after another: which loop plays each role, where, how loud. */
final class LayerWriter {

  /** From this energy on a section may carry a second loop of a role. */
  static final double FULL = 0.75;

  /** How far the energy of a section moves its layers: dB from the calmest to the strongest. */
  private static final double ENERGY_RANGE_DB = 4;

  /** How long a riser is heard at most: of a longer one the end. */
  private static final double RISER_BARS = 4;

  private final SongFacts facts;
  private final Plan plan;
  private final LoopSet set;
  private final Phrasing phrasing;

  LayerWriter(SongFacts facts, Plan plan, LoopSet set) {
    this.facts = facts;
    this.plan = plan;
    this.set = set;
    this.phrasing = new Phrasing(facts.meter().beats());
  }

  /** The layers of the section of that number, from 0. */
  List<Layer> of(int index) {
    PlannedSection section = plan.sections().get(index);
    SplittableRandom chance = new SplittableRandom(facts.seed() * 31 + index);
    List<Layer> layers = new ArrayList<>();
    Map<Role, Integer> counts = new HashMap<>();
    for (Role role : section.layers()) {
      for (Fit fit : pick(role, index)) {
        List<Placement> where = phrasing.place(section, last(index), role, fit, chance);
        if (!where.isEmpty()) {
          layers.add(layer(fit, role, gain(section.energy(), role), where, counts));
        }
      }
    }
    hit(index).ifPresent(fit -> layers.add(strike(fit, section, counts)));
    if (risesInto(index + 1)) {
      layers.add(rise(set.risers().getFirst(), section, counts));
    }
    return layers;
  }

  private boolean last(int index) {
    return index == plan.sections().size() - 1;
  }

  /** The main loop, a contrasting one where the song turns, and a second where it is full. */
  private List<Fit> pick(Role role, int index) {
    List<Fit> fits = set.of(role);
    PlannedSection section = plan.sections().get(index);
    List<Fit> whole = fits.stream().filter(fit -> Kits.isWhole(fit.loop())).toList();
    if (role == Role.DRUMS && whole.isEmpty()) {
      return kit(fits); // single drums make a kit only together
    }
    List<Fit> mains = role == Role.DRUMS ? whole : fits;
    if (mains.isEmpty()) {
      return List.of();
    }
    int choice = contrast(role, section.kind()) ? 1 : 0;
    if (section.variationOf().isPresent() && varied(index) == role) {
      choice++;
    }
    List<Fit> picked = new ArrayList<>(List.of(mains.get(choice % mains.size())));
    if (role == Role.DRUMS && section.energy() >= FULL && section.kind().isPeak()) {
      fits.stream()
          .filter(fit -> !Kits.isWhole(fit.loop()) && !Kits.isFill(fit.loop()))
          .findFirst()
          .ifPresent(picked::add);
    }
    return picked;
  }

  private static List<Fit> kit(List<Fit> fits) {
    Map<String, Fit> byInstrument = new LinkedHashMap<>();
    fits.stream()
        .filter(fit -> !Kits.isFill(fit.loop()) || fits.size() == 1)
        .forEach(fit -> byInstrument.putIfAbsent(fit.loop().instrument(), fit));
    return List.copyOf(byInstrument.values());
  }

  /** Hooks have a melody of their own, bridges and breakdowns other chords. */
  static boolean contrast(Role role, SectionKind kind) {
    return switch (kind) {
      case HOOK, DROP -> role == Role.MELODY || role == Role.VOCAL;
      case BRIDGE, BREAKDOWN, SOLO -> role == Role.CHORDS || role == Role.PAD;
      default -> false;
    };
  }

  /** The role in which a repeated section differs: the first with another loop, in turn. */
  private Role varied(int index) {
    PlannedSection section = plan.sections().get(index);
    List<Role> able =
        section.layers().stream()
            .filter(role -> set.of(role).size() > 1 && role != Role.CHORDS)
            .toList();
    return able.isEmpty() ? Role.FX : able.get(index % able.size());
  }

  /** How loud a layer is in a section of that energy. */
  static Decibels gain(double energy, Role role) {
    double share = role == Role.DRUMS || role == Role.BASS ? 0.6 : 1;
    return new Decibels(Math.rint((energy - 0.85) * ENERGY_RANGE_DB * share * 100) / 100);
  }

  private Optional<Fit> hit(int index) {
    PlannedSection section = plan.sections().get(index);
    boolean lifts =
        index > 0
            && (section.kind().isPeak() || section.kind() == SectionKind.BRIDGE)
            && section.energy() > plan.sections().get(index - 1).energy();
    return lifts ? set.hits().stream().findFirst() : Optional.empty();
  }

  private boolean risesInto(int index) {
    return index < plan.sections().size()
        && plan.sections().get(index).into().filter(TransitionKind.RISER::equals).isPresent()
        && !set.risers().isEmpty();
  }

  private Layer strike(Fit fit, PlannedSection section, Map<Role, Integer> counts) {
    double beats = facts.tempo().beatsIn(fit.loop().length()).value();
    double room = section.bars().beats(facts.meter().beats()).value();
    Placement where =
        new Placement(new BeatPosition(0), new Beats(Math.min(beats, room)), Beats.ZERO);
    return layer(fit, Role.FX, new Decibels(0), List.of(where), counts);
  }

  /** Ends on the border to the next section, however long it is. */
  private Layer rise(Fit fit, PlannedSection section, Map<Role, Integer> counts) {
    double beats = facts.tempo().beatsIn(fit.loop().length()).value();
    double room = section.bars().beats(facts.meter().beats()).value();
    double length = Math.min(Math.min(beats, room), RISER_BARS * facts.meter().beats());
    Placement where =
        new Placement(
            new BeatPosition(room - length), new Beats(length), new Beats(beats - length));
    return layer(fit, Role.FX, new Decibels(0), List.of(where), counts);
  }

  private static Layer layer(
      Fit fit, Role role, Decibels gain, List<Placement> where, Map<Role, Integer> counts) {
    int n = counts.merge(role, 1, Integer::sum);
    return new Layer(
        new LayerId(n == 1 ? role.word() : role.word() + "-" + n),
        role,
        fit.loop().id(),
        fit.cycle(),
        fit.speed(),
        fit.shift(),
        gain,
        where,
        fit.reasons());
  }
}
