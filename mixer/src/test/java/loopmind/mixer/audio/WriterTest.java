package loopmind.mixer.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import loopmind.arranger.units.SampleRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriterTest {

  private static final SampleRate RATE = SampleRate.STUDIO;

  @TempDir Path folder;

  private static AudioBuffer noise(int channels, int frames, float peak) {
    Random random = new Random(7);
    float[][] sound = new float[channels][frames];
    for (float[] channel : sound) {
      for (int i = 0; i < frames; i++) {
        channel[i] = (random.nextFloat() * 2 - 1) * peak;
      }
    }
    return new AudioBuffer(sound, RATE);
  }

  @ParameterizedTest
  @EnumSource(SampleFormat.class)
  void whatIsWrittenIsReadBackWithinHalfAStep(SampleFormat format) {
    AudioBuffer sound = noise(3, 10_001, 0.9f);
    Path file = folder.resolve("a.wav");
    WavWriter.write(file, sound, format, Dither.none());
    AudioBuffer read = AudioFiles.read(file);
    assertThat(read.channelCount()).isEqualTo(3);
    assertThat(read.frames()).isEqualTo(10_001);
    double step = format.floating() ? 0 : 1.0 / (1 << (format.bits() - 1));
    for (int i = 0; i < sound.frames(); i++) {
      assertThat(Math.abs(read.channel(2)[i] - (double) sound.channel(2)[i]))
          .isLessThanOrEqualTo(step / 2);
    }
  }

  @Test
  void ditherMakesTheErrorIndependentOfTheSound() {
    // a constant of 0.3 steps is lost without dither, and is the mean with it
    float[][] constant = new float[1][200_000];
    java.util.Arrays.fill(constant[0], 0.3f / 32_768);
    AudioBuffer sound = new AudioBuffer(constant, RATE);
    assertThat(meanAndVariance(sound, Dither.none())[0]).isZero();
    double[] dithered = meanAndVariance(sound, Dither.tpdf(1));
    // four standard errors: 4 · sqrt(0.25 / 200,000)
    assertThat(dithered[0]).isCloseTo(0.3, within(0.0045));
    // one twelfth of rounding and two of the noise
    assertThat(dithered[1]).isCloseTo(0.25, within(0.005));
  }

  private double[] meanAndVariance(AudioBuffer sound, Dither dither) {
    Path file = folder.resolve("d.wav");
    WavWriter.write(file, sound, SampleFormat.PCM_16, dither);
    float[] read = AudioFiles.read(file).channel(0);
    double sum = 0;
    double squares = 0;
    for (float sample : read) {
      sum += sample * 32_768;
      squares += (double) sample * 32_768 * sample * 32_768;
    }
    double mean = sum / read.length;
    return new double[] {mean, squares / read.length - mean * mean};
  }

  @Test
  void theSameSoundAndSeedGiveTheSameBytesInAnyBlocks() throws IOException {
    AudioBuffer sound = noise(2, 9_999, 0.9f);
    Path whole = folder.resolve("whole.wav");
    WavWriter.write(whole, sound, SampleFormat.PCM_24, Dither.tpdf(5));
    Path parts = folder.resolve("parts.wav");
    try (WavWriter writer = WavWriter.create(parts, RATE, 2, SampleFormat.PCM_24, Dither.tpdf(5))) {
      for (int at = 0; at < 9_999; at += 777) {
        writer.write(sound.channels(), at, Math.min(777, 9_999 - at));
      }
      writer.finish();
    }
    assertThat(parts).hasSameBinaryContentAs(whole);
    WavWriter.write(parts, sound, SampleFormat.PCM_24, Dither.tpdf(6));
    assertThat(Files.mismatch(whole, parts)).isPositive();
  }

  @Test
  void flacIsTheSameBytesEveryTime() throws IOException {
    AudioBuffer sound = noise(2, 20_000, 0.5f);
    FlacWriter.write(folder.resolve("a.flac"), sound, SampleFormat.PCM_16, Dither.tpdf(5));
    FlacWriter.write(folder.resolve("b.flac"), sound, SampleFormat.PCM_16, Dither.tpdf(5));
    assertThat(folder.resolve("a.flac")).hasSameBinaryContentAs(folder.resolve("b.flac"));
    assertThat(Files.readAllBytes(folder.resolve("a.flac")))
        .startsWith("fLaC".getBytes("US-ASCII"));
  }

  @Test
  void becomesRf64WhereRiffHasNoNumberForItsLength() throws IOException {
    AudioBuffer sound = noise(2, 1_000, 0.5f);
    Path file = folder.resolve("large.wav");
    try (WavWriter writer =
        WavWriter.create(file, RATE, 2, SampleFormat.PCM_16, Dither.none(), 3_000)) {
      writer.write(sound.channels(), 0, 1_000);
      writer.finish();
    }
    assertThat(Files.readAllBytes(file))
        .startsWith("RF64\377\377\377\377WAVEds64".getBytes("ISO-8859-1"));
    assertThat(AudioFiles.read(file).frames()).isEqualTo(1_000);
  }

  @Test
  void countsWhatItClips() {
    float[][] loud = {{0.5f, 1.5f, -1, 1, -1.01f}};
    Path file = folder.resolve("loud.wav");
    try (WavWriter writer = WavWriter.create(file, RATE, 1, SampleFormat.PCM_16, Dither.none())) {
      writer.write(loud, 0, 5);
      assertThat(writer.clipped()).isEqualTo(2);
      writer.finish();
    }
    assertThat(AudioFiles.read(file).channel(0)[1]).isEqualTo(32_767 * 0x1p-15f);
  }

  @Test
  void anUnfinishedFileLeavesTheOlderOneAndNothingElse() throws IOException {
    Path file = folder.resolve("song.wav");
    WavWriter.write(file, noise(1, 10, 0.5f), SampleFormat.PCM_16, Dither.none());
    byte[] before = Files.readAllBytes(file);
    try (WavWriter writer = WavWriter.create(file, RATE, 1, SampleFormat.PCM_16, Dither.none());
        FlacWriter flac =
            FlacWriter.create(
                folder.resolve("x.flac"), RATE, 1, SampleFormat.PCM_16, Dither.none())) {
      writer.write(new float[1][100_000], 0, 100_000);
      flac.write(new float[1][100_000], 0, 100_000);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(
            () ->
                WavWriter.write(
                    blocked.resolve("a.wav"),
                    noise(1, 10, 0.5f),
                    SampleFormat.PCM_16,
                    Dither.none()))
        .isInstanceOf(AudioUnwritable.class)
        .hasMessageContaining("a.wav cannot be written");
  }
}
