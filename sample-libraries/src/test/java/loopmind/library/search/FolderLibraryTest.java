package loopmind.library.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.library.catalogue.Catalogue;
import loopmind.library.ingest.Ingest;
import loopmind.library.listen.Analyser;
import loopmind.library.listen.FileFacts;
import loopmind.library.listen.Heard;
import loopmind.library.listen.Listener;
import loopmind.library.listen.Sound;
import loopmind.mixer.audio.AudioUnreadable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FolderLibraryTest {

  @TempDir Path folder;
  @TempDir Path home;

  private final AtomicInteger listened = new AtomicInteger();
  private Catalogue catalogue;

  /** Counts how often it is asked. */
  private record Counter(AtomicInteger count, String name, int version)
      implements Analyser<Counter.Nothing> {

    record Nothing() {}

    @Override
    public Class<Nothing> factsType() {
      return Nothing.class;
    }

    @Override
    public Nothing listen(Sound sound, Heard heard) {
      count.incrementAndGet();
      return new Nothing();
    }
  }

  @BeforeEach
  void openCatalogue() {
    catalogue = Catalogue.open(home.resolve("catalogue"));
  }

  @AfterEach
  void closeCatalogue() {
    catalogue.close();
  }

  private FolderLibrary library(Analyser<?>... more) {
    List<Analyser<?>> analysers = new ArrayList<>(Listener.measuring());
    analysers.add(new Counter(listened, "counter", 1));
    analysers.addAll(List.of(more));
    return new FolderLibrary(catalogue, new Ingest(home.resolve("cache")), new Listener(analysers));
  }

  private static final class Report implements AnalyzeProgress {
    private final List<String> lines = new ArrayList<>();
    private final int enough;

    Report(int enough) {
      this.enough = enough;
    }

    @Override
    public void scanned(int files) {}

    @Override
    public void file(FileFacts facts, int filesDone) {
      lines.add(facts.json());
    }

    @Override
    public boolean cancelled() {
      return lines.size() >= enough;
    }
  }

  private List<String> analyze(FolderLibrary library, AnalyzeOptions options) {
    Report report = new Report(Integer.MAX_VALUE);
    assertThat(library.analyze(List.of(folder), options, report)).isTrue();
    return report.lines;
  }

  private List<String> analyze() {
    return analyze(library(), AnalyzeOptions.USUAL);
  }

  private void fillWithThree() {
    HostileFolder.wav(folder.resolve("a 120bpm.wav"), 1);
    HostileFolder.wav(folder.resolve("b.wav"), 2);
    HostileFolder.wav(home.resolve("c.wav"), 3);
    HostileFolder.write(
        folder.resolve("pack.zip"),
        HostileFolder.zip("Drums/c.wav", HostileFolder.read(home.resolve("c.wav"))));
  }

  @Test
  void aSecondRunListensToNothingAndSaysTheSame() {
    fillWithThree();
    List<String> first = analyze();
    assertThat(first).hasSize(3);
    assertThat(listened).hasValue(3);
    assertThat(analyze()).isEqualTo(first);
    assertThat(listened).hasValue(3);
  }

  @Test
  void aSecondRunDoesNotEvenReadTheFiles() throws IOException {
    fillWithThree();
    List<String> first = analyze();
    for (String name : List.of("a 120bpm.wav", "b.wav", "pack.zip")) {
      Path file = folder.resolve(name);
      FileTime time = Files.getLastModifiedTime(file);
      Files.write(file, new byte[(int) Files.size(file)]);
      Files.setLastModifiedTime(file, time);
    }
    assertThat(analyze()).isEqualTo(first);
  }

  @Test
  void factsDoNotDependOnTheNumberOfThreads() {
    for (int i = 0; i < 6; i++) {
      HostileFolder.wav(folder.resolve("loop %d.wav".formatted(i)), i);
    }
    List<String> one = analyze(library(), new AnalyzeOptions(false, true, 1));
    List<String> three = analyze(library(), new AnalyzeOptions(false, true, 3));
    assertThat(three).isEqualTo(one);
    assertThat(listened).hasValue(12);
  }

  @Test
  void aMovedFileKeepsItsFactsAndADeletedOneIsForgotten() throws IOException {
    fillWithThree();
    analyze();
    Files.createDirectory(folder.resolve("new"));
    Files.move(folder.resolve("b.wav"), folder.resolve("new/moved.wav"));
    Files.delete(folder.resolve("pack.zip"));
    List<String> lines = analyze();
    assertThat(listened).hasValue(3);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).contains("new/moved.wav");
    assertThat(catalogue.files(folder.resolve("b.wav"))).isEmpty();
    assertThat(library().loops(List.of(folder), false).all()).hasSize(2);
  }

  @Test
  void aChangedFileIsListenedToAgain() {
    fillWithThree();
    analyze();
    HostileFolder.write(folder.resolve("b.wav"), HostileFolder.read(home.resolve("c.wav")));
    HostileFolder.wav(folder.resolve("a 120bpm.wav"), 9);
    bumpTime(folder.resolve("a 120bpm.wav"));
    bumpTime(folder.resolve("b.wav"));
    analyze();
    // what is in b.wav now was heard in the archive before
    assertThat(listened).hasValue(4);
  }

  private static void bumpTime(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aBetterAnalyserHearsOnlyItsOwnFactsAnew() {
    fillWithThree();
    AtomicInteger other = new AtomicInteger();
    analyze(library(new Counter(other, "other", 1)), AnalyzeOptions.USUAL);
    analyze(library(new Counter(other, "other", 2)), AnalyzeOptions.USUAL);
    assertThat(other).hasValue(6);
    assertThat(listened).hasValue(3);
  }

  @Test
  void namesAreEvidenceUnlessTheyAreIgnored() {
    HostileFolder.wav(folder.resolve("Loud Kick 01.wav"), 1);
    String named = analyze().getFirst();
    String hidden = analyze(library(), new AnalyzeOptions(true, false, 1)).getFirst();
    assertThat(named).contains("\"instrument\":\"kick\"");
    assertThat(hidden).isNotEqualTo(named);
    assertThat(listened).hasValue(1);
  }

  @Test
  void givesTheSoundOfLoopsInFilesAndArchives() throws IOException {
    fillWithThree();
    analyze();
    FolderLoops loops = library().loops(List.of(folder), false);
    assertThat(loops.all()).hasSize(3);
    Loop packed =
        loops.all().stream().filter(loop -> loop.inside().isPresent()).findFirst().orElseThrow();
    try (Stream<Path> copies = Files.walk(home.resolve("cache"))) {
      copies.filter(Files::isRegularFile).forEach(FolderLibraryTest::delete);
    }
    float[] recorded = HostileFolder.sound(3).channel(0);
    float[] heard = loops.audioOf(packed.id()).channel(0);
    int start = (int) packed.rate().framesIn(packed.start());
    assertThat(heard.length).isEqualTo((int) packed.rate().framesIn(packed.length()));
    for (int i = 0; i < heard.length; i++) {
      // a step of 16 bits
      assertThat(Math.abs(heard[i] - recorded[start + i])).isLessThanOrEqualTo(0x1p-15f);
    }
    assertThat(loops.find(packed.id())).contains(packed);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void saysThatALoopIsUnknownGoneOrChanged() throws IOException {
    fillWithThree();
    analyze();
    FolderLoops loops = library().loops(List.of(folder), false);
    assertThatThrownBy(() -> loops.audioOf(new LoopId("abc")))
        .isInstanceOf(AudioUnreadable.class)
        .hasMessage("There is no loop abc in the folders of this song.");
    Loop b = loops.all().stream().filter(loop -> loop.name().equals("b")).findFirst().orElseThrow();
    HostileFolder.wav(folder.resolve("b.wav"), 8);
    bumpTime(folder.resolve("b.wav"));
    assertThatThrownBy(() -> loops.audioOf(b.id()))
        .hasMessage("b was changed since it was listened to; analyze its folder again.");
    Files.delete(folder.resolve("b.wav"));
    assertThatThrownBy(() -> loops.audioOf(b.id()))
        .hasMessageStartingWith("b is not there any more: ");
  }

  @Test
  void stopsWhenAskedAndKeepsWhatItReported() {
    for (int i = 0; i < 30; i++) {
      HostileFolder.wav(folder.resolve("loop %02d.wav".formatted(i)), i);
    }
    Report report = new Report(2);
    assertThat(library().analyze(List.of(folder), new AnalyzeOptions(false, false, 1), report))
        .isFalse();
    int heard = listened.get();
    assertThat(heard).isBetween(2, 29);
    assertThat(catalogue.below(List.of(folder))).hasSize(heard);
    analyze();
    assertThat(listened).hasValue(30);
  }

  @Test
  @Timeout(120)
  void everyHostileFileIsListedWithASentence() {
    HostileFolder.fill(folder);
    List<String> lines = analyze();
    assertThat(lines).hasSize(19);
    assertThat(lines.stream().filter(line -> line.contains("\"error\":null"))).hasSize(2);
    assertThat(lines.stream().filter(line -> line.contains("\"kind\":\"unreadable\"")))
        .hasSize(17)
        .allMatch(line -> line.matches(".*\"error\":\"[^\"]{10,200}\\.\".*"));
    assertThat(lines.stream().filter(line -> line.contains("as an attack would"))).hasSize(2);
    assertThat(analyze()).isEqualTo(lines);
  }

  @Test
  @Timeout(180)
  void hostileFilesNeedNoMoreThanAQuarterOfAGigabyte() throws IOException, InterruptedException {
    HostileFolder.fill(folder);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dslf4j.internal.verbosity=ERROR",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                AnalyzeProcess.class.getName(),
                home.resolve("other").toString(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = child.inputReader().lines().toList();
    assertThat(child.waitFor()).isZero();
    assertThat(lines).hasSize(19);
    assertThat(lines).noneMatch(line -> line.contains("needs more memory"));
  }
}
