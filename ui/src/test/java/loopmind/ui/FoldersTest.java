package loopmind.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

  @TempDir private Path place;

  @Test
  void allOfAFolderGoesAndNothingThatItPointsTo() throws Exception {
    Path kept = Files.writeString(place.resolve("kept.wav"), "kept");
    Path folder = Files.createDirectories(place.resolve("a/b"));
    Files.writeString(folder.resolve("c.wav"), "gone");
    Files.createSymbolicLink(folder.resolve("link.wav"), kept);
    Files.createSymbolicLink(folder.resolve("links"), place);
    Folders.delete(place.resolve("a"));
    assertThat(place.resolve("a")).doesNotExist();
    assertThat(kept).hasContent("kept");
  }

  @Test
  void whatIsNotThereIsDeletedAlready() throws Exception {
    Folders.delete(place.resolve("nothing"));
    assertThat(place).isEmptyDirectory();
  }
}
