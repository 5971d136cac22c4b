package loopmind.assistant.notation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import loopmind.assistant.calls.SongState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ComposeCompletionTest {

  private static final Path HOME = Path.of(System.getProperty("loopmind.root"), "models/assistant");
  private static Lexicon lexicon;

  @BeforeAll
  static void read() throws IOException {
    VectorsTest.read();
    lexicon = Lexicon.read(HOME);
  }

  @Test
  void completesAsTheReferenceDoes() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> differing = new ArrayList<>();
    for (String line : Files.readAllLines(HOME.resolve("completion-vectors.jsonl"))) {
      JsonNode vector = json.readTree(line);
      String made = VectorsTest.request(vector).completed(vector.get("given").asText());
      if (!made.equals(vector.get("completed").asText())) {
        differing.add(
            vector.get("text").asText()
                + "\n  "
                + vector.get("completed").asText()
                + "\n  "
                + made);
      }
    }
    assertThat(differing).isEmpty();
  }

  @Test
  void everySlotOfARequestFindsItsArgument() {
    assertThat(completed("techno 132 bpm in a minor, 3 minutes, seed 7", " compose"))
        .isEqualTo(" compose$bpm<n1b>$key<k1>$len<d1>$seed<n2a>$style techno");
  }

  @Test
  void theModelIsHeardWhereItsWordsAreFree() {
    assertThat(completed("lofi, zorbish", " compose$style lofi$mood zorbish"))
        .isEqualTo(" compose$style lofi$mood zorbish");
  }

  @Test
  void otherToolsStayAsTheyAre() {
    assertThat(completed("faster", " tempo$pct10")).isEqualTo(" tempo$pct10");
  }

  private static String completed(String text, String notation) {
    return new MessagePrompt(SongState.EMPTY, List.of(), text, List.of(), lexicon)
        .completed(notation);
  }
}
