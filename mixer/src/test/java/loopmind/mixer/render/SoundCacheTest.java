package loopmind.mixer.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SoundCacheTest {

  private static final SampleRate RATE = new SampleRate(48_000);

  @TempDir private Path folder;

  private static AudioBuffer sound(int seed, int frames) {
    float[][] samples = new float[2][frames];
    for (int i = 0; i < frames; i++) {
      samples[0][i] = seed + i;
      samples[1][i] = -seed - i;
    }
    return new AudioBuffer(samples, RATE);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void givesBackWhatWasKept() {
    new SoundCache(folder, 1 << 20).keep("a", sound(3, 1000));
    AudioBuffer found = new SoundCache(folder, 1 << 20).find("a", RATE).orElseThrow();
    assertThat(found.channels()).isDeepEqualTo(sound(3, 1000).channels());
    assertThat(new SoundCache(folder, 1 << 20).find("b", RATE)).isEmpty();
  }

  @Test
  void throwsDamagedFilesAway() throws IOException {
    SoundCache cache = new SoundCache(folder, 1 << 20);
    for (int place : new int[] {0, 5, 9, 13, 500, 8000}) {
      cache.keep("a", sound(1, 1000));
      Path file = files().getFirst();
      byte[] bytes = Files.readAllBytes(file);
      bytes[place] ^= 0x10;
      Files.write(file, bytes);
      assertThat(cache.find("a", RATE)).as("byte %d", place).isEmpty();
      assertThat(files()).isEmpty();
    }
    cache.keep("a", sound(1, 1000));
    Path file = files().getFirst();
    Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 777));
    assertThat(cache.find("a", RATE)).isEmpty();
  }

  @Test
  void makesRoomByWhatWasUsedLeastLately() throws IOException {
    // 8 kB each
    SoundCache cache = new SoundCache(folder, 100_000);
    for (int i = 0; i < 65; i++) {
      cache.keep("k" + i, sound(i, 1000));
      Files.setLastModifiedTime(
          folder.resolve("k" + i + ".sound"),
          java.nio.file.attribute.FileTime.fromMillis(1_000_000L * (i + 1)));
    }
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThanOrEqualTo(100_000);
    assertThat(cache.find("k64", RATE)).isPresent();
    assertThat(cache.find("k0", RATE)).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenStopsNoRender() throws IOException {
    Path file = Files.createFile(folder.resolve("no-folder"));
    SoundCache cache = new SoundCache(file, 1 << 20);
    cache.keep("a", sound(1, 10));
    assertThat(cache.find("a", RATE)).isEmpty();
  }

  @Test
  void whatWasPlayedInAnotherRunIsNotPlayedAgainUnlessItsFileIsDamaged() throws IOException {
    TestSong made = TestSong.usual(124, 124);
    Song song = LocalRenderTest.settled(made.song(MixMode.POLISHED, -12));
    SoundCache cache = new SoundCache(folder, 1L << 30);
    float[][] first = LocalRenderTest.mix(new Renderer(made.audio(), cache), song);
    Set<Role> read = ConcurrentHashMap.newKeySet();
    LoopAudio counted =
        loop -> {
          read.add(loop.role());
          return made.audio().read(loop);
        };
    float[][] again = LocalRenderTest.mix(new Renderer(counted, cache), song);
    assertThat(again).isDeepEqualTo(first);
    assertThat(read).isEmpty();
    Song edited =
        LocalRenderTest.edited(
            song, new SectionId("outro-3"), layer -> layer.withGain(new Decibels(-2)));
    LocalRenderTest.mix(new Renderer(counted, cache), edited);
    // even the fitted loops of the edited section were kept
    assertThat(read).isEmpty();
    for (Path file : files()) {
      Files.write(file, new byte[] {1, 2, 3});
    }
    assertThat(LocalRenderTest.mix(new Renderer(counted, cache), song)).isDeepEqualTo(first);
    assertThat(read).isNotEmpty();
  }

  @Test
  void aPreviewIsTheStretchOfTheFinishedSong() {
    TestSong made = TestSong.usual(120, 120);
    Song song = LocalRenderTest.settled(made.song(MixMode.POLISHED, -12));
    Song edited =
        LocalRenderTest.edited(
            song,
            new SectionId("hook-2"),
            layer -> layer.role() == Role.PAD ? layer.withGain(new Decibels(-1)) : layer);
    Renderer renderer = new Renderer(made.audio());
    Path whole = folder.resolve("whole.wav");
    renderer.render(song, RenderOptions.whole(whole, Optional.empty(), 2), RenderProgress.NONE);
    Preview preview =
        renderer.preview(edited, song, folder.resolve("p.wav"), 2, RenderProgress.NONE);
    assertThat(preview.sections()).containsExactly(new SectionId("hook-2"));
    // the hook is bars 12 to 19 of 2 s each, heard from a bar before
    assertThat(preview.start().value()).isEqualTo(22);
    assertThat(preview.end().value()).isEqualTo(40);
    renderer.render(edited, RenderOptions.whole(whole, Optional.empty(), 2), RenderProgress.NONE);
    AudioBuffer heard = AudioFiles.read(preview.file());
    AudioBuffer finished = AudioFiles.read(whole).slice(22 * 48_000, heard.frames());
    double error = 0;
    double power = 0;
    // compressors need a second to be where they would have been
    for (int i = 48_000; i < heard.frames(); i++) {
      double off = heard.channel(0)[i] - finished.channel(0)[i];
      error += off * off;
      power += finished.channel(0)[i] * finished.channel(0)[i];
    }
    assertThat(10 * Math.log10(error / power)).isLessThan(-25);
  }
}
