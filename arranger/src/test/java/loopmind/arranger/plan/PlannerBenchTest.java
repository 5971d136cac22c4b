package loopmind.arranger.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerBenchTest {

  private static PlannerBench bench;

  @TempDir private Path folder;

  @BeforeAll
  static void load() {
    bench = new PlannerBench(TrainedPlanner.FOLDER);
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @Test
  void countsEverySectionAndTheEndOfEverySong() throws IOException {
    List<ObjectNode> songs = songs();
    PlannerScore score = bench.score(file(songs, song -> song));
    int sections = songs.stream().mapToInt(song -> song.path("sections").size()).sum();
    assertThat(score.songs()).isEqualTo(songs.size());
    assertThat(score.symbols()).isEqualTo(sections + songs.size());
    assertThat(score.seenInTraining()).isZero();
    assertThat(score.bestNgram().n()).isBetween(1, 6);
  }

  @Test
  void foretellsSongsBetterThanTheSameSongsBackwards() throws IOException {
    double forwards = bench.score(file(songs(), song -> song)).bitsPerSection();
    double backwards = bench.score(file(songs(), PlannerBenchTest::reversed)).bitsPerSection();
    // a model that did not listen to the order would score both alike
    assertThat(backwards).isGreaterThan(forwards + 0.5);
  }

  @Test
  void scoresSongsOfWhichLittleIsKnown() throws IOException {
    Path bare = file(songs(), PlannerBenchTest::stripped);
    PlannerScore score = bench.score(bare);
    // sixteen equally likely symbols would cost four bits
    assertThat(score.bitsPerSection()).isBetween(0.5, 4.0);
    assertThat(score.top1()).isBetween(0.0, 100.0);
  }

  @Test
  void passesOverSongsThatNobodyLabelled() throws IOException {
    List<ObjectNode> songs = songs();
    songs.getFirst().put("label_source", "heuristic");
    assertThat(bench.score(file(songs, song -> song)).songs()).isEqualTo(songs.size() - 1);
    Path none = file(songs, song -> song.put("label_source", "heuristic"));
    assertThatThrownBy(() -> bench.score(none))
        .isInstanceOf(CorpusUnreadable.class)
        .hasMessageContaining("No song of that file");
  }

  @Test
  void saysWhichLineIsBroken() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"sections\":[]}\n{oops\n");
    assertThatThrownBy(() -> bench.score(broken)).hasMessageContaining("Line 2");
  }

  private static ObjectNode stripped(ObjectNode song) {
    song.putNull("genre").putNull("bpm").putNull("meter").remove("source");
    for (JsonNode section : song.path("sections")) {
      ((ObjectNode) section).putNull("bars").putNull("layers").putNull("raw").putNull("start");
    }
    return song;
  }

  private static ObjectNode reversed(ObjectNode song) {
    ArrayNode backwards = song.arrayNode();
    for (int i = song.path("sections").size() - 1; i >= 0; i--) {
      backwards.add(song.path("sections").get(i));
    }
    song.set("sections", backwards);
    return song;
  }

  private Path file(List<ObjectNode> songs, UnaryOperator<ObjectNode> changed) throws IOException {
    List<String> lines =
        songs.stream().map(song -> changed.apply(song.deepCopy()).toString()).toList();
    return Files.write(Files.createTempFile(folder, "songs", ".jsonl"), lines);
  }

  private static List<ObjectNode> songs() throws IOException {
    try (InputStream in = PlannerBenchTest.class.getResourceAsStream("golden.json")) {
      List<ObjectNode> songs = new ArrayList<>();
      new ObjectMapper().readTree(in).forEach(row -> songs.add((ObjectNode) row.path("song")));
      return songs;
    }
  }
}
