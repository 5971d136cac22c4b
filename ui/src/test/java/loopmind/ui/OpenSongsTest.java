package loopmind.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import loopmind.arranger.song.History;
import loopmind.arranger.song.SongFile;
import loopmind.assistant.calls.ToolCall;
import loopmind.library.search.LoopSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several callers work on one song. */
class OpenSongsTest {

  private static ToolCall tempo(double bpm) {
    return new ToolCall("set_tempo", JsonNodeFactory.instance.objectNode().put("bpm", bpm));
  }

  @Test
  void opensEachSongOnceAndNothingOutsideTheHome(@TempDir Path folder) {
    Home home = new Home(folder);
    try (Workplace place = new Workplace(home, new NotToday(), 2)) {
      OpenSong song = place.songs().create();
      assertThat(place.songs().find(song.id())).containsSame(song);
      for (String id :
          List.of("../catalogue", "/etc/passwd", "", ".", "a".repeat(200), "no-such")) {
        assertThat(place.songs().find(id)).as(id).isEmpty();
      }
    }
  }

  @Test
  void aSongIsOpenInOneProgramOfAHome(@TempDir Path folder) {
    Home home = new Home(folder);
    new SongFile(home.songs().resolve("small" + Home.SONG_ENDING))
        .save(new SongFile.Content(History.of("small", new SmallSong().song()), Optional.empty()));
    try (Workplace second = new Workplace(home, new NotToday(), 2)) {
      try (Workplace first = new Workplace(home, new NotToday(), 2)) {
        assertThat(first.songs().find("small")).isPresent();
        assertThat(second.songs().find("small")).isEmpty();
        assertThat(second.songs().whyNot("small")).contains("open in another LoopMind");
        assertThat(first.songs().create().id()).isNotEqualTo(second.songs().create().id());
      }
      assertThat(second.songs().find("small")).isPresent();
    }
  }

  @Test
  void saysWhyATurnCameToNothingAndGoesOn(@TempDir Path folder) {
    try (Workplace place = new Workplace(new Home(folder), new NotToday(), 2)) {
      OpenSong song = place.songs().create();
      AtomicInteger heard = new AtomicInteger();
      Runnable leave = song.onChange(changed -> heard.incrementAndGet());
      List<CompletableFuture<TalkTurn>> turns =
          IntStream.range(0, 8).mapToObj(i -> song.act("tempo", List.of(tempo(100 + i)))).toList();
      turns.forEach(
          turn ->
              assertThat(turn.join().refusal())
                  .hasValueSatisfying(why -> assertThat(why).startsWith("There is no song yet.")));
      assertThat(song.say("anything").join().refusal()).contains("Not today.");
      assertThat(song.work()).isEmpty();
      assertThat(heard.get()).isGreaterThanOrEqualTo(9);
      leave.run();
    }
  }

  @Test
  void aShelfForgetsWhileItsSourceListens() {
    Shelf[] shelf = new Shelf[1];
    shelf[0] =
        new Shelf(
            () -> {
              CompletableFuture.runAsync(() -> shelf[0].forget())
                  .orTimeout(5, TimeUnit.SECONDS)
                  .join();
              return List.of();
            },
            LoopSearch::new);
    assertThat(shelf[0].loops()).isEmpty();
  }
}
