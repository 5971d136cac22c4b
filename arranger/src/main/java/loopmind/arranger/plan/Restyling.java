package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import loopmind.arranger.choose.Refit;
import loopmind.arranger.choose.Reselection;
import loopmind.arranger.choose.SongFrame;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.song.Style;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.Bpm;

/**
 * Makes the same song another genre: its form as the style has it, its own loops where the style
 * can use them, who plays where planned anew. The key stays; the tempo goes where the style is.
 */
public final class Restyling {

  private final Planner planner;
  private final List<Loop> library;

  /**
   * @param library what there is to choose from beside the song's own loops
   */
  public Restyling(Planner planner, List<Loop> library) {
    this.planner = planner;
    this.library = List.copyOf(library);
  }

  /**
   * The song in that style.
   *
   * @param keep roles whose layers stay as they are, fitted to the tempo
   */
  public Edited restyle(Song song, Style style, Set<Role> keep) {
    Bpm tempo = Reselection.tempo(song, style);
    SongFrame frame = new SongFrame(style, tempo, song.facts().key(), song.facts().meter());
    Reselection loops = new Reselection(song, library, frame, keep);
    List<FormTurn.Turned> turned = FormTurn.of(song, style.dance());
    Plan plan = plan(song, frame, turned, loops, keep);
    Song fitted = Refit.at(song, tempo).song();
    Palette palette = new Palette(fitted.withFacts(facts(song, style, tempo)), library);
    RestyledSections written =
        new RestyledSections(fitted, turned, plan, loops.fits(), palette, keep);
    Map<LoopId, Loop> used = new TreeMap<>(song.loops());
    used.putAll(written.loops());
    Song restyled =
        new Song(facts(song, style, tempo), written.sections(), written.transitions(), used);
    return new Edited(restyled, notes(song, tempo, loops));
  }

  private static List<String> notes(Song song, Bpm tempo, Reselection loops) {
    List<String> notes = new ArrayList<>(loops.notes());
    if (!tempo.equals(song.facts().tempo())) {
      notes.add(
          "The tempo is %.0f BPM instead of %.0f, as the style has it; the key stays %s."
              .formatted(tempo.value(), song.facts().tempo().value(), song.facts().key()));
    }
    return notes;
  }

  private static SongFacts facts(Song song, Style style, Bpm tempo) {
    SongFacts was = song.facts();
    return new SongFacts(
        was.title(),
        style.name(),
        tempo,
        was.meter(),
        was.key(),
        was.seed(),
        was.mix().with(style.loudness()));
  }

  private Plan plan(
      Song song, SongFrame frame, List<FormTurn.Turned> turned, Reselection loops, Set<Role> keep) {
    List<Form.Part> parts = new ArrayList<>();
    turned.forEach(one -> parts.add(new Form.Part(one.kind(), one.bars())));
    Set<Role> atHand = atHand(frame, loops, keep);
    Set<Role> wanted = EnumSet.noneOf(Role.class);
    wanted.addAll(keep);
    // somebody's voice and tunes are the song, whatever the style usually has
    for (Role own : List.of(Role.VOCAL, Role.MELODY)) {
      addIf(wanted, own, !loops.fits().getOrDefault(own, Map.of()).isEmpty());
    }
    PlanRequest request =
        new PlanRequest(
            frame.style(),
            frame.tempo(),
            frame.meter(),
            Bars.ZERO,
            List.of(),
            atHand,
            wanted,
            Set.of(),
            List.of(),
            song.facts().seed());
    return planner.dressed(new Form(parts, 0), request);
  }

  private Set<Role> atHand(SongFrame frame, Reselection loops, Set<Role> keep) {
    Set<Role> atHand = EnumSet.noneOf(Role.class);
    loops.fits().forEach((role, fits) -> addIf(atHand, role, !fits.isEmpty()));
    library.stream()
        .filter(Loop::repeats)
        .map(Loop::role)
        .filter(role -> frame.style().carriers().contains(role))
        .forEach(atHand::add);
    atHand.addAll(keep);
    return atHand;
  }

  private static void addIf(Set<Role> roles, Role role, boolean there) {
    if (there) {
      roles.add(role);
    }
  }
}
