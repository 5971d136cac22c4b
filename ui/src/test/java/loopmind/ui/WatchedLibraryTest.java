package loopmind.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.units.SampleRate;
import loopmind.assistant.chat.Interpreter;
import loopmind.library.listen.FileFacts;
import loopmind.library.search.AnalyzeOptions;
import loopmind.library.search.AnalyzeProgress;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.Dither;
import loopmind.mixer.audio.SampleFormat;
import loopmind.mixer.audio.WavWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sounds come into folders, and to the library by hand, while the studio is open. */
class WatchedLibraryTest {

  private static final Duration SOON = Duration.ofSeconds(3);

  @TempDir Path folder;
  private Path sounds;
  private Workplace place;

  @BeforeEach
  void open() throws IOException {
    sounds = Files.createDirectories(folder.resolve("sounds"));
    write(sounds.resolve("first.wav"), 220);
    place =
        new Workplace(
            new Home(folder.resolve("home")),
            Interpreter.embedded(ProjectRoot.models(), folder.resolve("natives")),
            1);
    place.watch();
    place.libraryWork().listenTo(sounds).join();
  }

  @AfterEach
  void close() {
    place.close();
  }

  private static void write(Path file, double hz) throws IOException {
    Files.write(file, wav(hz));
  }

  private static byte[] wav(double hz) throws IOException {
    float[][] samples = new float[1][24_000];
    for (int i = 0; i < samples[0].length; i++) {
      samples[0][i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / 48_000) * Math.exp(-i / 9e3));
    }
    Path file = Files.createTempFile("sound", ".wav");
    try {
      WavWriter.write(
          file,
          new AudioBuffer(samples, new SampleRate(48_000)),
          SampleFormat.PCM_16,
          Dither.none());
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  private List<String> names() {
    return place.knownLoops().stream().map(loop -> loop.name()).sorted().toList();
  }

  private static boolean soon(BooleanSupplier true_) throws InterruptedException {
    Instant end = Instant.now().plus(SOON);
    while (!true_.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
    return true_.getAsBoolean();
  }

  @Test
  void whatIsPutIntoAFolderIsThereWithinThreeSeconds() throws IOException, InterruptedException {
    write(sounds.resolve("second.wav"), 330);
    assertThat(soon(() -> names().contains("second"))).as("a file").isTrue();
    Path inner = Files.createDirectories(sounds.resolve("new/inner"));
    Thread.sleep(300);
    write(inner.resolve("third.wav"), 440);
    assertThat(soon(() -> names().contains("third"))).as("a folder that is new").isTrue();
    Files.delete(sounds.resolve("first.wav"));
    assertThat(soon(() -> !names().contains("first"))).as("a file that went").isTrue();
  }

  private static final class Untold implements AnalyzeProgress {
    @Override
    public void scanned(int files) {}

    @Override
    public void file(FileFacts facts, int filesDone) {}
  }

  @Test
  void whatAnotherProcessListenedToIsKnownHereToo() throws IOException, InterruptedException {
    assertThat(names()).containsExactly("first");
    Path others = Files.createDirectories(folder.resolve("others"));
    write(others.resolve("theirs.wav"), 660);
    try (Library another = new Library(new Home(folder.resolve("home")))) {
      another.analyze(List.of(others), AnalyzeOptions.USUAL, new Untold());
    }
    assertThat(soon(() -> names().contains("theirs"))).isTrue();
  }

  @Test
  void aFileIsLeftAloneUntilItIsWhole() throws IOException, InterruptedException {
    byte[] whole = wav(550);
    try (OutputStream out = Files.newOutputStream(sounds.resolve("slow.wav"))) {
      for (int part = 0; part < 8; part++) {
        out.write(whole, part * whole.length / 8, whole.length / 8);
        out.flush();
        Thread.sleep(250);
        assertThat(names()).doesNotContain("slow");
      }
      out.write(whole, 8 * (whole.length / 8), whole.length - 8 * (whole.length / 8));
    }
    assertThat(soon(() -> names().contains("slow"))).isTrue();
  }

  @Test
  void whatIsGivenLiesInTheHomeAndNowhereElse() throws IOException {
    Uploads uploads = place.uploads();
    Path kept = uploads.keep("../../../etc/evil.wav", new ByteArrayInputStream(wav(110)));
    assertThat(kept).isEqualTo(folder.resolve("home/uploads/evil.wav")).isRegularFile();
    Path again = uploads.keep("evil.wav", new ByteArrayInputStream(wav(110)));
    assertThat(again).isEqualTo(kept);
    assertThat(uploads.keep("evil.wav", new ByteArrayInputStream(wav(120))))
        .hasFileName("evil-2.wav");
    assertThat(uploads.keep("..\\C:\\nul.wav", new ByteArrayInputStream(wav(130))))
        .hasParentRaw(uploads.folder());
    place.libraryWork().listenTo(uploads.folder()).join();
    assertThat(names()).contains("evil", "evil-2");

    for (String name : List.of("page.wav", "pack.zip", "x.7z", "")) {
      byte[] foreign = "<html>".getBytes(StandardCharsets.US_ASCII);
      assertThatThrownBy(() -> uploads.keep(name, new ByteArrayInputStream(foreign)))
          .isInstanceOf(EditRefused.class)
          .message()
          .endsWith(".");
    }
    assertThatThrownBy(() -> uploads.keep("a.wav", new ByteArrayInputStream(new byte[0])))
        .isInstanceOf(EditRefused.class);
    try (Stream<Path> all = Files.walk(folder.resolve("home"))) {
      assertThat(all.map(String::valueOf)).noneMatch(name -> name.endsWith(".part"));
    }
  }
}
