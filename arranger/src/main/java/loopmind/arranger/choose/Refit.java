package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Semitones;

/** Fits the layers of a song to another tempo or key, each with the loop that it has. */
public final class Refit {

  private static final int OCTAVE = 12;
  private static final double NEAR = 1e-6;

  private Refit() {}

  /**
   * The song at another tempo: loops that repeat play faster or slower and keep the reading they
   * have (as it is, at half or at double time) unless another is nearer; one-shots last as long as
   * they did.
   */
  public static Edited at(Song song, Bpm tempo) {
    Bpm was = song.facts().tempo();
    Set<String> notes = new LinkedHashSet<>();
    List<Section> sections = new ArrayList<>();
    for (Section section : song.sections()) {
      double end = section.bars().beats(song.facts().meter().beats()).value();
      List<Layer> layers = new ArrayList<>();
      for (Layer layer : section.layers()) {
        Loop loop = song.loop(layer.loop());
        layers.add(
            layer.isOneShot() || loop.tempo().isEmpty()
                ? struck(layer, loop, was, tempo, end)
                : repeating(layer, loop, tempo, notes));
      }
      sections.add(section.withLayers(layers));
    }
    return rebuilt(song, song.facts().with(tempo), sections, notes);
  }

  private static Edited rebuilt(
      Song song, SongFacts facts, List<Section> sections, Set<String> notes) {
    Song edited = new Song(facts, sections, song.transitions(), song.loops());
    return new Edited(edited, List.copyOf(notes));
  }

  private static Layer repeating(Layer layer, Loop loop, Bpm tempo, Set<String> notes) {
    TempoFit fit = TempoFit.keeping(loop.tempo().orElseThrow(), tempo, layer.cycle());
    if (fit.isFar()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s (%s) plays %.0f %% %s than recorded; another loop may sound better.",
              loop.name(),
              layer.role().word(),
              Math.abs(fit.speed() - 1) * 100,
              fit.speed() > 1 ? "faster" : "slower"));
    }
    Layer fitted = layer.fitted(fit.cycle(), fit.speed(), layer.shift());
    return fit.cycle().equals(layer.cycle()) ? fitted : withinCycle(fitted);
  }

  private static Layer withinCycle(Layer layer) {
    double cycle = layer.cycle().value();
    return layer.withPlacements(
        layer.placements().stream()
            .map(
                one ->
                    placement(
                        one.start().value(), one.length().value(), one.offset().value() % cycle))
            .toList());
  }

  private static Placement placement(double start, double length, double offset) {
    return new Placement(new BeatPosition(start), new Beats(length), new Beats(offset));
  }

  /** A one-shot that sounded whole still does; one that led up to the end still ends there. */
  private static Layer struck(Layer layer, Loop loop, Bpm was, Bpm tempo, double end) {
    double whole = was.beatsIn(loop.length()).value();
    double now = tempo.beatsIn(loop.length()).value();
    List<Placement> placed = new ArrayList<>();
    for (int i = 0; i < layer.placements().size(); i++) {
      Placement one = layer.placements().get(i);
      boolean last = i == layer.placements().size() - 1;
      double room = (last ? end : layer.placements().get(i + 1).start().value());
      boolean rises = last && one.end().value() > end - NEAR && one.start().value() > NEAR;
      boolean sounded = one.offset().value() < NEAR && one.length().value() > whole - NEAR;
      if (rises) {
        double length = Math.min(one.length().value(), now);
        placed.add(placement(end - length, length, now - length));
      } else {
        boolean cut = one.end().value() > room - NEAR && one.offset().value() < NEAR;
        double wanted = sounded || cut ? now : one.length().value();
        double length = Math.min(wanted, room - one.start().value());
        placed.add(placement(one.start().value(), length, one.offset().value()));
      }
    }
    return layer.withPlacements(placed);
  }

  /**
   * The song in another key: each tonal layer whose loop has a clear key is moved to it the
   * smallest way; those without one move with the song.
   */
  public static Edited in(Song song, MusicalKey key) {
    int moved = song.facts().key().shiftTo(key);
    return shifted(song, key, moved, true);
  }

  /**
   * The song moved by an interval, which names its new key; a whole octave moves every tonal layer
   * by as much.
   *
   * @param semitones -12 to 12
   */
  public static Edited by(Song song, int semitones) {
    MusicalKey key = song.facts().key().transposed(semitones);
    boolean octave = Math.abs(semitones) == OCTAVE;
    return shifted(song, key, octave ? semitones : song.facts().key().shiftTo(key), !octave);
  }

  private static Edited shifted(Song song, MusicalKey key, int moved, boolean smallest) {
    Set<String> notes = new LinkedHashSet<>();
    List<Section> sections = new ArrayList<>();
    for (Section section : song.sections()) {
      List<Layer> layers = new ArrayList<>();
      for (Layer layer : section.layers()) {
        Loop loop = song.loop(layer.loop());
        layers.add(
            layer.role().isTonal() ? tonal(layer, loop, key, moved, smallest, notes) : layer);
      }
      sections.add(section.withLayers(layers));
    }
    return rebuilt(song, song.facts().with(key), sections, notes);
  }

  private static Layer tonal(
      Layer layer, Loop loop, MusicalKey key, int moved, boolean smallest, Set<String> notes) {
    int present = (int) Math.rint(layer.shift().value());
    int shift =
        smallest
            ? KeyFit.clear(loop).map(heard -> heard.shiftTo(key)).orElse(near(present + moved))
            : present + moved;
    if (Math.abs(shift) > KeyFit.MOST_SHIFT) {
      notes.add(
          "%s (%s) is moved %d semitones; another loop may sound better."
              .formatted(loop.name(), layer.role().word(), shift));
    }
    return layer.fitted(layer.cycle(), layer.speed(), new Semitones(shift));
  }

  private static int near(int semitones) {
    int up = Math.floorMod(semitones, OCTAVE);
    return up > OCTAVE / 2 ? up - OCTAVE : up;
  }

  /** Loops by name, each with how far it is moved, where that is not as recorded. */
  public static Map<String, Integer> shifts(Song song) {
    Map<String, Integer> shifts = new TreeMap<>();
    for (Section section : song.sections()) {
      for (Layer layer : section.layers()) {
        int shift = (int) Math.rint(layer.shift().value());
        if (shift != 0) {
          shifts.put(song.loop(layer.loop()).name(), shift);
        }
      }
    }
    return shifts;
  }
}
