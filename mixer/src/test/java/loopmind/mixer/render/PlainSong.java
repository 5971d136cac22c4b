package loopmind.mixer.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.TempoFact;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.Effects;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.LayerId;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.MixSettings;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.song.Transition;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.arranger.units.Semitones;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.Spectrum;
import loopmind.mixer.measure.TruePeakMeter;

/** Songs at 120 BPM out of signals with known answers: a beat is 24,000 frames, a bar 2 s. */
final class PlainSong {

  static final int BEAT = 24_000, BAR = 4 * BEAT, TURN = 4 * BAR;

  private final Map<LoopId, Loop> loops = new HashMap<>();
  private final Map<LoopId, AudioBuffer> sounds = new HashMap<>();
  private final List<Section> sections = new ArrayList<>();
  private final Map<SectionId, Transition> transitions = new LinkedHashMap<>();

  /** A loop of four bars, the same on both sides, for all layers of a role. */
  PlainSong with(Role role, IntToDoubleFunction signal) {
    float[] one = new float[TURN];
    for (int i = 0; i < TURN; i++) {
      one[i] = (float) signal.applyAsDouble(i);
    }
    AudioBuffer sound = new AudioBuffer(new float[][] {one}, new SampleRate(48_000));
    LoopId id = new LoopId("a" + role.ordinal());
    sounds.put(id, sound);
    loops.put(id, loop(id, role, sound));
    return this;
  }

  static IntToDoubleFunction sine(double hz) {
    return i -> 0.3 * Math.sin(2 * Math.PI * hz * i / 48_000);
  }

  static IntToDoubleFunction noise(int seed) {
    double[] samples = new Random(seed).doubles(TURN, -0.3, 0.3).toArray();
    return i -> samples[i];
  }

  /** A burst of noise of 20 ms at the start of the loop. */
  static IntToDoubleFunction burst() {
    IntToDoubleFunction noise = noise(9);
    return i -> i < 960 ? 2 * noise.applyAsDouble(i) * Math.sin(Math.PI * i / 960) : 0;
  }

  /** A falling tone on every beat. */
  static IntToDoubleFunction kicks() {
    return i -> {
      int since = i % BEAT;
      return 0.8 * Math.sin(2 * Math.PI * 55 * since / 48_000.0) * Math.exp(-since / 3000.0);
    };
  }

  private static Loop loop(LoopId id, Role role, AudioBuffer sound) {
    return new Loop(
        id,
        role.word(),
        Path.of(role.word() + ".wav"),
        Optional.empty(),
        LoopKind.LOOP,
        Seconds.ZERO,
        sound.length(),
        sound.rate(),
        1,
        Optional.of(
            new TempoFact(
                new Bpm(120), 1, List.of(), new Beats(16), Meter.FOUR_FOUR, Seconds.ZERO)),
        Optional.empty(),
        role,
        1,
        role.word(),
        List.of(),
        LoudnessMeter.of(sound),
        TruePeakMeter.of(sound),
        0.5,
        List.of(),
        Spectrum.of(sound).profile(),
        Embedding.NONE);
  }

  static Effects effect(EffectKind kind, int strength) {
    return new Effects(Map.of(kind, strength));
  }

  /** Adds a section in which these roles sound throughout. */
  PlainSong section(int bars, Role... roles) {
    return section(bars, Effects.NONE, Effects.NONE, roles);
  }

  /** Likewise, with effects on the section and on each of its layers. */
  PlainSong section(int bars, Effects onSection, Effects onLayers, Role... roles) {
    List<Layer> layers = new ArrayList<>();
    for (Role role : roles) {
      layers.add(
          new Layer(
                  new LayerId(role.word()),
                  role,
                  new LoopId("a" + role.ordinal()),
                  new Beats(16),
                  1,
                  Semitones.ZERO,
                  Decibels.ZERO,
                  List.of(new Placement(BeatPosition.ZERO, new Beats(4.0 * bars), Beats.ZERO)),
                  List.of())
              .withEffects(onLayers));
    }
    SectionId id = new SectionId("part-" + sections.size());
    sections.add(
        new Section(
            id, SectionKind.VERSE, new Bars(bars), 0.6, layers, Optional.empty(), onSection));
    return this;
  }

  /** The transition into the section that was added last. */
  PlainSong by(TransitionKind kind, double beats) {
    transitions.put(sections.getLast().id(), new Transition(kind, new Beats(beats)));
    return this;
  }

  Song song(MixMode mode) {
    return new Song(
        new SongFacts(
            "Plain",
            "house",
            new Bpm(120),
            Meter.FOUR_FOUR,
            new MusicalKey(9, Mode.MINOR),
            7,
            new MixSettings(mode, new Lufs(-14))),
        sections,
        transitions,
        loops);
  }

  Renderer renderer() {
    return new Renderer(loop -> sounds.get(loop.id()));
  }

  /** The raw mix before the master. */
  float[][] mix() {
    return LocalRenderTest.mix(renderer(), song(MixMode.RAW));
  }

  /** The raw stems before the master. */
  Map<Role, float[][]> stems() {
    return stems(song(MixMode.RAW), 2);
  }

  Map<Role, float[][]> stems(Song song, int threads) {
    RenderOptions options =
        RenderOptions.whole(Path.of("no.wav"), Optional.of(Path.of("no")), threads);
    Map<Role, float[][]> stems = new EnumMap<>(Role.class);
    try (Takes takes = renderer().play(song, options, RenderProgress.NONE)) {
      takes
          .stems()
          .forEach(
              (role, reel) -> {
                float[][] stem = new float[2][(int) reel.frames()];
                reel.read(0, stem, stem[0].length);
                stems.put(role, stem);
              });
    }
    return stems;
  }
}
