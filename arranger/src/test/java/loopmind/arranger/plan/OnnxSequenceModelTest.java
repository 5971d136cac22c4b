package loopmind.arranger.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxSequenceModelTest {

  private static SequenceModel model;
  private static JsonNode golden;

  @BeforeAll
  static void load() throws IOException {
    model = new OnnxSequenceModel(TrainedPlanner.FOLDER.resolve("planner.onnx"));
    try (InputStream in = OnnxSequenceModelTest.class.getResourceAsStream("golden.json")) {
      golden = new ObjectMapper().readTree(in);
    }
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void readsTheSameFeaturesAsTheTrainingCode() {
    for (JsonNode row : golden) {
      OutlineFeatures features = new OutlineFeatures(song(row).outline());
      assertThat(features.steps()).isEqualTo(row.path("categories").size());
      assertThat(features.tradition()).isEqualTo(row.path("source").asInt());
      assertThat(features.genres()).containsExactly(floats(row.path("genres")), within(0f));
      for (int step = 0; step < features.steps(); step++) {
        assertThat(features.categories(step))
            .containsExactly(longs(row.path("categories").get(step)));
        // the file has five decimals
        assertThat(features.numbers(step))
            .containsExactly(floats(row.path("numbers").get(step)), within(2e-5f));
      }
    }
  }

  @Test
  void foretellsWhatTheTrainedNetworkForetold() {
    for (JsonNode row : golden) {
      List<double[]> labels = model.labels(song(row).outline());
      for (int step = 0; step < labels.size(); step++) {
        double[] expected = doubles(row.path("labels").get(step));
        // half a step of rounding, four decimals in the file, and the runtimes' own difference
        assertThat(labels.get(step)).containsExactly(expected, within(Foresight.STEP));
      }
    }
  }

  @Test
  void doesNotPeekAtWhatComesLater() {
    Outline whole = song(golden.get(0)).outline();
    List<double[]> known = model.labels(whole);
    for (int step = 0; step < whole.past().size(); step++) {
      List<double[]> sofar = model.labels(upTo(whole, step));
      // arrays of another length may be summed in another order
      assertThat(sofar.get(step)).containsExactly(known.get(step), within(Foresight.STEP * 1.01));
    }
  }

  @Test
  void foretellsTheSameInABatchAsAlone() {
    Outline first = upTo(song(golden.get(0)).outline(), 4);
    Outline second = upTo(song(golden.get(2)).outline(), 4);
    List<Foresight> both = model.next(List.of(first, second));
    assertThat(both.get(1).labels())
        .containsExactly(
            model.next(List.of(second)).getFirst().labels(), within(Foresight.STEP * 1.01));
  }

  @Test
  void readsSongsLongerThanItsMemory() {
    List<PastSection> many = new ArrayList<>();
    for (int i = 0; i < OutlineFeatures.LONGEST + 12; i++) {
      many.add(PastSection.planned(i % 2 == 0 ? Label.VERSE : Label.CHORUS, 8));
    }
    Outline song = new Outline("", List.of(), 0, 4, many, 0, Map.of());
    List<double[]> labels = model.labels(song);
    assertThat(labels).hasSize(many.size() + 1);
    for (double[] row : labels) {
      double sum = 0;
      for (double logarithm : row) {
        sum += Math.exp(logarithm);
      }
      // sixteen logarithms, each rounded by half a step at most
      assertThat(sum).isCloseTo(1, within(Foresight.STEP));
    }
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatThrownBy(() -> new OnnxSequenceModel(Path.of("nowhere", "planner.onnx")))
        .isInstanceOf(PlannerUnavailable.class)
        .hasMessageContaining("planner.onnx");
  }

  @Test
  void saysWhichFileIsDamaged(@TempDir Path folder) throws IOException {
    Path damaged = Files.writeString(folder.resolve("planner.onnx"), "no network");
    assertThatThrownBy(() -> new OnnxSequenceModel(damaged))
        .isInstanceOf(PlannerUnavailable.class)
        .hasMessageContaining("cannot be loaded");
  }

  private static Outline upTo(Outline song, int step) {
    return new Outline(
        song.tradition(),
        song.genres(),
        song.bpm(),
        song.beatsPerBar(),
        song.past().subList(0, step),
        song.askedBars(),
        song.atHand());
  }

  private static CorpusSong song(JsonNode row) {
    return CorpusSong.parse(row.path("song").toString(), "The golden file");
  }

  private static long[] longs(JsonNode list) {
    long[] values = new long[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i).asLong();
    }
    return values;
  }

  private static double[] doubles(JsonNode list) {
    double[] values = new double[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i).asDouble();
    }
    return values;
  }

  private static float[] floats(JsonNode list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) list.get(i).asDouble();
    }
    return values;
  }
}
