package loopmind.mixer.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.TransitionKind;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RendererTest {

  @TempDir private Path folder;

  private Rendering render(TestSong made, Song song, String name, int threads, boolean stems) {
    RenderOptions options =
        RenderOptions.whole(
            folder.resolve(name + ".wav"),
            stems ? Optional.of(folder.resolve(name)) : Optional.empty(),
            threads);
    return new Renderer(made.audio()).render(song, options, RenderProgress.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "POLISHED, 124, 124, -9",
    "POLISHED, 87, 90, -14",
    "RAW, 140, 128, -12",
    "TAPE, 124, 124, -11"
  })
  void passesEveryCheck(MixMode mode, double bpm, double loopBpm, double lufs) {
    TestSong made = TestSong.usual(bpm, loopBpm);
    Rendering rendering = render(made, made.song(mode, lufs), "song", 2, false);
    assertThat(rendering.report().checks()).allMatch(check -> check.passed());
    assertThat(rendering.report().checks())
        .extracting(check -> check.name())
        .contains("tempo", "key", "loudness", "true_peak", "clipping", "length", "gaps");
    AudioBuffer mix = AudioFiles.read(rendering.mix());
    assertThat(mix.frames()).isEqualTo((int) Math.round(24 * 4 * 60 / bpm * 48_000));
  }

  @Test
  void oneThreadOrTwoWriteTheSameBytes() throws IOException {
    TestSong made = TestSong.usual(128, 124);
    Song song = made.song(MixMode.POLISHED, -11);
    Path one = render(made, song, "one", 1, true).mix();
    Path two = render(made, song, "two", 2, true).mix();
    assertThat(Files.mismatch(one, two)).isEqualTo(-1);
    for (String stem : new String[] {"drums.wav", "fx.wav", "pad.wav"}) {
      assertThat(
              Files.mismatch(
                  folder.resolve("one").resolve(stem), folder.resolve("two").resolve(stem)))
          .isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource(MixMode.class)
  void stemsAddUpToTheMixBeforeTheMaster(MixMode mode) {
    TestSong made = TestSong.usual(124, 124);
    RenderOptions options =
        RenderOptions.whole(folder.resolve("m.wav"), Optional.of(folder.resolve("m")), 2);
    try (Takes takes =
        new Renderer(made.audio()).play(made.song(mode, -12), options, RenderProgress.NONE)) {
      int frames = (int) takes.mix().frames();
      float[][] mix = new float[2][frames];
      takes.mix().read(0, mix, frames);
      double[] rest = new double[frames];
      for (int i = 0; i < frames; i++) {
        rest[i] = mix[0][i];
      }
      takes
          .stems()
          .values()
          .forEach(
              reel -> {
                float[][] stem = new float[2][frames];
                reel.read(0, stem, frames);
                for (int i = 0; i < frames; i++) {
                  rest[i] -= stem[0][i];
                }
              });
      for (double left : rest) {
        // −120 dBFS
        assertThat(Math.abs(left)).isLessThan(1e-6);
      }
    }
  }

  @Test
  void aHookIsLouderThanAVerse() {
    TestSong made = TestSong.usual(120, 120);
    Rendering rendering = render(made, made.song(MixMode.POLISHED, -14), "h", 2, false);
    AudioBuffer mix = AudioFiles.read(rendering.mix());
    // a bar lasts 2 s: the verse is bars 4 to 11, the hook 12 to 19
    double verse = LoudnessMeter.of(mix.slice(10 * 48_000, 10 * 48_000)).value();
    double hook = LoudnessMeter.of(mix.slice(26 * 48_000, 10 * 48_000)).value();
    assertThat(hook).isGreaterThan(verse + 0.5);
  }

  @Test
  void lowNotesStayInTheMiddle() {
    TestSong made = TestSong.usual(120, 120);
    Rendering rendering = render(made, made.song(MixMode.POLISHED, -14), "m", 2, false);
    AudioBuffer mix = AudioFiles.read(rendering.mix());
    float[][] channels = mix.channels();
    float[] side = new float[mix.frames()];
    for (int i = 0; i < side.length; i++) {
      side[i] = (channels[0][i] - channels[1][i]) / 2;
    }
    double low = Spectrum.of(mix).power(20, 120);
    double lowSide = Spectrum.of(new AudioBuffer(new float[][] {side}, mix.rate())).power(20, 120);
    // side power of 1/19 of the middle's is a correlation of 0.9
    assertThat(lowSide / low).isLessThan(1 / 19.0);
  }

  @ParameterizedTest
  @EnumSource(TransitionKind.class)
  void everyTransitionChangesOnlyWhatLeadsToItsBorder(TransitionKind kind) {
    Role[] roles = {Role.DRUMS, Role.BASS, Role.CHORDS};
    TestSong plain = new TestSong(120, 120);
    TestSong made = new TestSong(120, 120);
    for (TestSong song : new TestSong[] {plain, made}) {
      song.section(SectionKind.VERSE, 4, 0.5, roles).section(SectionKind.HOOK, 4, 0.5, Role.PAD);
    }
    made.by(kind, 4);
    float[][] without = played(plain);
    float[][] with = played(made);
    int start = 3 * 4 * 24_000;
    double before = difference(with, without, 0, start - 480);
    double within = difference(with, without, start, start + 4 * 24_000);
    assertThat(before).as("before the passage").isZero();
    assertThat(within).as("in the passage").isGreaterThan(1e-3);
  }

  private float[][] played(TestSong made) {
    RenderOptions options = RenderOptions.whole(folder.resolve("p.wav"), Optional.empty(), 1);
    try (Takes takes =
        new Renderer(made.audio())
            .play(made.song(MixMode.RAW, -14), options, RenderProgress.NONE)) {
      int frames = (int) takes.mix().frames();
      float[][] mix = new float[2][frames];
      takes.mix().read(0, mix, frames);
      return mix;
    }
  }

  private static double difference(float[][] a, float[][] b, int from, int to) {
    double most = 0;
    for (int i = from; i < to; i++) {
      most = Math.max(most, Math.abs(a[0][i] - b[0][i]));
    }
    return most;
  }

  @Test
  void nothingIsWrittenWhenItIsStopped() {
    TestSong made = TestSong.usual(120, 120);
    Path file = folder.resolve("never.wav");
    RenderProgress stopped =
        new RenderProgress() {
          @Override
          public void at(String step, double share) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(
            () ->
                new Renderer(made.audio())
                    .render(
                        made.song(MixMode.RAW, -14),
                        RenderOptions.whole(file, Optional.empty(), 1),
                        stopped))
        .isInstanceOf(CancellationException.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void theLastFrameIsSilent() {
    TestSong made = TestSong.usual(120, 120);
    AudioBuffer mix =
        AudioFiles.read(render(made, made.song(MixMode.POLISHED, -14), "e", 2, false).mix());
    // dither moves a 24-bit sample by up to two steps
    assertThat((double) mix.channel(0)[mix.frames() - 1]).isCloseTo(0, within(1e-5));
  }
}
