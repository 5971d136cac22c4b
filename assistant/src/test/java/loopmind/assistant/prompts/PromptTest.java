package loopmind.assistant.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import loopmind.assistant.calls.Tool;
import org.junit.jupiter.api.Test;

class PromptTest {

  private static final Pattern TOOL_WORD =
      Pattern.compile(
          "\\b[a-z]+_(?:song|loops?|layer|section|tempo|key|level|effect|transition|genre|reference)\\b");

  @Test
  void everyToolThatAPromptNamesExists() throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            Path.of(System.getProperty("loopmind.root"), "prompts"), "*.txt")) {
      for (Path file : files) {
        for (MatchResult word : TOOL_WORD.matcher(Files.readString(file)).results().toList()) {
          assertThat(Tool.named(word.group())).as(file + ": " + word.group()).isPresent();
        }
      }
    }
  }

  @Test
  void whatIsFilledInIsNotReadForPlaces() {
    Prompt prompt = new Prompt("song {{song}}, said {{message}}");
    assertThat(prompt.filled(Map.of("song", "{{message}} $1", "message", "hi")))
        .isEqualTo("song {{message}} $1, said hi");
  }

  @Test
  void saysWhichPlaceIsEmpty() {
    assertThatThrownBy(() -> new Prompt("{{song}}").filled(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'song'");
  }

  @Test
  void saysWhichPromptIsMissing() {
    assertThatThrownBy(() -> Prompt.read("nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing.txt");
  }
}
