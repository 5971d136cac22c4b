package loopmind.mixer.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.Effects;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Transition;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.TempoMap;
import loopmind.mixer.mix.SongMix;
import loopmind.mixer.mix.Space;

/** Writes down what is played in a song, section by section. */
final class SongPlanner {

  /** The hall is cut where it is this much below what a fall of 60 dB takes. */
  private static final double HALL_SHARE = 1.1;

  /** Repeats of the echo until it has fallen by 60 dB. */
  private static final double ECHO_REPEATS = 7;

  private final Song song;
  private final SongMix mix;
  private final TempoMap map;
  private final double beatFrames;

  private SongPlanner(Song song, SampleRate rate) {
    this.song = song;
    mix = new SongMix(song);
    map = song.tempoMap(rate);
    beatFrames = 60.0 * rate.hz() / map.tempo().value();
  }

  static SongPlan plan(Song song, SampleRate rate) {
    return new SongPlanner(song, rate).write();
  }

  private SongPlan write() {
    List<SongPlan.Place> places = new ArrayList<>();
    List<Section> sections = song.sections();
    int bar = 0;
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      Optional<Transition> out =
          i + 1 < sections.size()
              ? song.transitionInto(sections.get(i + 1).id())
              : Optional.empty();
      long fadeIn = i == 0 ? 0 : crossfadeInto(section, sections.get(i - 1));
      long at = map.framesAt(map.startOfBar(bar)).count();
      places.add(new SongPlan.Place(section.id(), at, segment(section, out, fadeIn)));
      bar += section.bars().count();
    }
    return new SongPlan(map, map.framesAt(map.startOfBar(bar)).count(), places);
  }

  /** Frames before the section over which it fades in; 0 where the one before does not fade. */
  private long crossfadeInto(Section section, Section before) {
    return song.transitionInto(section.id())
        .filter(into -> into.kind() == TransitionKind.CROSSFADE)
        .map(into -> Math.min(frame(into.length().value()), framesOf(before)))
        .orElse(0L);
  }

  private long framesOf(Section section) {
    return frame(map.beatsOf(section.bars()).value());
  }

  private long frame(double beat) {
    return Clip.frameAt(beat, beatFrames);
  }

  private Segment segment(Section section, Optional<Transition> into, long crossfade) {
    Optional<Passage> out = into.map(next -> passage(section, next));
    Clips clips = new Clips(song, section, mix, beatFrames, map.rate(), crossfade, out);
    Map<Part, Part> parts = new LinkedHashMap<>();
    for (Layer layer : section.layers()) {
      if (!layer.muted()) {
        Part part = part(section, layer, clips.of(layer));
        parts.merge(part.withClips(List.of()), part, Part::joined);
      }
    }
    List<Part> all = List.copyOf(parts.values());
    long lead =
        all.stream()
            .flatMap(part -> part.clips().stream())
            .mapToLong(clip -> -clip.heardFrom())
            .max()
            .orElse(0);
    return new Segment(
        map.rate(),
        beatFrames,
        map.beatsPerBar(),
        framesOf(section),
        Math.max(0, lead),
        tail(all, out),
        all,
        out,
        mix.space());
  }

  private Part part(Section section, Layer layer, List<Clip> clips) {
    Effects all = SongMix.effects(section, layer);
    Map<EffectKind, Integer> moving = new EnumMap<>(EffectKind.class);
    moving.putAll(all.strengths());
    moving.keySet().removeIf(kind -> !PartPlayer.MOVING.contains(kind));
    Role role = layer.role();
    return new Part(
        role,
        clips,
        new Effects(moving),
        mix.hallDb(role, all),
        mix.echoDb(role, all),
        mix.duckDb(role));
  }

  private Passage passage(Section section, Transition into) {
    long border = framesOf(section);
    long start = Math.max(0, border - frame(into.length().value()));
    boolean rises = Passage.rises(into.kind());
    double tonicHz = 440 * Math.pow(2, (song.facts().key().tonic() - 9) / 12.0);
    long seed = song.facts().seed() * 1_000_003 + section.id().text().hashCode();
    return new Passage(
        into.kind(),
        start,
        border,
        beatFrames,
        map.beatsPerBar(),
        rises ? tonicHz : 0,
        rises ? seed : 0);
  }

  private long tail(List<Part> parts, Optional<Passage> out) {
    Space space = mix.space();
    double seconds = 0;
    boolean hall = parts.stream().anyMatch(part -> part.hallDb() > SongMix.NO_SEND_DB);
    if (hall) {
      seconds = HALL_SHARE * space.hallDecay().value();
    }
    if (parts.stream().anyMatch(part -> part.echoDb() > SongMix.NO_SEND_DB)) {
      seconds = Math.max(seconds, ECHO_REPEATS * space.echoTime().value());
    }
    if (out.filter(p -> p.kind() == TransitionKind.REVERB_TAIL).isPresent()) {
      seconds = Math.max(seconds, TailReverb.DECAY.value() * HALL_SHARE);
    }
    return Math.round(seconds * map.rate().hz());
  }
}
