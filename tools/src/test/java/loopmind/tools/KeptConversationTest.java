package loopmind.tools;

import static loopmind.tools.SongDeskTest.song;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Saying;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFile;
import org.junit.jupiter.api.Test;

final class KeptConversationTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final List<SongFile.Content> contents = new ArrayList<>();

  @Test
  void theConversationIsSavedWithTheTurnAndGoesOnAfterARestart() {
    SongDesk first = new SongDesk(Optional.empty(), contents::add, () -> NOON);
    first.say("hello", calls(), "Hello.");
    first.turn(
        "make one",
        () -> {
          first.say("make one", calls("compose_song"), "Made.");
          return lay(first, song("a"));
        });
    assertThat(contents).hasSize(1);
    assertThatThrownBy(
            () ->
                first.turn(
                    "half",
                    () -> {
                      first.say("half", calls("set_tempo"), "Done.");
                      throw new EditRefused("No.");
                    }))
        .hasMessage("No.");
    first.turn(
        "what is it?",
        () -> {
          first.say("what is it?", calls("describe_song"), "A song.");
          return "A song.";
        });
    assertThat(contents).hasSize(2);
    SongDesk again = new SongDesk(Optional.of(contents.getLast()), contents::add, () -> NOON);
    assertThat(again.sayings())
        .extracting(Saying::user)
        .containsExactly("hello", "make one", "what is it?");
    assertThat(again.sayings().get(1))
        .isEqualTo(new Saying("make one", calls("compose_song"), "Made.", 1));
    assertThat(again.versions().getFirst().savedAt()).hasValue(NOON);
  }

  @Test
  void theReportOfARenderStaysUntilTheSongChanges() {
    SongDesk own = new SongDesk(Optional.empty(), contents::add, () -> NOON);
    own.turn("make one", () -> lay(own, song("a")));
    own.keepReport(JsonNodeFactory.instance.objectNode().put("passed", true));
    own.say("thanks", calls(), "You are welcome.");
    assertThat(contents.getLast().report()).isPresent();
    own.turn("edit", () -> own.apply(song -> song("b")));
    assertThat(contents.getLast().report()).isEmpty();
  }

  private static ArrayNode calls(String... tools) {
    ArrayNode calls = JsonNodeFactory.instance.arrayNode();
    for (String tool : tools) {
      calls.addObject().put("tool", tool);
    }
    return calls;
  }

  private static Song lay(SongDesk desk, Song song) {
    desk.lay(song);
    return song;
  }
}
