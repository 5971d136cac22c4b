package loopmind.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.SampleRate;
import loopmind.library.bars.TrackPart;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.Dither;
import loopmind.mixer.audio.SampleFormat;
import loopmind.mixer.audio.WavWriter;
import loopmind.mixer.export.LoopFiles;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.Spectrum;
import loopmind.mixer.measure.SpectrumLikeness;
import loopmind.mixer.render.RenderProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatchReferenceTest {

  private static final int HZ = 44_100;
  private static final double BPM = 120;
  private static final int[] BASS = {45, 41, 48, 43};

  @TempDir Path folder;
  private final Workbench bench = Workbench.withSong();

  private final LoopFiles files =
      new LoopFiles() {
        @Override
        public Path file(Loop loop) {
          return folder.resolve("track.wav");
        }

        @Override
        public AudioBuffer read(Loop loop) {
          throw new AssertionError("Only the whole file is asked for.");
        }
      };

  private AudioBuffer track;

  /** A minor at 120 BPM: calm 4 bars, full 8, calm 4, full 8, calm 4. */
  @BeforeEach
  void write() {
    int[] lengths = {4, 8, 4, 8, 4};
    float[] out = new float[(int) (28 * 4 * 60 / BPM * HZ)];
    Random random = new Random(2);
    int bar = 0;
    for (int part = 0; part < lengths.length; part++) {
      for (int i = 0; i < lengths[part]; i++, bar++) {
        int root = BASS[bar % 4];
        boolean minor = root == 45;
        for (int note : new int[] {12, minor ? 15 : 16, 19}) {
          tone(out, bar * 4, 4, root + note, 0.05);
        }
        for (int beat = 0; part % 2 == 1 && beat < 8; beat++) {
          tone(out, bar * 4 + beat / 2.0, 0.4, root - 12, 0.2);
          noise(out, bar * 4 + beat / 2.0, beat % 2 == 0 ? 0.3 : 0.1, random);
        }
      }
    }
    track = new AudioBuffer(new float[][] {out}, new SampleRate(HZ));
    WavWriter.write(folder.resolve("track.wav"), track, SampleFormat.PCM_16, Dither.none());
  }

  private static void tone(float[] out, double beat, double beats, int midi, double peak) {
    double hz = 440 * Math.pow(2, (midi - 69) / 12.0);
    int from = (int) (beat * 60 / BPM * HZ);
    int frames = (int) (beats * 60 / BPM * HZ);
    for (int i = 0; i < frames && from + i < out.length; i++) {
      double edge = Math.min(1, Math.min(i / 300.0, (frames - i) / 300.0));
      double phase = 2 * Math.PI * hz * i / HZ;
      out[from + i] += (float) (peak * edge * (Math.sin(phase) + Math.sin(2 * phase) / 2));
    }
  }

  private static void noise(float[] out, double beat, double peak, Random random) {
    int from = (int) (beat * 60 / BPM * HZ);
    for (int i = 0; i < 4_000 && from + i < out.length; i++) {
      out[from + i] += (float) (peak * random.nextGaussian() / 3 * Math.exp(-i / 900.0));
    }
  }

  private ToolAnswer match(String file) {
    return match(file, RenderProgress.NONE);
  }

  private ToolAnswer match(String file, RenderProgress progress) {
    MatchReference tool =
        new MatchReference(bench.desk, bench.shelf, files, progress, Balancing.NONE);
    return bench.desk.turn(
        "follow " + file, () -> tool.matchReference(new MatchReference.Request(file)));
  }

  @Test
  void theSongFollowsTheTrack() {
    Song before = bench.song();
    ToolAnswer answer = match(folder.resolve("track.wav").toString());
    Song after = bench.song();
    assertThat(after.facts().tempo().value()).isEqualTo(BPM);
    assertThat(after.facts().key().text()).isIn("A minor", "C major");
    assertThat(after.facts().mix().loudness().value())
        .isCloseTo(LoudnessMeter.of(track).value(), within(0.06));
    // the profile is kept to the last digit, so only the file's 16 bits stand between
    assertThat(
            SpectrumLikeness.of(
                after.facts().mix().reference().orElseThrow(), Spectrum.of(track).profile()))
        .isGreaterThan(0.99);
    assertThat(after.sections())
        .extracting(section -> section.kind().word() + " " + section.bars().count())
        .containsExactly("intro 4", "hook 8", "bridge 4", "hook 8", "outro 4");
    assertThat(after.sections().get(3).variationOf()).contains(after.sections().get(1).id());
    assertThat(after.loops().keySet()).isSubsetOf(before.loops().keySet());
    assertThat(answer.sentence())
        .contains("120 BPM", "intro 4, hook 8, bridge 4, hook 8, outro 4", "instead of 140");
  }

  @Test
  void everyLayerRunsAtTheTempoOfTheTrack() {
    match(folder.resolve("track.wav").toString());
    for (Section section : bench.song().sections()) {
      for (Layer layer : section.layers()) {
        Loop loop = bench.song().loop(layer.loop());
        if (!layer.isOneShot()) {
          double seconds = layer.cycle().value() * 60 / BPM * layer.speed();
          assertThat(seconds)
              .isCloseTo(
                  loop.tempo().orElseThrow().bpm().lengthOf(loop.tempo().get().length()).value(),
                  within(1e-9));
        }
      }
    }
  }

  @Test
  void aSoundOfTheLibraryIsFoundByItsName() {
    String name = bench.shelf.loops().getFirst().name();
    assertThat(match(name).sentence()).startsWith("Read track.wav: 120 BPM");
  }

  @Test
  void followingTwiceChangesNothingMore() {
    match(folder.resolve("track.wav").toString());
    Song once = bench.song();
    match(folder.resolve("track.wav").toString());
    assertThat(bench.song().facts()).isEqualTo(once.facts());
    assertThat(bench.song().sections())
        .extracting(Section::bars)
        .isEqualTo(once.sections().stream().map(Section::bars).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'Which track should the song follow? Give the path of an audio file, or the name of a sound in the library.'",
    "nowhere.wav, 'There is no file and no sound in the library called \"nowhere.wav\". Give the path of an audio file.'",
  })
  void whatCannotBeFoundIsRefused(String file, String sentence) {
    assertThatThrownBy(() -> match(file)).isInstanceOf(EditRefused.class).hasMessage(sentence);
  }

  @Test
  void whatIsNoTrackIsRefusedAndTheSongStays() throws IOException {
    Song before = bench.song();
    Path text = Files.writeString(folder.resolve("notes.txt"), "la la la");
    Path silent = folder.resolve("silent.wav");
    WavWriter.write(
        silent,
        AudioBuffer.silence(2, 5 * HZ, new SampleRate(HZ)),
        SampleFormat.PCM_16,
        Dither.none());
    for (Path file : List.of(text, silent, folder)) {
      assertThatThrownBy(() -> match(file.toString()))
          .isInstanceOf(EditRefused.class)
          .hasMessageEndingWith(file.equals(folder) ? "audio file." : "Give another one.");
    }
    assertThat(bench.song()).isEqualTo(before);
  }

  @Test
  void aStopChangesNothing() {
    Song before = bench.song();
    RenderProgress impatient =
        new RenderProgress() {
          @Override
          public void at(String step, double share) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> match(folder.resolve("track.wav").toString(), impatient))
        .isInstanceOf(CancellationException.class);
    assertThat(bench.song()).isEqualTo(before);
  }

  @Test
  void danceMusicHasBuildsAndDropsWhereOtherMusicHasHooks() {
    List<TrackPart> parts =
        List.of(
            new TrackPart(0, 8, 0.3, 0),
            new TrackPart(8, 16, 0.8, 1),
            new TrackPart(24, 8, 0.85, 2),
            new TrackPart(32, 16, 0.95, 3),
            new TrackPart(48, 8, 0.4, 4),
            new TrackPart(56, 8, 0.8, 2),
            new TrackPart(64, 80, 0.95, 3),
            new TrackPart(144, 8, 0.3, 0));
    assertThat(ReferenceForm.said(ReferenceForm.of(parts, true)))
        .isEqualTo(
            "intro 8, verse 16, build 8, drop 16, breakdown 8, build 8, drop 64, drop 16, outro 8");
    assertThat(ReferenceForm.said(ReferenceForm.of(parts, false)))
        .isEqualTo(
            "intro 8, verse 16, prechorus 8, hook 16, bridge 8, verse 8, hook 64, hook 16, outro 8");
  }
}
