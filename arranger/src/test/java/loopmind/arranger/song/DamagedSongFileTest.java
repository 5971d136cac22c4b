package loopmind.arranger.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are damaged, or made to do harm: a sentence, and never anything else. */
final class DamagedSongFileTest {

  @TempDir Path folder;

  private String text = "";

  @BeforeEach
  void saveASong() throws IOException {
    History history =
        History.of("first", TestSongs.song())
            .with("second", SongFileTest.edited(-3))
            .named("quiet")
            .undone(1)
            .with("third", SongFileTest.edited(-6))
            .at("2");
    file().save(new SongFile.Content(history, Optional.empty()));
    text = Files.readString(file().path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"bpm\":120.0|\"bpm\":1e999",
        "\"bpm\":120.0|\"bpm\":900",
        "\"bpm\":120.0|\"bpm\":\"fast\"",
        "\"meter\":\"4/4\"|\"meter\":\"4\"",
        "\"parent\":0|\"parent\":2",
        "\"parent\":0|\"parent\":-7",
        "\"parent\":0|\"parent\":99999999999",
        "\"parent\":0|\"x\":0",
        "\"current\":1|\"current\":3",
        "\"current\":1|\"current\":\"1\"",
        "\"redo\":{\"0\":1}|\"redo\":{\"1\":0}",
        "\"redo\":{\"0\":1}|\"redo\":{\"x\":1}",
        "\"quiet\":1|\"quiet\":17",
        "\"quiet\":1|\"12\":1",
        "\"loop\":1|\"loop\":-1",
        "\"loop\":1|\"loop\":2000000000",
        "\"sections\":[0,1,2,3]|\"sections\":[0,0,2,3]",
        "\"sections\":[0,1,2,3]|\"sections\":[]",
        "\"sections\":[0,1,2,3]|\"sections\":[0,1,2,77]",
        "\"variation_of\":\"verse-1\"|\"variation_of\":\"verse-9\"",
        "\"bars\":4|\"bars\":4.5",
        "\"format\":\"loopmind-song\"|\"format\":\"song\"",
      })
  void aValueThatNoSongMayHaveIsRefused(String good, String bad) throws IOException {
    assertThat(text).contains(good);
    write(text.replace(good, bad));
    assertThatThrownBy(() -> file().load())
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("is damaged or no song of LoopMind. Older versions lie beside it");
  }

  @Test
  void aFileThatIsNoSongIsRefused() throws IOException {
    String deep = "[".repeat(100_000);
    for (String other : new String[] {"", "{}", "[]", "\u0000", "null", "7", deep}) {
      write(other);
      assertThatThrownBy(() -> file().load())
          .isInstanceOf(EditRefused.class)
          .hasMessageContaining("damaged or no song");
    }
  }

  @Test
  void aSongOfALaterVersionSaysSo() throws IOException {
    assertThat(text).contains("\"version\":2,");
    write(text.replace("\"version\":2,", "\"version\":99,"));
    assertThatThrownBy(() -> file().load())
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("later LoopMind (format 99");
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    for (int length = 0; length < text.length() - 1; length += 61) {
      write(text.substring(0, length));
      assertThatThrownBy(() -> file().load()).isInstanceOf(EditRefused.class);
    }
  }

  @Test
  void randomBytesInAFileAreASongOrASentence() throws IOException {
    byte[] good = Files.readAllBytes(file().path());
    Random random = new Random(8);
    int refused = 0;
    for (int round = 0; round < 1_500; round++) {
      byte[] bad = good.clone();
      for (int change = 0; change <= random.nextInt(3); change++) {
        bad[random.nextInt(bad.length)] = (byte) (32 + random.nextInt(96));
      }
      Files.write(file().path(), bad);
      try {
        assertThat(file().load().history().versions()).hasSize(3);
      } catch (EditRefused sentence) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private void write(String content) throws IOException {
    Files.writeString(file().path(), content);
  }

  private SongFile file() {
    return new SongFile(folder.resolve("song.loopmind.json"));
  }
}
