package loopmind.library.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestTest {

  /** SHA-256 of the text, from FIPS 180-2, B.1. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;
  @TempDir Path cache;

  private List<Found> open(String name, byte[] content) {
    return open(name, content, ArchiveLimits.DEFAULT);
  }

  private List<Found> open(String name, byte[] content, ArchiveLimits limits) {
    Path file = Packs.write(folder.resolve(name), content);
    return new Ingest(cache, limits).open(FolderScan.scan(file).getFirst());
  }

  private static String why(Found found) {
    return found instanceof Found.Refused refused ? refused.why() : "";
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void namesContentByItsHash() throws IOException {
    assertThat(ContentHash.of(Packs.write(folder.resolve("abc"), text("abc")))).isEqualTo(ABC);
    Found.Content content = (Found.Content) open("a.wav", Packs.wav(1)).getFirst();
    assertThat(content.hash()).isEqualTo(ContentHash.of(folder.resolve("a.wav")));
    assertThat(content.content()).isEqualTo(folder.resolve("a.wav"));
  }

  @Test
  void refusesWhatIsNoSound() {
    assertThat(why(open("a.wav", text("words")).getFirst())).isEqualTo("a.wav is text, not sound.");
    assertThat(why(open("b.wav", new byte[0]).getFirst()))
        .isEqualTo("b.wav is empty: it has 0 bytes.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pack.zip", "pack.tar.gz", "pack.tgz", "pack.7z"})
  void findsTheSoundInEveryArchive(String name) throws IOException {
    Object[] entries = {
      "Pack/Drums/a.wav", Packs.wav(1), "Pack/readme.txt", text("hello"), "Pack/b.wav", Packs.wav(2)
    };
    List<Found> found;
    if (name.endsWith(".7z")) {
      Packs.sevenZip(folder.resolve(name), entries);
      found = new Ingest(cache).open(FolderScan.scan(folder.resolve(name)).getFirst());
    } else {
      found = open(name, name.endsWith(".zip") ? Packs.zip(entries) : Packs.tarGz(entries));
    }
    assertThat(found).hasSize(3);
    Found.Content first = (Found.Content) found.getFirst();
    assertThat(first.path()).isEqualTo(folder.resolve(name));
    assertThat(first.inside()).contains("Pack/Drums/a.wav");
    assertThat(first.bytes()).isEqualTo(244);
    assertThat(first.content()).hasBinaryContent(Packs.wav(1));
    assertThat(first.hash()).isEqualTo(ContentHash.of(first.content()));
    assertThat(why(found.get(1))).isEqualTo("readme.txt is text, not sound.");
    assertThat(found.get(2)).isInstanceOf(Found.Content.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../../evil.wav|An entry names a place above the archive and is left alone.",
        "a/../../evil.wav|An entry names a place above the archive and is left alone.",
        "..\\..\\evil.wav|An entry names a place above the archive and is left alone.",
        "/etc/evil.wav|An entry names a place outside the archive and is left alone.",
        "C:\\evil.wav|An entry names a place outside the archive and is left alone.",
        "__MACOSX/._a.wav|__MACOSX is a hidden file of the system, not sound.",
      })
  void refusesNamesThatLeaveTheArchive(String name, String sentence) throws IOException {
    List<Found> found = open("a.zip", Packs.zip(name, Packs.wav(1), "good.wav", Packs.wav(2)));
    assertThat(why(found.getFirst())).isEqualTo(sentence);
    assertThat(found.get(1)).isInstanceOf(Found.Content.class);
    try (Stream<Path> files = Files.walk(cache)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void followsNoLinkInAnArchive() {
    List<Found> found =
        open("a.tar.gz", Packs.tarGz("a.wav", "/etc/passwd", "b.wav", Packs.wav(1)));
    assertThat(why(found.getFirst())).isEqualTo("a.wav is a link, which is not followed.");
    assertThat(found.get(1)).isInstanceOf(Found.Content.class);
  }

  @Test
  void looksIntoAnArchiveWithinAnArchiveButNoDeeper() {
    byte[] deepest = Packs.zip("c.wav", Packs.wav(3));
    byte[] middle = Packs.zip("b.wav", Packs.wav(2), "deepest.zip", deepest);
    List<Found> found = open("outer.zip", Packs.zip("a.wav", Packs.wav(1), "middle.zip", middle));
    assertThat(found.stream().map(Found::inside).flatMap(Optional::stream))
        .containsExactly("a.wav", "middle.zip/b.wav", "middle.zip/deepest.zip");
    assertThat(why(found.get(2)))
        .isEqualTo(
            "deepest.zip is an archive within an archive within an archive and is left alone.");
  }

  @Test
  void refusesABombWithinASecond() throws IOException {
    byte[] bomb = Packs.zipOfZeros("loop.wav", 128L << 20);
    long start = System.nanoTime();
    List<Found> found = open("bomb.zip", bomb);
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(2); // 0.2 s when idle
    assertThat(found).hasSize(1);
    assertThat(why(found.getFirst()))
        .isEqualTo(
            "bomb.zip unfolds to more than 100 times its size, as an attack would; it is left alone.");
    List<Found> nested = open("nested.zip", Packs.zip("inner.zip", bomb));
    assertThat(why(nested.getFirst())).startsWith("nested.zip unfolds to more than 100 times");
    try (Stream<Path> files = Files.walk(cache)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void aSilentFileOfAMinuteIsNoBomb() {
    List<Found> found = open("silence.zip", Packs.zipOfZeros("silence.wav", 17_000_000));
    assertThat(found.getFirst()).isInstanceOf(Found.Content.class);
  }

  @Test
  void refusesMoreEntriesThanAnyPackHas() {
    ArchiveLimits two = new ArchiveLimits(2, 1 << 20, 100, 1 << 20);
    byte[] wav = Packs.wav(1);
    assertThat(why(open("a.zip", Packs.zip("a", wav, "b", wav, "c", wav), two).getFirst()))
        .isEqualTo("a.zip holds more than 2 files, more than any pack; it is left alone.");
    assertThat(why(open("a.tgz", Packs.tarGz("a", wav, "b", wav, "c", wav), two).getFirst()))
        .isEqualTo("a.tgz holds more than 2 files, more than any pack; it is left alone.");
    assertThat(open("b.zip", Packs.zip("a", wav, "b", wav), two)).hasSize(2);
  }

  @Test
  void refusesMoreBytesThanAllowed() {
    ArchiveLimits small = new ArchiveLimits(10, 1 << 20, 1_000_000, 1 << 20);
    assertThat(why(open("a.zip", Packs.zipOfZeros("a.wav", 2 << 20), small).getFirst()))
        .isEqualTo("a.zip unfolds to more than 1 MB and is left alone.");
  }

  @Test
  void keepsWhatStandsBeforeTheDamageAndNamesTheDamage() {
    byte[] noise = new byte[100_000];
    new Random(3).nextBytes(noise);
    System.arraycopy(Packs.wav(1), 0, noise, 0, 44);
    byte[] tar = Packs.tarGz("a.wav", Packs.wav(1), "b.wav", noise);
    List<Found> found = open("half.tar.gz", Arrays.copyOf(tar, tar.length / 2));
    assertThat(found.getFirst().inside()).isEmpty();
    assertThat(why(found.getFirst())).startsWith("half.tar.gz is damaged: ");
    assertThat(found.get(1)).isInstanceOf(Found.Content.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz", "a.7z"})
  void namesWhatIsNoArchiveAtAll(String name) {
    for (byte[] content : new byte[][] {new byte[0], text("words"), new byte[5_000]}) {
      List<Found> found = open(name, content);
      assertThat(found.stream().map(IngestTest::why)).allMatch(why -> why.startsWith(name));
      // a tar of nothing but zeros is an empty one
      assertThat(found).hasSizeBetween(name.contains("tar") ? 0 : 1, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "tar.gz", "7z"})
  @Timeout(60)
  void everyMutatedArchiveIsReadOrRefused(String ending) throws IOException {
    byte[] seed;
    Object[] entries = {
      "a.wav", Packs.wav(1), "b/c.wav", Packs.wav(2), "d.zip", Packs.zip("e.wav", Packs.wav(5))
    };
    if (ending.equals("7z")) {
      Packs.sevenZip(folder.resolve("seed.7z"), entries);
      seed = Files.readAllBytes(folder.resolve("seed.7z"));
    } else {
      seed = ending.equals("zip") ? Packs.zip(entries) : Packs.tarGz(entries);
    }
    Random random = new Random(4);
    int damaged = 0;
    for (int i = 0; i < 200; i++) {
      byte[] bytes = seed.clone();
      for (int change = random.nextInt(3); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      List<Found> found = open("m." + ending, bytes);
      assertThat(found.stream().filter(Found.Refused.class::isInstance).map(IngestTest::why))
          .allMatch(why -> why.endsWith("."));
      damaged += found.stream().anyMatch(Found.Refused.class::isInstance) ? 1 : 0;
    }
    assertThat(damaged).isGreaterThan(20);
  }

  @Test
  void unpacksAgainWhereTheCopyIsGone() throws IOException {
    Found.Content content =
        (Found.Content) open("a.zip", Packs.zip("a.wav", Packs.wav(1))).getFirst();
    Files.delete(content.content());
    Optional<Path> again =
        new Ingest(cache).content(content.path(), content.inside(), content.hash());
    assertThat(again).contains(content.content());
    Files.delete(content.content());
    Files.delete(content.path());
    assertThat(new Ingest(cache).content(content.path(), content.inside(), content.hash()))
        .isEmpty();
  }
}
