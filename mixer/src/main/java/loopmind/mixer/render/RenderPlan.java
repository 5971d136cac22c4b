package loopmind.mixer.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.TempoMap;
import loopmind.mixer.mix.SongMix;

/**
 * What is read, fitted and summed to make a song, in frames. A pure function of the song: the same
 * song gives the same plan.
 *
 * @param map of the song
 * @param frames length of the song
 * @param clips by role, in the order in which they begin
 * @param passages the transitions, in order
 */
record RenderPlan(TempoMap map, long frames, Map<Role, List<Clip>> clips, List<Passage> passages) {

  private static final double DRUM_FADE_IN_S = 0.0005,
      FADE_IN_S = 0.008,
      FADE_OUT_S = 0.006,
      TONE_FADE_OUT_S = 0.03;

  static RenderPlan of(Song song, SongMix mix, SampleRate rate) {
    return new Writer(song, mix, rate).write();
  }

  /** The sounds that are needed, each with a clip that uses it. */
  Map<TurnKey, Clip> turns() {
    Map<TurnKey, Clip> turns = new TreeMap<>();
    clips.values().forEach(all -> all.forEach(clip -> turns.putIfAbsent(clip.turn(), clip)));
    return turns;
  }

  private static final class Writer {
    private final Song song;
    private final SongMix mix;
    private final TempoMap map;
    private final Map<Role, List<Clip>> clips = new EnumMap<>(Role.class);
    private final List<Passage> passages = new ArrayList<>();

    Writer(Song song, SongMix mix, SampleRate rate) {
      this.song = song;
      this.mix = mix;
      this.map = song.tempoMap(rate);
    }

    RenderPlan write() {
      for (Role role : song.roles()) {
        clips.put(role, new ArrayList<>());
      }
      List<Section> sections = song.sections();
      for (int i = 0; i < sections.size(); i++) {
        Section section = sections.get(i);
        double start = song.startOf(section.id()).value();
        for (Layer layer : section.layers()) {
          for (Placement placement : layer.placements()) {
            add(section, layer, placement, start);
          }
        }
        song.transitionInto(section.id())
            .ifPresent(into -> passage(into.kind(), start - into.length().value(), start));
      }
      passages.stream()
          .filter(passage -> passage.kind() == TransitionKind.CROSSFADE)
          .forEach(this::crossfade);
      long frames = frame(map.beatsOf(song.bars()).value());
      return new RenderPlan(map, frames, clips, List.copyOf(passages));
    }

    private void passage(TransitionKind kind, double startBeat, double borderBeat) {
      double beatFrames = 60.0 * map.rate().hz() / map.tempo().value();
      passages.add(
          new Passage(
              kind,
              frame(Math.max(0, startBeat)),
              frame(borderBeat),
              beatFrames,
              song.facts().seed() * 1_000_003 + passages.size()));
    }

    private void add(Section section, Layer layer, Placement placement, double sectionStart) {
      double cycle = layer.cycle().value();
      double origin = sectionStart + placement.start().value() - placement.offset().value();
      long turnFrames = Math.round(cycle * 60 * map.rate().hz() / map.tempo().value());
      SongMix.LayerLevel level = mix.levelOf(section, layer);
      long start = frame(sectionStart + placement.start().value());
      long end = frame(sectionStart + placement.end().value());
      List<Clip> mine = clips.computeIfAbsent(layer.role(), role -> new ArrayList<>());
      double fadeOut = layer.role().isTonal() ? TONE_FADE_OUT_S : FADE_OUT_S;
      double fadeIn = fadeIn(layer, placement);
      Clip clip =
          new Clip(
              new TurnKey(layer.loop(), turnFrames, layer.shift().value()),
              song.loop(layer.loop()),
              layer.role(),
              origin,
              cycle,
              start,
              end,
              level.left(),
              level.right(),
              level.left(),
              level.right(),
              Math.round(fadeIn * map.rate().hz()),
              Math.round(fadeOut * map.rate().hz()));
      Optional<Clip> before = mine.stream().filter(earlier -> carriesOn(earlier, clip)).findFirst();
      if (before.isPresent()) {
        mine.set(mine.indexOf(before.get()), before.get().fading(before.get().fadeIn(), 0));
        mine.add(clip.carryingOn(before.get()));
      } else {
        mine.add(clip);
      }
    }

    /** A riser of which only the end is heard grows out of nothing. */
    private double fadeIn(Layer layer, Placement placement) {
      if (layer.isOneShot() && placement.offset().value() > 0) {
        return map.tempo().lengthOf(placement.length()).value() / 2;
      }
      return layer.role().isPercussive() || layer.isOneShot() ? DRUM_FADE_IN_S : FADE_IN_S;
    }

    /** Whether {@code later} goes on where {@code earlier} stops, in the same loop and phase. */
    private static boolean carriesOn(Clip earlier, Clip later) {
      if (earlier.end() != later.start()
          || !earlier.turn().equals(later.turn())
          || later.cycleBeats() == 0) {
        return false;
      }
      double turns = (later.originBeat() - earlier.originBeat()) / later.cycleBeats();
      return Math.abs(turns - Math.rint(turns)) < 1e-6;
    }

    /** What ends at the border fades over the whole passage; what goes on stays. */
    private void crossfade(Passage passage) {
      for (List<Clip> all : clips.values()) {
        all.replaceAll(
            clip ->
                clip.end() == passage.border() && clip.fadeOut() > 0
                    ? clip.fading(
                        clip.fadeIn(),
                        Math.min(passage.border() - passage.start(), clip.end() - clip.start()))
                    : clip);
      }
    }

    private long frame(double beat) {
      return map.framesAt(new BeatPosition(beat)).count();
    }
  }
}
