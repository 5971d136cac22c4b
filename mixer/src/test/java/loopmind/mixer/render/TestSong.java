package loopmind.mixer.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.TempoFact;
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

/** Songs for tests, out of loops that are synthesised here: four bars each, in A minor. */
final class TestSong {

  static final int HZ = 48_000;
  private static final int[] BASS = {45, 41, 36, 43};
  private static final int[][] CHORDS = {{57, 60, 64}, {57, 60, 65}, {55, 60, 64}, {55, 59, 62}};
  private static final int[] TUNE = {69, 72, 76, 74, 72, 69, 67, 71};

  /** Loops of one tempo, made once for all tests. */
  private record Pack(Map<LoopId, Loop> loops, Map<LoopId, AudioBuffer> sounds) {}

  private static final Map<Double, Pack> PACKS = new ConcurrentHashMap<>();

  private final Map<LoopId, Loop> loops;
  private final Map<LoopId, AudioBuffer> sounds;
  private final List<Section> sections = new ArrayList<>();
  private final Map<SectionId, Transition> transitions = new LinkedHashMap<>();
  private final double bpm;
  private final double loopBpm;

  TestSong(double bpm, double loopBpm) {
    this.bpm = bpm;
    this.loopBpm = loopBpm;
    boolean isNew = !PACKS.containsKey(loopBpm);
    Pack pack =
        PACKS.computeIfAbsent(
            loopBpm, any -> new Pack(new LinkedHashMap<>(), new LinkedHashMap<>()));
    loops = pack.loops();
    sounds = pack.sounds();
    if (isNew) {
      add(Role.DRUMS, drums());
      add(Role.BASS, notes(Role.BASS));
      add(Role.CHORDS, notes(Role.CHORDS));
      add(Role.MELODY, notes(Role.MELODY));
      add(Role.PAD, notes(Role.PAD));
      add(Role.PERCUSSION, shaker());
    }
  }

  LoopAudio audio() {
    return loop -> sounds.get(loop.id());
  }

  private double beatFrames() {
    return 60.0 * HZ / loopBpm;
  }

  private float[][] empty(int channels) {
    return new float[channels][(int) Math.round(16 * beatFrames())];
  }

  private float[][] drums() {
    float[][] out = empty(1);
    Random random = new Random(1);
    for (int step = 0; step < 64; step++) {
      int at = (int) Math.round(step * beatFrames() / 4);
      if (step % 8 == 0 || step % 16 == 10) {
        for (int i = 0; i < 12_000 && at + i < out[0].length; i++) {
          double hz = 50 + 100 * Math.exp(-i / 700.0);
          out[0][at + i] +=
              (float) (0.8 * Math.sin(2 * Math.PI * hz * i / HZ) * Math.exp(-i / 3500.0));
        }
      }
      double noise = step % 8 == 4 ? 0.4 : step % 2 == 0 ? 0.12 : 0.05;
      double decay = step % 8 == 4 ? 3000 : 700;
      for (int i = 0; i < 9000 && at + i < out[0].length; i++) {
        out[0][at + i] += (float) (noise * random.nextGaussian() / 2 * Math.exp(-i / decay));
      }
    }
    return out;
  }

  private float[][] shaker() {
    float[][] out = empty(2);
    Random random = new Random(2);
    for (int step = 0; step < 64; step++) {
      int at = (int) Math.round(step * beatFrames() / 4);
      for (int i = 0; i < 3000 && at + i < out[0].length; i++) {
        double swell = Math.sin(Math.PI * Math.min(1, i / 3000.0));
        for (int c = 0; c < 2; c++) {
          out[c][at + i] += (float) (0.1 * random.nextGaussian() * swell * (step % 2 + 1) / 2);
        }
      }
    }
    return out;
  }

