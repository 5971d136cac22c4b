package loopmind.mixer.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AudioFilesTest {

  private static final SampleRate RATE = new SampleRate(48_000);
  private static final int FRAMES = 48_000;

  @TempDir Path folder;

  /** A swept tone: no part is like another, so a shift shows. */
  private static AudioBuffer sweep() {
    float[][] sound = new float[2][FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      double t = (double) i / FRAMES;
      sound[0][i] = (float) (0.4 * Math.sin(2 * Math.PI * (200 * t + 600 * t * t)));
      sound[1][i] = (float) (0.4 * Math.sin(2 * Math.PI * (300 * t + 500 * t * t)));
    }
    return new AudioBuffer(sound, RATE);
  }

  private Path encoded(Coding coding, String name) {
    Path file = folder.resolve(name);
    AudioBuffer sound = sweep();
    try (FfmpegEncoder encoder = FfmpegEncoder.open(file, RATE, 2, coding)) {
      int block = encoder.blockFrames();
      for (int at = 0; at < FRAMES; at += block) {
        int count = Math.min(block, FRAMES - at);
        encoder.encode(sound.slice(at, count).channels(), count);
      }
      encoder.finish();
    }
    return file;
  }

  @ParameterizedTest
  // what these encoders lose of a quiet sweep; a shift by one frame would cost 0.04 already
  @EnumSource(names = {"MP3", "AAC", "OPUS", "VORBIS"})
  void cutsWhatLossyEncodersPutBeforeAndAfterTheSound(Coding coding) {
    AudioBuffer read = AudioFiles.read(encoded(coding, "sweep"));
    AudioBuffer sent = sweep();
    assertThat(read.rate()).isEqualTo(RATE);
    assertThat(read.channelCount()).isEqualTo(2);
    // M4A and Vorbis may round the end up to a packet
    assertThat(read.frames()).isBetween(FRAMES, FRAMES + 1_024);
    assertThat(rmsOfDifference(read, sent)).isLessThan(0.008);
    assertThat(rmsOfDifference(read.slice(1, FRAMES - 1), sent)).isGreaterThan(0.008);
  }

  @Test
  void cutsTheDelayOfLameWhereItsHeaderWasLeftOut() throws IOException {
    byte[] whole = Files.readAllBytes(encoded(Coding.MP3, "sweep"));
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int header = MpegFrame.length(whole, 0) == 0 ? text.indexOf("\u00FF\u00FB") : 0;
    byte[] bare = Arrays.copyOfRange(whole, header + MpegFrame.length(whole, header), whole.length);
    // FFmpeg asks LAME not to sign; put its name where decoders do not look, as SoX's files have it
    byte[] signed = Arrays.copyOf(bare, bare.length + 9);
    System.arraycopy("LAME3.100".getBytes(StandardCharsets.US_ASCII), 0, signed, bare.length, 9);
    AudioBuffer read = AudioFiles.read(WavBytes.write(folder.resolve("bare.mp3"), signed));
    assertThat(rmsOfDifference(read, sweep())).isLessThan(0.008);
    assertThat(rmsOfDifference(read.slice(1, FRAMES - 1), sweep())).isGreaterThan(0.008);
  }

  private static double rmsOfDifference(AudioBuffer a, AudioBuffer b) {
    double sum = 0;
    int frames = Math.min(a.frames(), b.frames());
    for (int i = 2_000; i < frames - 2_000; i++) { // encoders fade in and out
      double difference = a.channel(0)[i] - b.channel(0)[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum / frames);
  }

  @Test
  void readsEveryBitOfAFlac() {
    Path file = folder.resolve("sweep.flac");
    FlacWriter.write(file, sweep(), SampleFormat.PCM_24, Dither.none());
    AudioBuffer read = AudioFiles.read(file);
    assertThat(read.frames()).isEqualTo(FRAMES);
    for (int i = 0; i < FRAMES; i++) {
      // half a step of 24 bits
      assertThat(Math.abs(read.channel(1)[i] - (double) sweep24(i))).isLessThanOrEqualTo(0x1p-24);
    }
  }

  private static float sweep24(int i) {
    double t = (double) i / FRAMES;
    return (float) (0.4 * Math.sin(2 * Math.PI * (300 * t + 500 * t * t)));
  }

  @Test
  void readsAiff() {
    ByteBuffer aiff = ByteBuffer.allocate(12 + 26 + 16 + 4);
    aiff.put("FORM".getBytes(StandardCharsets.US_ASCII)).putInt(50);
    aiff.put("AIFFCOMM".getBytes(StandardCharsets.US_ASCII)).putInt(18);
    // 44,100 as an 80-bit float
    aiff.putShort((short) 1).putInt(2).putShort((short) 16).putShort((short) 0x400E);
    aiff.putLong(0xAC44_0000_0000_0000L);
    aiff.put("SSND".getBytes(StandardCharsets.US_ASCII)).putInt(12).putLong(0);
    aiff.putShort((short) 0x4000).putShort((short) -0x4000);
    AudioBuffer sound = AudioFiles.read(WavBytes.write(folder.resolve("x"), aiff.array()));
    assertThat(sound.rate()).isEqualTo(new SampleRate(44_100));
    assertThat(sound.channel(0)).containsExactly(0.5f, -0.5f);
  }

  @Test
  void leavesOddSortsOfWavToFfmpeg() {
    // A-law 0xD5 is +8 of 32,768: ITU-T G.711, table 1a
    byte[] quiet = new byte[800];
    Arrays.fill(quiet, (byte) 0xD5);
    Path file = new WavBytes().format(6, 1, 8_000, 1, 8).chunk("data", 800, quiet).in(folder);
    AudioBuffer sound = AudioFiles.read(file);
    assertThat(sound.frames()).isEqualTo(800);
    assertThat(sound.channel(0)[5]).isEqualTo(8 * 0x1p-15f);
  }

  @Test
  void opensNamesWithColonsAndLettersOfAnyLanguage() throws IOException {
    Path file = folder.resolve("http:döner 日本.flac");
    FlacWriter.write(file, sweep(), SampleFormat.PCM_16, Dither.none());
    assertThat(Files.exists(file)).isTrue();
    assertThat(AudioFiles.read(file).frames()).isEqualTo(FRAMES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not really a sound, just words|x.wav is text, not sound.",
        "#EXTM3U https://example.org/a.ts|x.wav is text, not sound.",
        "PK\3\4 and more|x.wav is an archive, not sound.",
        "MThd|x.wav is notes (MIDI), not sound.",
      })
  void saysWhatAFileIsThatOnlyHasTheNameOfASound(String content, String sentence) {
    Path file = WavBytes.write(folder.resolve("x.wav"), content.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> AudioFiles.open(file))
        .isInstanceOf(AudioUnreadable.class)
        .hasMessage(sentence);
  }

  @Test
  void refusesFilesThatAreEmptyGoneOrTooLong() {
    Path empty = WavBytes.write(folder.resolve("none.wav"), new byte[0]);
    assertThatThrownBy(() -> AudioFiles.open(empty))
        .hasMessage("none.wav is empty: it has 0 bytes.");
    assertThatThrownBy(() -> AudioFiles.open(folder.resolve("gone.wav")))
        .hasMessage("gone.wav cannot be read: it is not there.");
    Path file = folder.resolve("long.wav");
    WavWriter.write(file, sweep(), SampleFormat.PCM_16, Dither.none());
    assertThatThrownBy(() -> AudioFiles.read(file, new Seconds(0.5)))
        .isInstanceOf(AudioUnreadable.class)
        .hasMessageStartingWith("long.wav is longer than the");
  }

  @ParameterizedTest
  @EnumSource(Coding.class)
  void refusesCompressedFilesThatBreakOffOrAreOverwritten(Coding coding) throws IOException {
    Path whole = folder.resolve("whole");
    if (coding.bits() > 0) {
      FlacWriter.write(whole, sweep(), SampleFormat.PCM_24, Dither.none());
    } else {
      encoded(coding, "whole");
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path scratched = folder.resolve("scratched");
    byte[] noise = bytes.clone();
    new java.util.Random(1).nextBytes(noise);
    System.arraycopy(bytes, 0, noise, 0, 64);
    WavBytes.write(scratched, noise);
    assertThatThrownBy(() -> AudioFiles.read(scratched)).isInstanceOf(AudioUnreadable.class);
    Path half = WavBytes.write(folder.resolve("half"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> AudioFiles.read(half))
        .isInstanceOf(AudioUnreadable.class)
        .message()
        .matches("half (breaks off|is a damaged|is damaged after|holds no sound).*\\.");
  }
}
