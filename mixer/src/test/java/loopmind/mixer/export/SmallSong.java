package loopmind.mixer.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.TempoFact;
import loopmind.arranger.song.History;
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
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.Dither;
import loopmind.mixer.audio.SampleFormat;
import loopmind.mixer.audio.WavWriter;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.Spectrum;
import loopmind.mixer.measure.TruePeakMeter;

/**
 * Intro (2 bars), hook, hook (1 bar each) at 120 BPM in D minor, of three loops on disk: one bar of
 * drums at 100 BPM, two bars of bass in C, and a hit. The hit sounds once in the intro, the bass is
 * muted in the last hook.
 */
final class SmallSong implements LoopFiles {

  static final SampleRate RATE = new SampleRate(44_100);
  static final double LOOP_BPM = 100;
  static final LoopId DRUMS = new LoopId("d0"), BASS = new LoopId("ba55"), HIT = new LoopId("f0");

  private final Map<LoopId, Path> files = new TreeMap<>();
  private final Map<LoopId, Loop> loops = new LinkedHashMap<>();

  SmallSong(Path folder) {
    add(folder, "My <Drums> & \"Kit\"", DRUMS, Role.DRUMS, "kit", drums(), 4);
    add(folder, "Bass", BASS, Role.BASS, "bass", bass(), 8);
    add(folder, "Impact", HIT, Role.FX, "impact", new float[][] {drums()[0]}, 0);
  }

  private static int frame(double beat) {
    return (int) Math.round(beat * 60 / LOOP_BPM * RATE.hz());
  }

  /** Kick on 1 and 3, snare on 2 and 4, hat on every off-beat eighth. */
  private static float[][] drums() {
    float[] out = new float[frame(4)];
    Random random = new Random(1);
    for (int step = 0; step < 8; step++) {
      int at = frame(step / 2.0);
      double last = 0;
      for (int i = 0; i < 9_000 && at + i < out.length; i++) {
        double noise = random.nextGaussian();
        double kick = 0.8 * Math.sin(2 * Math.PI * 55 * i / RATE.hz()) * Math.exp(-i / 3000.0);
        double tone = Math.sin(2 * Math.PI * 190 * i / RATE.hz());
        double snare = (0.2 * tone + 0.15 * noise) * Math.exp(-i / 2500.0);
        // the difference of neighbours is noise without lows
        double hat = 0.05 * (noise - last) * Math.exp(-i / 800.0);
        last = noise;
        out[at + i] += (float) (step % 2 == 1 ? hat : step % 4 == 0 ? kick : snare);
      }
    }
    return new float[][] {out};
  }

  private static float[][] bass() {
    float[][] out = new float[2][frame(8)];
    for (int c = 0; c < 2; c++) {
      for (int i = 0; i < out[c].length; i++) {
        out[c][i] = (float) (0.4 * Math.sin(2 * Math.PI * 65.406 * i / RATE.hz()));
      }
    }
    return out;
  }

  private void add(
      Path folder,
      String name,
      LoopId id,
      Role role,
      String instrument,
      float[][] samples,
      double beats) {
    AudioBuffer sound = new AudioBuffer(samples, RATE);
    Path file = folder.resolve(id.text() + ".wav");
    WavWriter.write(file, sound, SampleFormat.PCM_16, Dither.none());
    files.put(id, file);
    List<Seconds> onsets = new ArrayList<>();
    for (int step = 0; role == Role.DRUMS && step < 8; step++) {
      onsets.add(new Seconds(step * 30 / LOOP_BPM));
    }
    loops.put(
        id,
        new Loop(
            id,
            name,
            file,
            Optional.empty(),
            beats == 0 ? LoopKind.ONESHOT : LoopKind.LOOP,
            Seconds.ZERO,
            sound.length(),
            RATE,
            samples.length,
            beats == 0
                ? Optional.empty()
                : Optional.of(
                    new TempoFact(
                        new Bpm(LOOP_BPM),
                        1,
                        List.of(),
                        new Beats(beats),
                        Meter.FOUR_FOUR,
                        Seconds.ZERO)),
            Optional.empty(),
            role,
            1,
            instrument,
            List.of(),
            LoudnessMeter.of(sound),
            TruePeakMeter.of(sound),
            0.5,
            onsets,
            Spectrum.of(sound).profile(),
            Embedding.NONE));
  }

  @Override
  public AudioBuffer read(Loop loop) {
    return AudioFiles.read(file(loop));
  }

  @Override
  public Path file(Loop loop) {
    return Objects.requireNonNull(files.get(loop.id()));
  }

  Song song() {
    return song("A song");
  }

  Song song(String title) {
    List<Section> sections =
        List.of(
            section("intro", SectionKind.INTRO, 2, drums(0), hit()),
            section("hook-1", SectionKind.HOOK, 1, drums(-6), bass(false)),
            section("hook-2", SectionKind.HOOK, 1, drums(0), bass(true)));
    return new Song(
        new SongFacts(
            title,
            "house",
            new Bpm(120),
            Meter.FOUR_FOUR,
            new MusicalKey(2, Mode.MINOR),
            7,
            new MixSettings(MixMode.POLISHED, new Lufs(-14))),
        sections,
        Map.of(),
        loops);
  }

  History history() {
    return History.of("for the test", song());
  }

  private static Section section(String id, SectionKind kind, int bars, Layer... layers) {
    return new Section(
        new SectionId(id), kind, new Bars(bars), 0.5, List.of(layers), Optional.empty());
  }

  /** From the second beat of the bar on, reading the loop from there. */
  private static Layer drums(double gainDb) {
    return layer("drums", Role.DRUMS, DRUMS, 4, 0, gainDb, 1, 3, 1);
  }

  private static Layer bass(boolean muted) {
    return layer("bass", Role.BASS, BASS, 8, 2, 0, 0, 4, 4).withMuted(muted);
  }

  private static Layer hit() {
    return layer("hit", Role.FX, HIT, 0, 0, 0, 4, 4, 0);
  }

  private static Layer layer(
      String id,
      Role role,
      LoopId loop,
      double cycle,
      double shift,
      double gainDb,
      double start,
      double length,
      double offset) {
    return new Layer(
        new LayerId(id),
        role,
        loop,
        new Beats(cycle),
        cycle == 0 ? 1 : 120 / LOOP_BPM,
        new Semitones(shift),
        new Decibels(gainDb),
        List.of(new Placement(new BeatPosition(start), new Beats(length), new Beats(offset))),
        List.of());
  }
}