  private float[][] notes(Role role) {
    float[][] out = empty(role == Role.BASS ? 1 : 2);
    for (int bar = 0; bar < 4; bar++) {
      double start = bar * 4 * beatFrames();
      switch (role) {
        case BASS -> {
          for (int beat = 0; beat < 4; beat++) {
            tone(out, start + beat * beatFrames(), beatFrames() * 0.9, BASS[bar] - 12, 0.5, 3);
          }
        }
        case MELODY -> {
          tone(out, start, beatFrames() * 2, TUNE[2 * bar], 0.3, 5);
          tone(out, start + 2 * beatFrames(), beatFrames() * 1.5, TUNE[2 * bar + 1], 0.3, 5);
        }
        default -> {
          for (int note : CHORDS[bar]) {
            tone(out, start, beatFrames() * 3.9, note, 0.2, role == Role.PAD ? 8 : 4);
          }
        }
      }
    }
    return out;
  }

  private static void tone(
      float[][] out, double start, double length, int midi, double peak, int partials) {
    double hz = 440 * Math.pow(2, (midi - 69) / 12.0);
    for (int c = 0; c < out.length; c++) {
      for (int i = 0; i < length && (int) start + i < out[c].length; i++) {
        double edge = Math.min(1, Math.min(i / 200.0, (length - i) / 1500.0));
        double sum = 0;
        for (int p = 1; p <= partials; p++) {
          sum += Math.sin(2 * Math.PI * p * hz * i / HZ + c * p * 0.4) / p;
        }
        out[c][(int) start + i] += (float) (peak * edge * sum / 2);
      }
    }
  }

  private void add(Role role, float[][] samples) {
    AudioBuffer sound = new AudioBuffer(samples, new SampleRate(HZ));
    LoopId id = new LoopId("0" + role.ordinal());
    sounds.put(id, sound);
    loops.put(
        id,
        new Loop(
            id,
            role.word(),
            Path.of(role.word() + ".wav"),
            Optional.empty(),
            LoopKind.LOOP,
            Seconds.ZERO,
            sound.length(),
            sound.rate(),
            samples.length,
            Optional.of(
                new TempoFact(
                    new Bpm(loopBpm), 1, List.of(), new Beats(16), Meter.FOUR_FOUR, Seconds.ZERO)),
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
            Embedding.NONE));
  }

  /** Adds a section in which the given roles sound throughout. */
  TestSong section(SectionKind kind, int bars, double energy, Role... roles) {
    List<Layer> layers = new ArrayList<>();
    for (Role role : roles) {
      layers.add(
          new Layer(
              new LayerId(role.word()),
              role,
              new LoopId("0" + role.ordinal()),
              new Beats(16),
              bpm / loopBpm,
              Semitones.ZERO,
              Decibels.ZERO,
              List.of(new Placement(BeatPosition.ZERO, new Beats(4.0 * bars), Beats.ZERO)),
              List.of()));
    }
    SectionId id = new SectionId(kind.word() + "-" + sections.size());
    sections.add(new Section(id, kind, new Bars(bars), energy, layers, Optional.empty()));
    return this;
  }

  /** The transition into the section that was added last. */
  TestSong by(TransitionKind kind, double beats) {
    transitions.put(sections.getLast().id(), new Transition(kind, new Beats(beats)));
    return this;
  }

  Song song(MixMode mode, double lufs) {
    return new Song(
        new SongFacts(
            "Test",
            "house",
            new Bpm(bpm),
            Meter.FOUR_FOUR,
            new MusicalKey(9, Mode.MINOR),
            7,
            new MixSettings(mode, new Lufs(lufs))),
        sections,
        transitions,
        loops);
  }

  /** Intro, verse, hook and outro with a transition into each. */
  static TestSong usual(double bpm, double loopBpm) {
    Role[] all = {Role.DRUMS, Role.BASS, Role.CHORDS, Role.MELODY, Role.PAD, Role.PERCUSSION};
    return new TestSong(bpm, loopBpm)
        .section(SectionKind.INTRO, 4, 0.2, Role.PAD, Role.CHORDS)
        .section(SectionKind.VERSE, 8, 0.5, Role.DRUMS, Role.BASS, Role.CHORDS)
        .by(TransitionKind.RISER, 4)
        .section(SectionKind.HOOK, 8, 0.9, all)
        .by(TransitionKind.BUILDUP, 8)
        .section(SectionKind.OUTRO, 4, 0.3, Role.CHORDS, Role.PAD)
        .by(TransitionKind.REVERB_TAIL, 4);
  }
}
