package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import loopmind.arranger.choose.Fit;
import loopmind.arranger.choose.RoleWords;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;

/**
 * Writes a section of a song anew: who plays, which loops, where, how strongly. Its kind, length,
 * effects and what leads into it stay, and so does every other section.
 */
public final class SectionRewriter {

  /** By how much a bigger or calmer section moves its energy. */
  private static final double STEP = 0.15;

  /** How far chance moves the energy where nothing was said of it. */
  private static final double DRIFT = 0.08;

  /** How often a role keeps its loop; the beat is what holds a song together. */
  private static final double KEEPS_BEAT = 0.6, KEEPS = 0.3;

  private static final int ATTEMPTS = 12, LOOKED_AT = 4;

  private final Planner planner;
  private final List<Loop> library;

  /**
   * @param library what there is to choose from beside the song's own loops
   */
  public SectionRewriter(Planner planner, List<Loop> library) {
    this.planner = planner;
    this.library = List.copyOf(library);
  }

  /**
   * What is asked of the section.
   *
   * @param query words for its feeling and its layers; may be blank
   * @param energy more than 0 for bigger, less for calmer, 0 for neither
   * @param keep roles whose layers stay as they are
   * @param seed settles all chance
   */
  public record Wish(String query, double energy, Set<Role> keep, long seed) {}

