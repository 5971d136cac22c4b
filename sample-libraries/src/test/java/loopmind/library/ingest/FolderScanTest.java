package loopmind.library.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FolderScanTest {

  @TempDir Path folder;

  private List<String> names(List<ScannedFile> files) {
    return files.stream().map(file -> folder.relativize(file.path()).toString()).toList();
  }

  private String refusal(String name) {
    return FolderScan.scan(folder).stream()
        .filter(file -> file.path().equals(folder.resolve(name)))
        .findFirst()
        .orElseThrow()
        .refusal()
        .orElse("");
  }

  @Test
  void listsNestedFoldersByName() {
    for (String name : List.of("b/2.wav", "b/10.wav", "a/z/x.wav", "c.wav")) {
      Packs.write(folder.resolve(name), Packs.wav(1));
    }
    List<ScannedFile> files = FolderScan.scan(folder);
    assertThat(names(files)).containsExactly("a/z/x.wav", "b/10.wav", "b/2.wav", "c.wav");
    assertThat(files).allMatch(file -> file.refusal().isEmpty() && file.bytes() == 244);
  }

  @Test
  void listsASingleFile() {
    Path file = Packs.write(folder.resolve("a.wav"), Packs.wav(1));
    assertThat(names(FolderScan.scan(file))).containsExactly("a.wav");
  }

  @Test
  @Timeout(10)
  void followsNoLinkAndSaysWhy() throws IOException {
    Path outside = Files.createTempDirectory("outside");
    Packs.write(outside.resolve("secret.wav"), Packs.wav(1));
    Packs.write(folder.resolve("pack/a.wav"), Packs.wav(1));
    Files.createSymbolicLink(folder.resolve("pack/loop"), folder);
    Files.createSymbolicLink(folder.resolve("out"), outside);
    Files.createSymbolicLink(folder.resolve("out.wav"), outside.resolve("secret.wav"));
    Files.createSymbolicLink(folder.resolve("gone.wav"), folder.resolve("nothing"));
    assertThat(names(FolderScan.scan(folder)))
        .containsExactly("gone.wav", "out", "out.wav", "pack/a.wav", "pack/loop");
    assertThat(refusal("pack/loop"))
        .isEqualTo("loop is a link into the same folder, where it is listed already.");
    assertThat(refusal("out")).isEqualTo("out is a link out of the folder, which is not followed.");
    assertThat(refusal("out.wav"))
        .isEqualTo("out.wav is a link out of the folder, which is not followed.");
    assertThat(refusal("gone.wav")).isEqualTo("gone.wav is a link that leads nowhere.");
    assertThat(refusal("pack/a.wav")).isEmpty();
  }

  @Test
  void namesHiddenFilesButDoesNotLookIntoHiddenFolders() {
    Packs.write(folder.resolve("._a.wav"), Packs.wav(1));
    Packs.write(folder.resolve("__MACOSX/a.wav"), Packs.wav(1));
    Packs.write(folder.resolve("Thumbs.db"), Packs.wav(1));
    assertThat(names(FolderScan.scan(folder))).containsExactly("._a.wav", "Thumbs.db", "__MACOSX");
    assertThat(refusal("._a.wav"))
        .isEqualTo("._a.wav is what macOS keeps beside a file, not sound.");
    assertThat(refusal("__MACOSX"))
        .isEqualTo("__MACOSX is a hidden file of the system, not sound.");
  }

  @Test
  @Timeout(10)
  void waitsForNoPipe() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.wav");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(refusal("pipe.wav")).isEqualTo("pipe.wav is a device or pipe, not a file.");
  }

  @Test
  void saysWhereThereIsNoFolder() {
    Path gone = folder.resolve("gone");
    assertThatThrownBy(() -> FolderScan.scan(gone))
        .isInstanceOf(FolderUnreadable.class)
        .hasMessage("There is no file or folder %s.", gone);
  }
}
