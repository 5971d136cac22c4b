package loopmind.mixer.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.units.Bpm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioTagsTest {

  @TempDir Path folder;

  private static WavBytes wav() {
    return new WavBytes().format(1, 1, 44_100, 2, 16).chunk("data", 4, WavBytes.shorts(1, 2));
  }

  private static byte[] acid(int flags, int root, int beats, float bpm) {
    ByteBuffer chunk = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    chunk.putInt(flags).putShort((short) root).putShort((short) 0x8000).putFloat(0);
    return chunk.putInt(beats).putShort((short) 8).putShort((short) 6).putFloat(bpm).array();
  }

  @Test
  void readsTheTempoRootBeatsAndMeterOfAnAcidChunk() {
    AudioTags tags = AudioTags.read(wav().chunk("acid", 24, acid(2, 57, 12, 122.5f)).in(folder));
    assertThat(tags.bpm()).contains(new Bpm(122.5));
    assertThat(tags.root()).contains(57);
    assertThat(tags.beats()).contains(12.0);
    assertThat(tags.meter()).contains(new Meter(6, 8));
    assertThat(tags.oneShot()).contains(false);
  }

  @Test
  void anAcidOneShotHasNoTempo() {
    AudioTags tags = AudioTags.read(wav().chunk("acid", 24, acid(1, 57, 12, 122.5f)).in(folder));
    assertThat(tags.oneShot()).contains(true);
    assertThat(tags.bpm()).isEmpty();
    assertThat(tags.root()).isEmpty();
  }

  @Test
  void readsTheLoopsOfASamplerChunk() {
    ByteBuffer chunk = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
    chunk.putInt(12, 48).putInt(28, 1).putInt(44, 10).putInt(48, 99);
    AudioTags tags = AudioTags.read(wav().chunk("smpl", 60, chunk.array()).in(folder));
    assertThat(tags.root()).contains(48);
    assertThat(tags.loops()).containsExactly(new AudioTags.LoopPoints(10, 100));
  }

  @Test
  void readsTitleAndGenreOfAnInfoChunk() {
    byte[] list =
        ("INFOINAM\5\0\0\0Riff\0\0" + "IGNR\4\0\0\0Trap").getBytes(StandardCharsets.ISO_8859_1);
    AudioTags tags = AudioTags.read(wav().chunk("LIST", list.length, list).in(folder));
    assertThat(tags.title()).contains("Riff");
    assertThat(tags.genre()).contains("Trap");
  }

  private static byte[] id3(int version, String... frames) {
    ByteArrayOutputStream tag = new ByteArrayOutputStream();
    for (int i = 0; i < frames.length; i += 2) {
      byte[] text = frames[i + 1].getBytes(StandardCharsets.UTF_16);
      tag.writeBytes(frames[i].getBytes(StandardCharsets.US_ASCII));
      int size = text.length + 1;
      ByteBuffer head = ByteBuffer.allocate(version == 2 ? 3 : 6);
      if (version == 2) {
        head.put((byte) 0).putShort((short) size);
      } else {
        head.putInt(version == 4 ? size >> 7 << 8 | size & 0x7F : size);
      }
      tag.writeBytes(head.array());
      tag.write(1);
      tag.writeBytes(text);
    }
    ByteBuffer all = ByteBuffer.allocate(tag.size() + 10);
    all.put("ID3".getBytes(StandardCharsets.US_ASCII)).put((byte) version).put((byte) 0);
    all.put((byte) 0).putInt(tag.size() >> 7 << 8 | tag.size() & 0x7F).put(tag.toByteArray());
    return all.array();
  }

  @ParameterizedTest
  @CsvSource({"2,TBP,TKE,TT2", "3,TBPM,TKEY,TIT2", "4,TBPM,TKEY,TIT2"})
  void readsId3OfEveryVersionInMp3AndWav(int version, String bpm, String key, String title) {
    byte[] tag = id3(version, bpm, "94", key, "F#m", title, "Größe");
    Path mp3 = WavBytes.write(folder.resolve("a.mp3"), tag);
    Path wav = wav().chunk("id3 ", tag.length, tag).in(folder);
    for (AudioTags tags : new AudioTags[] {AudioTags.read(mp3), AudioTags.read(wav)}) {
      assertThat(tags.bpm()).contains(new Bpm(94));
      assertThat(tags.key()).isEqualTo(MusicalKey.parse("F# minor"));
      assertThat(tags.title()).contains("Größe");
    }
  }

  @ParameterizedTest
  @CsvSource({"8A,A minor", "8b,C major", "Bbm,A# minor", "Abmaj,G# major"})
  void readsKeysAsNamesAndAsCamelotCodes(String written, String key) {
    Path mp3 = WavBytes.write(folder.resolve("a.mp3"), id3(3, "TKEY", written));
    assertThat(AudioTags.read(mp3).key()).isEqualTo(MusicalKey.parse(key));
  }

  @Test
  void readsVorbisComments() {
    ByteArrayOutputStream flac = new ByteArrayOutputStream();
    Path plain = folder.resolve("plain.flac");
    FlacWriter.write(
        plain,
        AudioBuffer.silence(1, 5_000, loopmind.arranger.units.SampleRate.STUDIO),
        SampleFormat.PCM_16,
        Dither.none());
    byte[] comments = comments("BPM=128", "INITIALKEY=Dm", "GENRE=House");
    byte[] bytes = readAll(plain);
    // fLaC and STREAMINFO (38 bytes), then a comment block of our own, not the last
    flac.write(bytes, 0, 42);
    flac.write(4);
    flac.write(0);
    flac.write(0);
    flac.write(comments.length);
    flac.writeBytes(comments);
    flac.write(bytes, 42, bytes.length - 42);
    AudioTags tags = AudioTags.read(WavBytes.write(folder.resolve("t.flac"), flac.toByteArray()));
    assertThat(tags.bpm()).contains(new Bpm(128));
    assertThat(tags.key()).isEqualTo(MusicalKey.parse("D minor"));
    assertThat(tags.genre()).contains("House");
  }

  private static byte[] comments(String... tags) {
    ByteBuffer block = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    block.putInt(0).putInt(tags.length);
    for (String tag : tags) {
      block.putInt(tag.length()).put(tag.getBytes(StandardCharsets.UTF_8));
    }
    return java.util.Arrays.copyOf(block.array(), block.position());
  }

  private static byte[] readAll(Path file) {
    try {
      return java.nio.file.Files.readAllBytes(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void leavesOutWhatMakesNoSense() {
    byte[] tag = id3(3, "TBPM", "fast", "TKEY", "H#", "TCON", " ");
    Path file =
        wav().chunk("acid", 24, acid(0, 0, -1, 1e9f)).chunk("id3 ", tag.length, tag).in(folder);
    AudioTags tags = AudioTags.read(file);
    assertThat(tags.bpm()).isEmpty();
    assertThat(tags.key()).isEmpty();
    assertThat(tags.beats()).isEmpty();
    assertThat(tags.genre()).isEmpty();
    assertThat(AudioTags.read(wav().in(folder))).isEqualTo(AudioTags.NONE);
  }
}
