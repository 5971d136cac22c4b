package loopmind.arranger.plan;

import ai.djl.MalformedModelException;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.loop.Role;

/**
 * The transformer of {@code models/planner/train}, run by ONNX Runtime through DJL with one thread.
 *
 * <p>DJL has to start before anything else opens an ONNX environment, or it refuses to set its
 * threads; this class therefore asks for the engine first. Arithmetic on results is done in Java
 * arrays, because DJL's ONNX engine has none of its own.
 */
final class OnnxSequenceModel implements SequenceModel {

  private static final int BARS_CLASSES = 40, ENERGIES = 10;

  private final ZooModel<NDList, NDList> model;
  private final Predictor<NDList, NDList> predictor;

  /**
   * @param file the network, as exported by {@code train.py}
   */
  OnnxSequenceModel(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new PlannerUnavailable(
          "The planner's network is missing: there is no file %s. Fetch the project whole, or train it as models/planner/README.md says."
              .formatted(file));
    }
    Engine.getEngine("OnnxRuntime");
    try {
      model =
          Criteria.builder()
              .setTypes(NDList.class, NDList.class)
              .optModelPath(file)
              .optTranslator(new NoopTranslator())
              .optEngine("OnnxRuntime")
              .optOption("intraOpNumThreads", "1")
              .optOption("interOpNumThreads", "1")
              .build()
              .loadModel();
    } catch (IOException | ModelNotFoundException | MalformedModelException broken) {
      throw new PlannerUnavailable(
          "The planner's network %s cannot be loaded. Fetch it again.".formatted(file), broken);
    }
    predictor = model.newPredictor();
  }

  @Override
  public List<Foresight> next(List<Outline> songs) {
    int steps = songs.getFirst().past().size() + 1;
    int from = Math.max(0, steps - OutlineFeatures.LONGEST);
    List<float[]> out = run(songs, from, steps);
    int window = steps - from;
    List<Foresight> answers = new ArrayList<>();
    for (int song = 0; song < songs.size(); song++) {
      answers.add(
          new Foresight(
              row(out.get(0), song * window + window - 1, Label.SYMBOLS),
              rows(out.get(1), song, BARS_CLASSES),
              rows(out.get(2), song, Role.values().length),
              rows(out.get(3), song, ENERGIES)));
    }
    return answers;
  }

  @Override
  public List<double[]> labels(Outline song) {
    int steps = song.past().size() + 1;
    List<double[]> rows = new ArrayList<>();
    int window = Math.min(steps, OutlineFeatures.LONGEST);
    float[] first = run(List.of(song), 0, window).getFirst();
    for (int step = 0; step < window; step++) {
      rows.add(row(first, step, Label.SYMBOLS));
    }
    for (int end = window + 1; end <= steps; end++) {
      int from = end - OutlineFeatures.LONGEST;
      float[] later = run(List.of(song), from, end).getFirst();
      rows.add(row(later, OutlineFeatures.LONGEST - 1, Label.SYMBOLS));
    }
    return rows;
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
  }

  /** The four answers of the network over the steps {@code from} to {@code to} (not included). */
  private synchronized List<float[]> run(List<Outline> songs, int from, int to) {
    try (NDManager memory = model.getNDManager().newSubManager()) {
      NDList out = predictor.predict(inputs(memory, songs, from, to));
      List<float[]> arrays = new ArrayList<>();
      for (NDArray array : out) {
        arrays.add(array.toFloatArray());
      }
      out.close();
      return arrays;
    } catch (TranslateException broken) {
      throw new IllegalStateException("The planner's network could not be run.", broken);
    }
  }

  private static NDList inputs(NDManager memory, List<Outline> songs, int from, int to) {
    int batch = songs.size(), window = to - from, cells = batch * window;
    LongBuffer categories = LongBuffer.allocate(cells * OutlineFeatures.CATEGORIES);
    FloatBuffer numbers = FloatBuffer.allocate(cells * OutlineFeatures.NUMBERS);
    FloatBuffer wishes = FloatBuffer.allocate(cells * OutlineFeatures.WISHES);
    LongBuffer traditions = LongBuffer.allocate(batch);
    FloatBuffer genres = FloatBuffer.allocate(batch * OutlineFeatures.GENRES.size());
    for (Outline song : songs) {
      OutlineFeatures features = new OutlineFeatures(song);
      if (features.steps() < to) {
        throw new IllegalArgumentException(
            "Songs read together must be equally far: one has %d sections, another %d."
                .formatted(song.past().size(), to - 1));
      }
      for (int step = from; step < to; step++) {
        categories.put(features.categories(step));
        numbers.put(features.numbers(step));
        wishes.put(features.wishes(step));
      }
      traditions.put(features.tradition());
      genres.put(features.genres());
    }
    return new NDList(
        memory.create(categories.rewind(), new Shape(batch, window, OutlineFeatures.CATEGORIES)),
        memory.create(numbers.rewind(), new Shape(batch, window, OutlineFeatures.NUMBERS)),
        memory.create(wishes.rewind(), new Shape(batch, window, OutlineFeatures.WISHES)),
        memory.create(traditions.rewind(), new Shape(batch)),
        memory.create(genres.rewind(), new Shape(batch, OutlineFeatures.GENRES.size())));
  }

  private static double[][] rows(float[] from, int song, int width) {
    double[][] rows = new double[Label.values().length][];
    for (int label = 0; label < rows.length; label++) {
      rows[label] = row(from, song * Label.SYMBOLS + label, width);
    }
    return rows;
  }

  private static double[] row(float[] from, int number, int width) {
    double[] row = new double[width];
    for (int i = 0; i < width; i++) {
      row[i] = Foresight.rounded(from[number * width + i]);
    }
    return row;
  }
}
