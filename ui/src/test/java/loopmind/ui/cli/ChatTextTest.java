package loopmind.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import loopmind.ui.SongTalk;
import loopmind.ui.TalkBench;
import loopmind.ui.TalkTurn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches a terminal. */
class ChatTextTest {

  @TempDir Path folder;

  @Test
  void nothingInANameIsObeyedByTheTerminal() {
    String hostile = "loop\u001b]0;owned\u0007\u001b[2J\r\u009b31m\u202Egnp.wav";
    assertThat(ChatText.wrapped("Drums: " + hostile, 80))
        .isEqualTo("Drums: loop·]0;owned··[2J··31m·gnp.wav")
        .matches("[^\\p{Cc}\\p{Cf}]*");
    assertThat(ChatText.plain("Größe 808 🥁 中文")).isEqualTo("Größe 808 🥁 中文");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 100})
  void linesEndBetweenWordsAndFit(int width) {
    String text = "  " + "swaps the bass of the second hook ".repeat(9) + "\nshort";
    String wrapped = ChatText.wrapped(text, width);
    assertThat(wrapped.lines()).allMatch(line -> line.length() < width);
    assertThat(wrapped.replaceAll("\\s+", " ")).isEqualTo(text.replaceAll("\\s+", " "));
    // a path is not broken, however narrow it is
    String path = "/home/somebody/" + "x".repeat(120) + ".wav";
    assertThat(ChatText.wrapped(path, width)).isEqualTo(path);
  }

  @Test
  void theArrangementIsDrawnWhereItIsAnotherOne() {
    try (TalkBench bench = new TalkBench(folder, SongTalk.Rendered.NOTHING)) {
      ChatText text = new ChatText();
      TalkTurn turn = bench.talk().say("bass up");
      String first = text.of(turn, bench.talk().desk().current(), 80);
      assertThat(first).contains("energy").contains("drums");
      String second = text.of(bench.talk().say("bass up"), bench.talk().desk().current(), 80);
      assertThat(second).doesNotContain("energy");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 30, 44, 80, 200})
  void progressStaysWithinTheLine(int width) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Say say = new Say(new PrintStream(bytes, true, StandardCharsets.UTF_8), true, () -> width);
    long end = System.nanoTime() + 300_000_000L;
    while (System.nanoTime() < end) {
      say.progress("listening to everything", 0.5);
    }
    say.done();
    String shown = bytes.toString(StandardCharsets.UTF_8);
    assertThat(shown).contains("50 %");
    assertThat(shown.split("\r")).allMatch(line -> line.length() < width);
  }
}
