package loopmind.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.song.SongFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talking to a song by script, with the model that LoopMind brings and the starter pack. */
final class ChatJourneyTest {

  @TempDir static Path home;
  @TempDir Path folder;

  private Typed chat(String... rest) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "chat",
                "--home",
                home.toString(),
                "--json",
                "--song",
                folder.resolve("mine.loopmind.json").toString()));
    all.addAll(List.of(rest));
    return Typed.run(all.toArray(String[]::new));
  }

  private static List<JsonNode> turns(Typed typed) throws JsonProcessingException {
    List<JsonNode> turns = new ArrayList<>();
    for (String line : typed.out().lines().toList()) {
      turns.add(new ObjectMapper().readTree(line));
    }
    return turns;
  }

  @Test
  void theFirstMessageMakesASongAndTheNextProgramGoesOnWithIt() throws JsonProcessingException {
    Typed made = chat("dark trap at 140, 16 bars", "/name first");
    assertThat(made.status()).as(made.err()).isZero();
    List<JsonNode> turns = turns(made);
    assertThat(turns).hasSize(2);
    assertThat(turns.get(0).at("/calls/0/tool").asText()).isEqualTo("compose_song");
    assertThat(Path.of(turns.get(0).path("preview").asText())).isRegularFile();
    assertThat(turns.get(0).path("mix").isNull()).isTrue();
    // the whole mix is rendered once, after the last message
    assertThat(Path.of(turns.get(1).path("mix").asText()))
        .isEqualTo(folder.resolve("mine.wav"))
        .isRegularFile();
    assertThat(folder.resolve("mine.loopmind.json.journal")).doesNotExist();

    Typed again = chat("--no-render", "/undo", "/goto first");
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("There is nothing to undo");
    List<JsonNode> second = turns(again);
    assertThat(second.get(0).path("done").asBoolean()).isFalse();
    assertThat(second.get(0).path("refusal").asText()).startsWith("There is nothing to undo");
    assertThat(second.get(1).path("text").asText()).startsWith("This is version 1.");
    assertThat(second.get(1).path("preview").isNull()).isTrue();
    assertThat(new SongFile(folder.resolve("mine.loopmind.json")).load().sayings())
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void standardInputIsReadALineAMessage() throws JsonProcessingException {
    InputStream usual = System.in;
    try {
      System.setIn(
          new ByteArrayInputStream(
              "thanks, that sounds great\n\n/versions\n".getBytes(StandardCharsets.UTF_8)));
      Typed typed = chat();
      assertThat(typed.status()).as(typed.err()).isZero();
      List<JsonNode> turns = turns(typed);
      assertThat(turns).hasSize(2);
      assertThat(turns.get(0).path("calls").size()).isZero();
      assertThat(turns.get(0).path("text").asText()).startsWith("You're welcome.");
      assertThat(turns.get(1).path("text").asText()).isEqualTo("There is no song yet.");
      assertThat(Files.exists(folder.resolve("mine.loopmind.json"))).isFalse();
    } finally {
      System.setIn(usual);
    }
  }
}
