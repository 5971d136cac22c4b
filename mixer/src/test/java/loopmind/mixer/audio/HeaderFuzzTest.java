package loopmind.mixer.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import loopmind.arranger.units.SampleRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Headers with bytes changed at random, always the same: each is sound or a sentence. */
class HeaderFuzzTest {

  private static final int FRAMES = 3_000;

  @TempDir Path folder;

  private final Random random = new Random(20_261_121);
  private int readable;
  private int refused;

  @Test
  @Timeout(120)
  void everyMutatedWavIsReadOrRefusedWithASentence() throws IOException {
    Path file = folder.resolve("seed.wav");
    for (SampleFormat format : SampleFormat.values()) {
      WavWriter.write(file, tone(), format, Dither.none());
      mutate(Files.readAllBytes(file), 112, 1_500);
    }
    byte[] sizes = new byte[28];
    byte[] rf64 =
        new WavBytes("RF64")
            .chunk("ds64", 28, sizes)
            .format(1, 2, 44_100, 4, 16)
            .chunk("smpl", 60, new byte[60])
            .chunk("acid", 24, new byte[24])
            .chunk("LIST", 16, "INFOINAM\4\0\0\0abcd".getBytes("ISO-8859-1"))
            .chunk("data", 400, new byte[400])
            .toBytes();
    mutate(rf64, 240, 1_500);
    // a test that only ever saw one of both would prove nothing
    assertThat(readable).isGreaterThan(1_000);
    assertThat(refused).isGreaterThan(1_000);
  }

  @Test
  @Timeout(240)
  void everyMutatedFileOfFfmpegIsReadOrRefusedWithASentence() throws IOException {
    for (Coding coding : Coding.values()) {
      Path file = folder.resolve("seed");
      try (FfmpegEncoder encoder = FfmpegEncoder.open(file, SampleRate.STUDIO, 2, coding)) {
        int block = encoder.blockFrames();
        for (int at = 0; at < FRAMES; at += block) {
          int count = Math.min(block, FRAMES - at);
          if (coding.bits() > 0) {
            encoder.encode(new int[2][block], count);
          } else {
            encoder.encode(tone().slice(at, count).channels(), count);
          }
        }
        encoder.finish();
      }
      byte[] bytes = Files.readAllBytes(file);
      mutate(bytes, Math.min(bytes.length, 1_500), 300);
    }
    assertThat(readable).isGreaterThan(100);
    assertThat(refused).isGreaterThan(100);
  }

  private void mutate(byte[] seed, int header, int times) throws IOException {
    Path file = folder.resolve("mutated");
    for (int i = 0; i < times; i++) {
      byte[] bytes = seed.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(header);
        bytes[at] =
            switch (random.nextInt(4)) {
              case 0 -> 0;
              case 1 -> (byte) 0xFF;
              case 2 -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
              default -> (byte) random.nextInt();
            };
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      check(file, i);
    }
  }

  private void check(Path file, int number) {
    try {
      AudioTags.read(file);
      AudioBuffer sound = AudioFiles.read(file);
      assertThat(sound.frames()).isPositive();
      readable++;
    } catch (AudioUnreadable e) {
      assertThat(e.getMessage()).startsWith("mutated ").endsWith(".");
      refused++;
    } catch (RuntimeException e) {
      fail("mutation %d gave %s instead of a sentence".formatted(number, e), e);
    }
  }

  private static AudioBuffer tone() {
    float[][] sound = new float[2][FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      sound[0][i] = (float) (0.5 * Math.sin(i * 0.05));
      sound[1][i] = (float) (0.5 * Math.sin(i * 0.11));
    }
    return new AudioBuffer(sound, SampleRate.STUDIO);
  }
}
