package loopmind.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must stand beside the code, found by walking the files. */
final class HouseFilesTest {

  private static final Path ROOT = Path.of(System.getProperty("loopmind.root"));
  private static final List<String> ROOMS =
      List.of("arranger", "mixer", "sample-libraries", "tools", "assistant", "ui");

  @Test
  void everyPackageSaysWhyItExists() {
    for (String room : ROOMS) {
      for (Path folder : foldersWithJava(ROOT.resolve(room).resolve("src/main/java"))) {
        Path said = folder.resolve("package-info.java");
        assertThat(said).exists();
        assertThat(read(said)).contains("/**").contains("@NullMarked");
      }
    }
  }

  @Test
  void everyModelHasACardAManifestAndALicence() {
    for (Path model : foldersIn(ROOT.resolve("models"))) {
      assertThat(model.resolve("README.md")).exists();
      assertThat(model.resolve("train/README.md")).exists();
      assertThat(read(model.resolve("manifest.json"))).contains("licence").contains("sha256");
    }
  }

  @Test
  void everyPackOfSoundsHasALicence() {
    for (Path pack : foldersIn(ROOT.resolve("sample-libraries/packs"))) {
      assertThat(pack.resolve("LICENCE")).exists();
      assertThat(pack.resolve("README.md")).exists();
    }
  }

  @Test
  void everyRoomIsInTheParent() {
    String parent = read(ROOT.resolve("pom.xml"));
    for (String room : ROOMS) {
      assertThat(parent).contains("<module>" + room + "</module>");
    }
  }

  @Test
  void theLicenceOfTheProjectIsApache2() {
    assertThat(read(ROOT.resolve("LICENSE"))).contains("Apache License").contains("Version 2.0");
  }

  private static List<Path> foldersWithJava(Path under) {
    try (Stream<Path> all = Files.walk(under)) {
      return all.filter(Files::isDirectory)
          .filter(folder -> !javaFilesIn(folder).isEmpty())
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<Path> javaFilesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<Path> foldersIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
