package loopmind.library.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.Dither;
import loopmind.mixer.audio.FlacWriter;
import loopmind.mixer.audio.SampleFormat;
import loopmind.mixer.audio.WavWriter;

/** Files made to mislead, and two that are good. */
final class HostileFolder {

  private HostileFolder() {}

  /** A second of hits and a tone, different for each number. */
  static AudioBuffer sound(int number) {
    float[][] sound = new float[1][44_100];
    Random random = new Random(number);
    for (int i = 0; i < sound[0].length; i++) {
      double hit = Math.exp(-(i % 11_025) / 800.0);
      double tone = Math.sin(2 * Math.PI * (100 + 20 * number) * i / 44_100);
      sound[0][i] = (float) (hit * (0.5 * tone + 0.2 * random.nextDouble()));
    }
    return new AudioBuffer(sound, new SampleRate(44_100));
  }

  static void wav(Path file, int number) {
    WavWriter.write(file, sound(number), SampleFormat.PCM_16, Dither.none());
  }

  /** Fills a folder; {@code good 1.wav} and {@code good 2.flac} are sound, nothing else. */
  static void fill(Path folder) {
    wav(folder.resolve("good 1.wav"), 1);
    FlacWriter.write(folder.resolve("good 2.flac"), sound(2), SampleFormat.PCM_16, Dither.none());
    byte[] wav = read(folder.resolve("good 1.wav"));
    byte[] flac = read(folder.resolve("good 2.flac"));
    write(folder.resolve("truncated.wav"), Arrays.copyOf(wav, wav.length / 2));
    write(folder.resolve("truncated.flac"), Arrays.copyOf(flac, flac.length / 2));
    write(folder.resolve("header only.wav"), Arrays.copyOf(wav, 28));
    write(folder.resolve("flac named.wav"), Arrays.copyOf(flac, 30));
    write(folder.resolve("text.wav"), "no sound at all".getBytes(StandardCharsets.UTF_8));
    write(folder.resolve("nothing.wav"), new byte[0]);
    write(folder.resolve("zero channels.wav"), header("RIFF", 0, 100));
    write(folder.resolve("many channels.wav"), header("RIFF", 65_535, 100));
    write(folder.resolve("eight gigabytes.wav"), header("RF64", 2, 8L << 30));
    byte[] noise = new byte[50_000];
    new Random(1).nextBytes(noise);
    write(folder.resolve("noise.mp3"), noise);
    System.arraycopy(
        "ID3\3\0\0\177\177\177\177".getBytes(StandardCharsets.ISO_8859_1), 0, noise, 0, 10);
    write(folder.resolve("endless tag.mp3"), noise);
    write(folder.resolve("slip.zip"), zip("../../../../tmp/slip.wav", wav));
    byte[] bomb = zip("bomb.wav", Arrays.copyOf(wav, 80 << 20));
    write(folder.resolve("bomb.zip"), bomb);
    write(folder.resolve("nested bomb.zip"), zip("inner.zip", bomb));
    write(folder.resolve("deep.zip"), zip("a.zip", zip("b.zip", zip("c.wav", wav))));
    write(folder.resolve("half.zip"), Arrays.copyOf(bomb, bomb.length / 2));
    link(folder.resolve("circle"), folder);
  }

  private static byte[] header(String form, int channels, long bytes) {
    ByteBuffer wav = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(form.getBytes(StandardCharsets.US_ASCII)).putInt(-1);
    wav.put("WAVEds64".getBytes(StandardCharsets.US_ASCII)).putInt(28);
    wav.putLong(bytes).putLong(bytes).putLong(bytes / 4).putInt(0);
    wav.put("fmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) channels).putInt(44_100).putInt(176_400);
    wav.putShort((short) 4).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(form.equals("RF64") ? -1 : 100);
    return wav.array();
  }

  static byte[] zip(String name, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
