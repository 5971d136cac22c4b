package loopmind.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import loopmind.arranger.song.History;
import loopmind.arranger.song.Song;
import loopmind.assistant.calls.ToolCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight clients edit one song at once; it ends as if they had come one after the other. */
class ManyClientsTest {

  private static final int CLIENTS = 8;
  private static final int EDITS = 1_000;

  @TempDir Path folder;

  /** One edit as it was asked for. */
  private record Edit(String message, ToolCall call) {}

  private static Edit edit(int client, int number) {
    Random random = new Random(client * 100_003L + number);
    ObjectNode args = JsonNodeFactory.instance.objectNode();
    ToolCall call =
        switch (random.nextInt(5)) {
          case 0 -> new ToolCall("set_tempo", args.put("bpm", 80 + random.nextInt(80)));
          case 1 -> new ToolCall("undo", args);
          case 2 -> new ToolCall("redo", args);
          default ->
              new ToolCall(
                  "set_level",
                  args.put("role", random.nextBoolean() ? "drums" : "bass")
                      .put("db", random.nextInt(9) - 4));
        };
    return new Edit("client %d edit %d".formatted(client, number), call);
  }

  /** What of a version does not depend on a clock. */
  private record Plain(String message, Song song, boolean current) {

    static List<Plain> of(TalkBench bench) {
      History history = bench.desk.history().orElseThrow();
      List<Plain> all = new ArrayList<>();
      for (int i = 0; i < history.versions().size(); i++) {
        History.Version version = history.versions().get(i);
        all.add(new Plain(version.message(), version.song(), history.number() == i + 1));
      }
      return all;
    }
  }

  private static OpenSong open(TalkBench bench) {
    return new OpenSong(
        "small",
        mixes -> bench.talk(),
        new OpenSong.Progress(),
        why -> String.valueOf(why.getMessage()));
  }

  @Test
  void endsAsSomeSerialOrder() {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    List<Plain> together;
    try (TalkBench bench = new TalkBench(folder.resolve("a"), SongTalk.Rendered.NOTHING);
        OpenSong song = open(bench)) {
      Runnable leave =
          song.onChange(
              now -> {
                if (now.work().isEmpty()) {
                  now.last().map(TalkTurn::message).ifPresent(order::add);
                }
              });
      try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
        for (int client = 0; client < CLIENTS; client++) {
          int its = client;
          clients.execute(
              () -> {
                for (int number = 0; number < EDITS; number++) {
                  Edit edit = edit(its, number);
                  song.act(edit.message(), List.of(edit.call())).join();
                }
              });
        }
      }
      leave.run();
      together = Plain.of(bench);
    }
    assertThat(order).hasSize(CLIENTS * EDITS).doesNotHaveDuplicates();
    try (TalkBench bench = new TalkBench(folder.resolve("b"), SongTalk.Rendered.NOTHING);
        OpenSong song = open(bench)) {
      for (String message : order) {
        String[] words = message.split(" ");
        Edit edit = edit(Integer.parseInt(words[1]), Integer.parseInt(words[3]));
        song.act(edit.message(), List.of(edit.call())).join();
      }
      assertThat(Plain.of(bench)).isEqualTo(together);
    }
    assertThat(interleaved(order)).as("the clients took turns").isTrue();
  }

  private static boolean interleaved(List<String> order) {
    long changes = 0;
    for (int i = 1; i < order.size(); i++) {
      changes +=
          order.get(i).startsWith(order.get(i - 1).substring(0, "client 0".length())) ? 0 : 1;
    }
    return changes >= CLIENTS;
  }
}
