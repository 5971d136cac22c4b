package loopmind.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import loopmind.arranger.song.EditRefused;
import loopmind.ui.SongTalk;
import loopmind.ui.TalkBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlashCommandsTest {

  @TempDir Path folder;
  private TalkBench bench;
  private SlashCommands commands;

  @BeforeEach
  void open() {
    bench = new TalkBench(folder, SongTalk.Rendered.NOTHING);
    commands = new SlashCommands(bench.talk(), bench.sound());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private String said(String line) {
    return commands.run(line).text();
  }

  @Test
  void versionsAreListedNamedAndGoneTo() {
    bench.talk().say("bass up");
    assertThat(said("/name rough mix")).isEqualTo("Version 2 is now called \"rough mix\".");
    commands.run("/undo");
    bench.talk().say("faster");
    assertThat(said("/versions").lines())
        .hasSize(3)
        .satisfiesExactly(
            one -> assertThat(one).startsWith("    1").endsWith("made"),
            two -> assertThat(two).contains("\"rough mix\"").endsWith("bass up"),
            three -> assertThat(three).startsWith("▸   3 (from 1)").endsWith("faster"));
    assertThat(said("/branches").lines()).hasSize(2);
    assertThat(commands.run("/goto Rough Mix").turn().orElseThrow().text())
        .startsWith("This is version 2.");
    assertThat(said("/versions").lines().toList().get(1)).startsWith("▸");
  }

  @Test
  void undoAndRedoNeedNoLanguageModel() {
    bench.talk().say("bass up");
    assertThat(commands.run("/undo").turn().orElseThrow().text()).startsWith("Undone.");
    assertThat(commands.run("/redo").turn().orElseThrow().text()).startsWith("Redone.");
    commands.run("/undo");
    assertThat(commands.run("/undo").turn().orElseThrow().refusal().orElseThrow())
        .startsWith("There is nothing to undo");
  }

  @Test
  void theMixIsRenderedWhereItIsAskedFor() {
    bench.talk().say("bass up");
    assertThat(said("/play")).contains("not rendered yet");
    assertThat(said("/render")).contains("small.wav");
    assertThat(said("/play")).contains("small.wav").doesNotContain("not rendered");
    assertThat(folder.resolve("small.wav")).exists();
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    assertThatThrownBy(() -> commands.run("/dance"))
        .isInstanceOf(EditRefused.class)
        .hasMessage("There is no command /dance. /help lists them.");
    assertThatThrownBy(() -> commands.run("/goto")).hasMessage("Say which, such as /goto 3.");
    assertThat(commands.run("/quit").quit()).isTrue();
    assertThat(SlashCommands.isOne("/help")).isTrue();
    assertThat(SlashCommands.isOne("/ 2 time")).isFalse();
    assertThat(SlashCommands.isOne("6/8 please")).isFalse();
    for (String name : SlashCommands.NAMES) {
      assertThat(said("/help")).contains(name);
    }
  }
}
