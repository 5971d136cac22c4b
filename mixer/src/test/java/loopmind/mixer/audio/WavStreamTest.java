package loopmind.mixer.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavStreamTest {

  @TempDir Path folder;

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static WavBytes stereo16() {
    return new WavBytes().format(1, 2, 44_100, 4, 16);
  }

  @Test
  void readsHalfScaleFromEveryPlainFormat() {
    // +1/2 and -1/2 of full scale are exact in all of them
    check(1, 8, new byte[] {(byte) 192, 64});
    check(1, 16, little(4).putShort((short) 0x4000).putShort((short) -0x4000).array());
    check(1, 24, new byte[] {0, 0, 0x40, 0, 0, (byte) 0xC0});
    check(1, 32, little(8).putInt(0x40000000).putInt(-0x40000000).array());
    check(3, 32, little(8).putFloat(0.5f).putFloat(-0.5f).array());
    check(3, 64, little(16).putDouble(0.5).putDouble(-0.5).array());
  }

  private void check(int tag, int bits, byte[] data) {
    Path file =
        new WavBytes()
            .format(tag, 1, 48_000, bits / 8, bits)
            .chunk("data", data.length, data)
            .in(folder);
    AudioBuffer sound = AudioFiles.read(file);
    assertThat(sound.rate()).isEqualTo(new SampleRate(48_000));
    assertThat(sound.channel(0)).containsExactly(0.5f, -0.5f);
  }

  @Test
  void keepsChannelsApart() {
    Path file = stereo16().chunk("data", 8, WavBytes.shorts(1, 2, 3, 4)).in(folder);
    AudioBuffer sound = AudioFiles.read(file);
    assertThat(sound.channel(0)).containsExactly(0x1p-15f, 3 * 0x1p-15f);
    assertThat(sound.channel(1)).containsExactly(2 * 0x1p-15f, 4 * 0x1p-15f);
  }

  @Test
  void readsTheSubFormatOfAnExtensibleHeader() {
    WavBytes wav = new WavBytes().text("fmt ").number(40, 4);
    wav.number(0xFFFE, 2).number(1, 2).number(48_000, 4).number(192_000, 4).number(4, 2);
    wav.number(32, 2).number(22, 2).number(32, 2).number(4, 4).number(3, 2);
    wav.chunk("", 0x0010_0000_0000L, new byte[10]);
    wav.chunk("data", 4, little(4).putFloat(0.25f).array());
    assertThat(AudioFiles.read(wav.in(folder)).channel(0)).containsExactly(0.25f);
  }

  @Test
  void reads24BitsInAContainerOf32() {
    Path file =
        new WavBytes()
            .format(1, 1, 48_000, 4, 24)
            .chunk("data", 4, little(4).putInt(0x40000000).array())
            .in(folder);
    assertThat(AudioFiles.read(file).channel(0)).containsExactly(0.5f);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 999, 65_535})
  void believesChannelsAndBitsMoreThanANonsenseBlockSize(int align) {
    Path file =
        new WavBytes()
            .format(1, 2, 44_100, align, 16)
            .chunk("data", 4, WavBytes.shorts(1, 2))
            .in(folder);
    assertThat(AudioFiles.read(file).frames()).isEqualTo(1);
  }

  @Test
  void readsTheLengthOfAnRf64FromItsOwnChunk() {
    byte[] sizes = little(28).putLong(100).putLong(4).putLong(1).array();
    Path file =
        new WavBytes("RF64")
            .chunk("ds64", 28, sizes)
            .format(1, 2, 44_100, 4, 16)
            .chunk("data", 0xFFFF_FFFFL, WavBytes.shorts(1, 2, 77, 77))
            .in(folder);
    assertThat(AudioFiles.read(file).frames()).isEqualTo(1);
  }

  @Test
  void stepsOverOddChunksWithAndWithoutPadding() {
    byte[] data = WavBytes.shorts(1, 2);
    Path padded = stereo16().chunk("note", 3, new byte[4]).chunk("data", 4, data).in(folder);
    assertThat(AudioFiles.read(padded).frames()).isEqualTo(1);
    Path bare = stereo16().chunk("note", 3, new byte[3]).chunk("data", 4, data).in(folder, "b.wav");
    assertThat(AudioFiles.read(bare).frames()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 0xFFFF_FFFFL, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFDBL})
  void readsToTheEndWhereAProgramLeftTheLengthOpen(long size) {
    Path file = stereo16().chunk("data", size, WavBytes.shorts(1, 2, 3, 4)).in(folder);
    assertThat(AudioFiles.read(file).frames()).isEqualTo(2);
  }

  @Test
  void leavesOutChunksBehindTheSound() {
    Path file =
        stereo16().chunk("data", 4, WavBytes.shorts(1, 2)).chunk("LIST", 8, new byte[8]).in(folder);
    assertThat(AudioFiles.read(file).frames()).isEqualTo(1);
  }

  @Test
  void seeksWhereItSkips() {
    Path file = stereo16().chunk("data", 16, WavBytes.shorts(1, 1, 2, 2, 3, 3, 4, 4)).in(folder);
    try (AudioStream stream = AudioFiles.open(file)) {
      float[][] block = new float[2][4];
      assertThat(stream.read(block, 1)).isEqualTo(1);
      assertThat(stream.skip(2)).isEqualTo(2);
      assertThat(stream.read(block, 4)).isEqualTo(1);
      assertThat(block[0][0]).isEqualTo(4 * 0x1p-15f);
      assertThat(stream.skip(1)).isZero();
    }
    double frame = 1 / 44_100.0;
    assertThat(AudioFiles.read(file, new Seconds(frame), new Seconds(2 * frame)).channel(0))
        .containsExactly(2 * 0x1p-15f, 3 * 0x1p-15f);
  }

  @Test
  void forgivesAFewMissingFramesButNoMissingSound() {
    byte[] second = new byte[44_100 * 4];
    Path close = stereo16().chunk("data", second.length + 36, second).in(folder, "close.wav");
    assertThat(AudioFiles.read(close).frames()).isEqualTo(44_100);
    Path half = stereo16().chunk("data", second.length * 2L, second).in(folder, "half.wav");
    assertThatThrownBy(() -> AudioFiles.read(half))
        .isInstanceOf(AudioUnreadable.class)
        .hasMessage("half.wav breaks off: it promises 2.00 s of sound and holds 1.00 s.");
  }

  @Test
  void refusesAClaimOfEightGigabytes() {
    byte[] sizes = little(28).putLong(8L << 30).putLong(8L << 30).putLong(2L << 30).array();
    Path file =
        new WavBytes("RF64")
            .chunk("ds64", 28, sizes)
            .format(1, 2, 44_100, 4, 16)
            .chunk("data", 0xFFFF_FFFFL, new byte[400])
            .in(folder);
    assertThatThrownBy(() -> AudioFiles.read(file))
        .hasMessage("loop.wav breaks off: it promises 48695.77 s of sound and holds 0.00 s.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|0|44100|16|loop.wav claims 0 channels; LoopMind reads sound of 1 to 16 channels.",
        "1|65535|44100|16|loop.wav claims 65535 channels; LoopMind reads sound of 1 to 16 channels.",
        "1|2|0|16|loop.wav claims 0 frames a second; LoopMind reads sound of 1000 to 768000 Hz.",
        "1|2|-1|16|loop.wav claims 4294967295 frames a second; LoopMind reads sound of 1000 to 768000 Hz.",
        "1|2|44100|0|loop.wav claims samples of 0 bits, which no sound has.",
        "3|2|44100|7|loop.wav claims samples of 7 bits, which no sound has.",
      })
  void refusesFormatsThatMakeNoSense(int tag, int channels, int hz, int bits, String sentence) {
    Path file =
        new WavBytes().format(tag, channels, hz, 4, bits).chunk("data", 8, new byte[8]).in(folder);
    assertThatThrownBy(() -> AudioFiles.open(file))
        .isInstanceOf(AudioUnreadable.class)
        .hasMessage(sentence);
  }

  @Test
  void refusesWhatBreaksOffBeforeTheSound() {
    assertThatThrownBy(() -> AudioFiles.open(new WavBytes().in(folder)))
        .hasMessage("loop.wav breaks off before it says how its sound is written.");
    assertThatThrownBy(() -> AudioFiles.open(stereo16().in(folder)))
        .hasMessage("loop.wav ends before its sound begins.");
    Path empty = stereo16().chunk("data", 0, new byte[0]).in(folder);
    assertThatThrownBy(() -> AudioFiles.open(empty))
        .hasMessage("loop.wav holds no sound: its data is empty.");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, -1e30f})
  void refusesSamplesThatAreNoSound(float sample) {
    Path file =
        new WavBytes()
            .format(3, 1, 48_000, 4, 32)
            .chunk("data", 4, little(4).putFloat(sample).array())
            .in(folder);
    assertThatThrownBy(() -> AudioFiles.read(file))
        .hasMessageStartingWith("loop.wav holds samples that are no sound, such as");
  }
}
