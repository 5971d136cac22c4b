package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.choose.RoleWords;
import loopmind.arranger.choose.SongFrame;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Bars;

/**
 * A song that is there, as the planner sees one: what stands where, who plays, how strongly.
 *
 * @param form kinds and lengths
 * @param roles of every section
 * @param energies of every section
 */
record SongSketch(Form form, List<Set<Role>> roles, List<Double> energies) {

  private static final double GAP = 0.08, GROWTH = 0.03, ENDS = 0.45, LOWEST = 0.05;

  static SongSketch of(Song song) {
    List<Form.Part> parts = new ArrayList<>();
    List<Set<Role>> roles = new ArrayList<>();
    List<Double> energies = new ArrayList<>();
    for (Section section : song.sections()) {
      parts.add(new Form.Part(section.kind(), section.bars().count()));
      roles.add(roles(section));
      energies.add(section.energy());
    }
    return new SongSketch(new Form(parts, 0), roles, energies);
  }

  static Set<Role> roles(Section section) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    section.layers().stream().map(Layer::role).forEach(roles::add);
    return roles;
  }

  /** What a plan for this song would be asked for. */
  static PlanRequest request(Song song, Set<Role> atHand, RoleWords words, long seed) {
    SongFrame frame = SongFrame.of(song);
    Set<Role> wanted = EnumSet.noneOf(Role.class);
    wanted.addAll(words.wanted().keySet());
    Set<Role> unwanted = EnumSet.noneOf(Role.class);
    unwanted.addAll(words.unwanted());
    return new PlanRequest(
        frame.style(),
        frame.tempo(),
        frame.meter(),
        Bars.ZERO,
        List.of(),
        atHand,
        wanted,
        unwanted,
        words.rest(),
        seed);
  }

  /** The sketch with one more section, of which only kind and length are known. */
  SongSketch with(int at, SectionKind kind, int bars) {
    List<Form.Part> parts = new ArrayList<>(form.sections());
    parts.add(at, new Form.Part(kind, bars));
    List<Set<Role>> players = new ArrayList<>(roles);
    players.add(at, EnumSet.noneOf(Role.class));
    List<Double> levels = new ArrayList<>(energies);
    levels.add(at, 0.0);
    return new SongSketch(new Form(parts, 0), players, levels);
  }

  /**
   * The energy of section {@code at} between those of the others: a peak stays above all that is
   * none, what is none below every peak, a section that comes again is near its like, and a build
   * rises from what is before it to what is after it.
   *
   * @param expected what the network expects
   * @param shift by the mood asked for
   */
  double energy(int at, double expected, double shift) {
    SectionKind kind = form.kind(at);
    Optional<Double> like = Optional.empty();
    double floor = LOWEST;
    double ceiling = 1;
    for (int i = 0; i < energies.size(); i++) {
      if (i == at) {
        continue;
      }
      if (form.kind(i) == kind && (i < at || like.isEmpty())) {
        like = Optional.of(energies.get(i) + (kind.isPeak() && i < at ? GROWTH : 0));
      }
      if (kind.isPeak() && !form.kind(i).isPeak()) {
        floor = Math.max(floor, Math.min(1, energies.get(i) + GAP));
      } else if (!kind.isPeak() && form.kind(i).isPeak()) {
        ceiling = Math.min(ceiling, energies.get(i) - GAP);
      }
    }
    boolean rests =
        kind == SectionKind.INTRO || kind == SectionKind.OUTRO || kind == SectionKind.BREAKDOWN;
    ceiling = Math.max(LOWEST, rests ? Math.min(ENDS, ceiling) : ceiling);
    double middle = like.orElse(kind == SectionKind.BUILD ? between(at, expected) : expected);
    double held = Math.clamp(middle + shift, Math.min(floor, ceiling), ceiling);
    return Math.rint(held * 100) / 100;
  }

  private double between(int at, double expected) {
    return at == 0 || at == energies.size() - 1
        ? expected
        : (energies.get(at - 1) + energies.get(at + 1)) / 2;
  }
}
