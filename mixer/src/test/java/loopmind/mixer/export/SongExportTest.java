package loopmind.mixer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import loopmind.arranger.loop.Role;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Renderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SongExportTest {

  /** Four bars at 120 BPM. */
  private static final int FRAMES = 8 * 48_000;

  @TempDir Path folder;
  private Path loops;
  private Path out;
  private SmallSong small;

  @BeforeEach
  void song() throws IOException {
    loops = Files.createDirectory(folder.resolve("loops"));
    out = Files.createDirectory(folder.resolve("out"));
    small = new SmallSong(loops);
  }

  private Exported export(ExportFormat format, String name, boolean stems) {
    return export(format, name, stems, RenderProgress.NONE);
  }

  private Exported export(
      ExportFormat format, String name, boolean stems, RenderProgress progress) {
    Optional<Path> folderOfStems =
        stems ? Optional.of(out.resolve(name + "-stems")) : Optional.empty();
    return new SongExport(new Renderer(small), small)
        .write(
            small.history(),
            new ExportOptions(format, out.resolve(name + "." + format.ending()), folderOfStems, 1),
            progress);
  }

  private static double rms(AudioBuffer sound) {
    double sum = 0;
    for (float sample : sound.channel(0)) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / sound.frames());
  }

  @ParameterizedTest
  @EnumSource(names = {"MP3", "OGG"})
  void compressedSoundIsAsLongAndAsLoudAsTheSongAndTheSameEachTime(ExportFormat format) {
    Exported wav = export(ExportFormat.WAV, "song", true);
    Exported made = export(format, "song", true);
    AudioBuffer read = AudioFiles.read(made.file());
    assertThat(read.rate().hz()).isEqualTo(48_000);
    assertThat(read.frames()).isEqualTo(FRAMES);
    // a codec of that rate changes the level by less than a tenth of a dB
    assertThat(rms(read) / rms(AudioFiles.read(wav.file()))).isCloseTo(1, within(0.012));
    assertThat(made.stems().keySet()).isEqualTo(wav.stems().keySet()).contains(Role.BASS);
    made.stems()
        .forEach(
            (role, stem) -> {
              assertThat(stem).hasFileName(role.word() + "." + format.ending());
              assertThat(AudioFiles.read(stem).frames()).isEqualTo(FRAMES);
            });
    assertThat(export(format, "again", false).file()).hasSameBinaryContentAs(made.file());
  }

  @ParameterizedTest
  @EnumSource(names = {"FLAC", "MP3", "OGG"})
  void ffmpegDecodesItToTheLengthOfTheSong(ExportFormat format) throws Exception {
    assumeThat(hasFfmpeg()).as("ffmpeg is installed").isTrue();
    Path file = export(format, "song", false).file();
    Process decoder =
        new ProcessBuilder(
                "ffmpeg", "-v", "error", "-i", file.toString(), "-f", "s16le", "-ac", "2", "-")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long bytes;
    try (InputStream decoded = decoder.getInputStream()) {
      bytes = decoded.transferTo(java.io.OutputStream.nullOutputStream());
    }
    assertThat(decoder.waitFor()).isZero();
    // a millisecond for MP3, whose header counts in whole frames of the decoder
    long allowed = format == ExportFormat.MP3 ? 48 : 0;
    assertThat((double) bytes / 4).isCloseTo(FRAMES, within((double) allowed));
  }

  private static boolean hasFfmpeg() throws InterruptedException {
    try {
      return new ProcessBuilder("ffmpeg", "-version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasThereIsReplacedAndThatIsSaid(ExportFormat format) throws IOException {
    Path file = Files.writeString(out.resolve("song." + format.ending()), "older");
    assertThat(export(format, "song", false).replaced()).isTrue();
    assertThat(Files.size(file)).isGreaterThan(5);
    assertThat(export(format, "fresh", false).replaced()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aStopLeavesWhatWasThereAndNothingElse(ExportFormat format) throws IOException {
    Path file = Files.writeString(out.resolve("song." + format.ending()), "older");
    RenderProgress impatient =
        new RenderProgress() {
          @Override
          public void at(String step, double share) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> export(format, "song", false, impatient))
        .isInstanceOf(CancellationException.class);
    assertThat(file).hasContent("older");
    try (Stream<Path> left = Files.list(out)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aZipHoldsTheSongItsLoopsAndTheSoundWhereAsked() throws IOException {
    Path plain = export(ExportFormat.ZIP, "song", false).file();
    assertThat(names(plain))
        .containsExactlyInAnyOrder(
            "song.loopmind.json",
            "loops/My-Drums-Kit-d0.wav",
            "loops/Bass-ba55.wav",
            "loops/Impact-f0.wav");
    assertThat(export(ExportFormat.ZIP, "again", false).file())
        .satisfies(again -> assertThat(names(again)).hasSize(4));
    assertThat(names(export(ExportFormat.ZIP, "whole", true).file()))
        .contains("mix.wav", "stems/drums.wav", "stems/bass.wav");
    assertThat(out.resolve("whole-stems")).doesNotExist();
  }

  @Test
  void aZipNamesNoFolderOfThisMachine() throws IOException {
    Path zip = export(ExportFormat.ZIP, "song", false).file();
    try (var files = java.nio.file.FileSystems.newFileSystem(zip)) {
      String song = Files.readString(files.getPath("song.loopmind.json"));
      assertThat(song).contains("loops/Bass-ba55.wav").doesNotContain(loops.toString());
      assertThat(files.getPath("loops/Bass-ba55.wav"))
          .hasSameBinaryContentAs(loops.resolve("ba55.wav"));
    }
  }

  private static List<String> names(Path zip) {
    try (java.util.zip.ZipFile file = new java.util.zip.ZipFile(zip.toFile())) {
      return file.stream().map(java.util.zip.ZipEntry::getName).toList();
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }
}
