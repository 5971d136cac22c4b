package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import loopmind.arranger.choose.ChoiceRequest;
import loopmind.arranger.choose.FrameFinder;
import loopmind.arranger.choose.LoopChooser;
import loopmind.arranger.choose.LoopFilter;
import loopmind.arranger.choose.LoopSet;
import loopmind.arranger.choose.SongFrame;
import loopmind.arranger.choose.StyleFinder;
import loopmind.arranger.choose.Wish;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.MixSettings;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.song.Style;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.Bpm;

/** From a wish and a library to a song: frame, plan, loops, layers. */
public final class Composer {

  /** Styles mastered at this loudness or below are calm. */
  private static final double CALM_LUFS = -13;

  private final Function<PlanRequest, Plan> planner;
  private final StyleFinder styles;

  /**
   * @param planner writes the plan
   * @param styles finds the style that is meant
   */
  public Composer(Function<PlanRequest, Plan> planner, StyleFinder styles) {
    this.planner = planner;
    this.styles = styles;
  }

  /**
   * A new song.
   *
   * @param song the song
   * @param notes sentences on what was not met as said, or was filled in
   */
  public record Composition(Song song, List<String> notes) {

    public Composition {
      notes = List.copyOf(notes);
    }
  }

  /**
   * @param wish what is asked
   * @param library every loop there is
   * @throws EditRefused where no song can be made, saying why and what to do
   */
  public Composition compose(ComposeWish wish, List<Loop> library) {
    List<String> notes = new ArrayList<>();
    List<Loop> loops = usable(wish, library);
    StyleFinder.Found found = style(wish, loops);
    found.note().ifPresent(notes::add);
    SongFrame frame = frame(wish, found.style(), loops);
    Set<Role> unwanted = unwanted(wish.exclude());
    LoopChooser chooser = new LoopChooser(loops);
    Set<Role> atHand = EnumSet.noneOf(Role.class);
    atHand.addAll(chooser.rolesAtHand());
    // first the loops, then the plan, so that no section is planned for a role left without a loop
    Set<Role> toFill = EnumSet.copyOf(atHand);
    toFill.removeAll(unwanted);
    anchor(wish, loops)
        .map(Loop::role)
        .filter(unwanted::contains)
        .ifPresent(
            role -> {
              throw new EditRefused(
                  "The song would be built around a %s loop, but without any %s. Leave one of the two out.",
                  role.word(), role.word());
            });
    LoopSet set = calm(found.style(), chooser.choose(choice(wish, frame, toFill)));
    notes.addAll(set.notes());
    Set<Role> wanted = EnumSet.noneOf(Role.class);
    wish.include().stream().map(Wish::role).forEach(wanted::add);
    anchor(wish, loops).map(Loop::role).ifPresent(wanted::add);
    Plan plan = planner.apply(planRequest(wish, frame, set.roles(), wanted, unwanted));
    SongFacts facts = facts(wish, frame);
    return new Composition(new SongWriter(facts, plan, set).write(), notes);
  }

  /** Quiet styles are not built up by risers. */
  private static LoopSet calm(Style style, LoopSet set) {
    return style.loudness().value() > CALM_LUFS
        ? set
        : new LoopSet(set.layers(), set.hits(), List.of(), set.notes());
  }

  private static List<Loop> usable(ComposeWish wish, List<Loop> library) {
    if (library.isEmpty()) {
      throw new EditRefused(
          "There are no loops to make a song of. Point LoopMind at a folder with loops: --folder DIR.");
    }
    List<Loop> loops = withAnchor(wish, library, LoopFilter.only(library, wish.useOnly()));
    if (loops.stream().noneMatch(Loop::repeats)) {
      throw new EditRefused(
          wish.useOnly().isEmpty()
              ? "None of the %d sounds repeats in a tempo, so there is nothing to build a song of. Add some loops."
              : "None of the %d sounds is a loop that answers to "
                  + String.join(" or ", wish.useOnly()).replace("%", "%%")
                  + ". Name others, or leave that out.",
          library.size());
    }
    return loops;
  }