  /**
   * The song with that section written anew; it differs from before.
   *
   * @throws EditRefused where nothing else can be made of it
   */
  public Edited rewrite(Song song, SectionId id, Wish wish) {
    Palette palette = new Palette(song, library);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Edited edited = attempt(song, palette, id, wish, wish.seed() + attempt * 7919L);
      Section was = song.section(id);
      Section is = edited.song().section(id);
      boolean bigger = wish.energy() <= 0 || is.energy() > was.energy() || fuller(is, was);
      boolean calmer = wish.energy() >= 0 || is.energy() < was.energy() || fuller(was, is);
      if (!sounds(is).equals(sounds(was)) && bigger && calmer) {
        return edited;
      }
    }
    throw new EditRefused(
        wish.energy() == 0
            ? "%s would stay as it is: neither the song nor the library has other loops for it. Add some loops, or say which layers it should have."
            : wish.energy() > 0
                ? "%s is as big as it gets with the loops there are. Add some loops, or turn a layer up."
                : "%s is as calm as it gets. Take a layer out, or turn one down.",
        SectionNames.upper(SectionNames.withBar(song, id)));
  }

  private static boolean fuller(Section one, Section other) {
    return one.layers().size() > other.layers().size();
  }

  /** What is heard of a section: loops, places and gains. */
  private static List<Object> sounds(Section section) {
    List<Object> heard = new ArrayList<>();
    for (Layer layer : section.layers()) {
      heard.add(List.of(layer.loop(), layer.placements(), layer.gain(), layer.muted()));
    }
    return heard;
  }

  private Edited attempt(Song song, Palette palette, SectionId id, Wish wish, long seed) {
    Section was = song.section(id);
    int at = song.sections().indexOf(was);
    RoleWords words = new RoleWords(wish.query());
    PlanRequest request = SongSketch.request(song, palette.atHand(), words, seed);
    SongSketch sketch = SongSketch.of(song);
    List<Expectation> expected = planner.expected(sketch.form(), request);
    Dice dice = new Dice(seed);
    Set<Role> roles = roles(sketch, expected, request, words, wish, at, dice.split());
    double energy = energy(sketch, was, wish, words, at, dice);
    LayerPicker picker = new LayerPicker(song, palette, words);
    for (Role role : roles) {
      if (!wish.keep().contains(role)) {
        pick(picker, palette, was.withEnergy(energy), role, words, dice.split());
      }
    }
    Section is = written(song, was.withEnergy(energy), picker, wish.keep(), seed);
    Map<LoopId, Loop> loops = new TreeMap<>();
    picker.picked().values().forEach(fits -> fits.forEach(f -> loops.put(f.loop().id(), f.loop())));
    Song edited = song.withSection(id, any -> is, loops);
    return new Edited(edited, List.copyOf(picker.notes()));
  }

  private static Set<Role> roles(
      SongSketch sketch,
      List<Expectation> expected,
      PlanRequest request,
      RoleWords words,
      Wish wish,
      int at,
      Dice dice) {
    Set<Role> were = EnumSet.noneOf(Role.class);
    were.addAll(sketch.roles().get(at));
    List<Role> ranked = Instrumentation.ranked(sketch.form(), expected, request, at);
    if (words.only() || wish.energy() == 0 || were.isEmpty()) {
      return SectionWriter.roles(sketch, expected, request, words, at, dice);
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    were.stream().filter(request.roles()::contains).forEach(roles::add);
    if (wish.energy() > 0) {
      ranked.stream().filter(role -> !were.contains(role)).findFirst().ifPresent(roles::add);
    } else if (roles.size() > 1) {
      thinned(roles, ranked.reversed(), wish.keep(), dice);
    }
    roles.addAll(words.wanted().keySet());
    return roles;
  }

  private static void thinned(Set<Role> roles, List<Role> weakest, Set<Role> keep, Dice dice) {
    weakest.stream()
        .filter(role -> roles.contains(role) && !keep.contains(role))
        .findFirst()
        .ifPresent(roles::remove);
    // a calmer section is heard as such when what drives it rests
    if (roles.size() > 2 && dice.share() < 0.5 && !keep.contains(Role.DRUMS)) {
      roles.remove(Role.DRUMS);
    }
  }

  private static double energy(
      SongSketch sketch, Section was, Wish wish, RoleWords words, int at, Dice dice) {
    double moved = wish.energy() * STEP + EnergyCurve.shift(words.rest());
    double drift = wish.energy() == 0 ? DRIFT * (dice.share() - 0.5) : 0;
    double energy = Math.clamp(was.energy() + moved + drift, 0.05, 1);
    boolean asked = moved != 0;
    double held = asked ? energy : sketch.energy(at, energy, drift);
    return Math.rint(Math.clamp(held, 0, 1) * 100) / 100;
  }

  /** The loop it has, or another of the song, or one of the best that the library has beside. */
  private static void pick(
      LayerPicker picker, Palette palette, Section was, Role role, RoleWords words, Dice dice) {
    picker.pick(role, was.kind(), was.energy(), Optional.of(was));
    if (words.wanted().containsKey(role)) {
      return;
    }
    List<Fit> present = picker.picked().getOrDefault(role, List.of());
    boolean beat = role == Role.DRUMS || role == Role.BASS;
    if (!present.isEmpty() && dice.share() < (beat ? KEEPS_BEAT : KEEPS)) {
      return;
    }
    Set<LoopId> now = new HashSet<>(Palette.ids(present));
    List<Fit> others =
        new ArrayList<>(
            Palette.mains(role, palette.own(role)).stream()
                .filter(fit -> !now.contains(fit.loop().id()))
                .toList());
    now.addAll(Palette.ids(others));
    List<Fit> beside = picker.picked().values().stream().flatMap(List::stream).toList();
    Palette.mains(role, palette.others(role, String.join(" ", words.rest()), beside, now)).stream()
        .limit(LOOKED_AT)
        .forEach(others::add);
    if (!others.isEmpty()) {
      List<Fit> fits = new ArrayList<>(List.of(dice.oneOf(others)));
      present.stream().skip(1).forEach(fits::add);
      picker.put(role, fits);
    }
  }

  private static Section written(
      Song song, Section section, LayerPicker picker, Set<Role> keep, long seed) {
    // a hit that opens the section and a riser that leads on belong to its borders
    List<Layer> kept =
        section.layers().stream()
            .filter(layer -> keep.contains(layer.role()) || layer.isOneShot())
            .toList();
    boolean silent = picker.picked().isEmpty();
    if (silent && !kept.isEmpty()) {
      return section.withLayers(kept);
    }
    boolean last = song.sections().getLast().id().equals(section.id());
    List<Layer> fresh =
        SectionWriter.layers(section, picker.picked(), last, song.facts().meter().beats(), seed);
    return SectionWriter.joined(section.withLayers(kept), fresh);
  }
}