  /** The anchor is used whatever else is left out. */
  private static List<Loop> withAnchor(ComposeWish wish, List<Loop> library, List<Loop> allowed) {
    Optional<Loop> anchor = anchor(wish, library);
    anchor
        .filter(loop -> !loop.repeats())
        .ifPresent(
            loop -> {
              throw new EditRefused(
                  "%s does not repeat in a tempo, so no song can be built around it. Name a loop with a tempo.",
                  loop.name());
            });
    if (anchor.isEmpty() || allowed.contains(anchor.get())) {
      return allowed;
    }
    List<Loop> loops = new ArrayList<>(allowed);
    loops.add(anchor.get());
    return loops;
  }

  private static Optional<Loop> anchor(ComposeWish wish, List<Loop> loops) {
    return wish.anchor().flatMap(id -> loops.stream().filter(l -> l.id().equals(id)).findFirst());
  }

  private StyleFinder.Found style(ComposeWish wish, List<Loop> loops) {
    if (!wish.style().isBlank()) {
      return styles.find(wish.style());
    }
    List<Loop> speaking = anchor(wish, loops).map(List::of).orElse(loops);
    return new StyleFinder.Found(styles.fromLibrary(speaking, wish.moods()), Optional.empty());
  }

  private static SongFrame frame(ComposeWish wish, Style style, List<Loop> loops) {
    FrameFinder finder = new FrameFinder(loops);
    Optional<Loop> anchor = anchor(wish, loops);
    Bpm tempo =
        wish.tempo()
            .or(() -> anchor.filter(Loop::repeats).map(loop -> FrameFinder.tempoOf(loop, style)))
            .orElseGet(() -> finder.tempo(style));
    MusicalKey key =
        wish.key()
            .or(() -> anchor.flatMap(Loop::key).map(fact -> fact.key()))
            .orElseGet(() -> finder.key(style, tempo, wish.moods()));
    Meter meter = anchor.flatMap(Loop::tempo).map(fact -> fact.meter()).orElseGet(finder::meter);
    return new SongFrame(style, tempo, key, meter);
  }

  private static Set<Role> unwanted(List<String> exclude) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : exclude) {
      String one = word.strip().toLowerCase(Locale.ROOT);
      Role.named(one)
          .or(() -> Role.named(one.endsWith("s") ? one.substring(0, one.length() - 1) : one))
          .ifPresent(roles::add);
    }
    return roles;
  }

  private static ChoiceRequest choice(ComposeWish wish, SongFrame frame, Set<Role> roles) {
    return new ChoiceRequest(
        frame, roles, wish.include(), wish.moods(), wish.exclude(), wish.anchor(), wish.seed());
  }

  private static PlanRequest planRequest(
      ComposeWish wish, SongFrame frame, Set<Role> atHand, Set<Role> wanted, Set<Role> unwanted) {
    PlanRequest request =
        new PlanRequest(
            frame.style(),
            frame.tempo(),
            frame.meter(),
            wish.bars(),
            wish.sections(),
            atHand,
            wanted,
            unwanted,
            wish.moods(),
            wish.seed());
    boolean inSeconds = wish.bars().equals(Bars.ZERO) && wish.seconds().value() > 0;
    return inSeconds ? request.lasting(wish.seconds()) : request;
  }

  private static SongFacts facts(ComposeWish wish, SongFrame frame) {
    Style style = frame.style();
    MixSettings mix =
        new MixSettings(
            wish.mode().orElse(MixMode.POLISHED), wish.loudness().orElse(style.loudness()));
    return new SongFacts(
        title(wish, style),
        style.name(),
        frame.tempo(),
        frame.meter(),
        frame.key(),
        wish.seed(),
        mix);
  }

  private static String title(ComposeWish wish, Style style) {
    List<String> words = new ArrayList<>(wish.moods().stream().limit(2).toList());
    words.add(wish.style().isBlank() ? style.name() : wish.style());
    String title = String.join(" ", words).strip();
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }
}
