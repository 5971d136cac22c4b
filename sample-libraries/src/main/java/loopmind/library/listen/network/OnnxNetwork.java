package loopmind.library.listen.network;

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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network on one thread of ONNX Runtime through DJL, loaded when it is first asked: most starts
 * of the program ask nothing. Safe to share between threads. Close it when done.
 */
public final class OnnxNetwork implements AutoCloseable {

  private final Path file;
  private @Nullable ZooModel<NDList, NDList> loaded;

  public OnnxNetwork(Path file) {
    this.file = file;
  }

  /**
   * What it is asked.
   *
   * @param name as the network calls it
   * @param values row by row
   * @param shape of them, the number of rows first
   */
  public record Input(String name, float[] values, long... shape) {}

  /**
   * The outputs in their order, each row by row.
   *
   * @throws IllegalStateException where it cannot be loaded or does not take these inputs
   */
  public List<float[]> ask(Input... inputs) {
    ZooModel<NDList, NDList> network = network();
    try (NDManager manager = network.getNDManager().newSubManager();
        Predictor<NDList, NDList> predictor = network.newPredictor()) {
      NDList asked = new NDList();
      for (Input input : inputs) {
        NDArray array = manager.create(FloatBuffer.wrap(input.values()), new Shape(input.shape()));
        array.setName(input.name());
        asked.add(array);
      }
      List<float[]> answers = new ArrayList<>();
      try (NDList answer = predictor.predict(asked)) {
        answer.forEach(one -> answers.add(one.toFloatArray()));
      }
      return answers;
    } catch (TranslateException cause) {
      throw new IllegalStateException("The network %s failed.".formatted(file), cause);
    }
  }

  private synchronized ZooModel<NDList, NDList> network() {
    if (loaded == null) {
      loaded = load();
    }
    return loaded;
  }

  private ZooModel<NDList, NDList> load() {
    // DJL refuses an ONNX Runtime environment that it has not made itself, so it goes first
    Engine.getEngine("OnnxRuntime");
    try {
      return Criteria.builder()
          .setTypes(NDList.class, NDList.class)
          .optModelPath(file.toAbsolutePath())
          .optEngine("OnnxRuntime")
          .optOption("intraOpNumThreads", "1")
          .optOption("interOpNumThreads", "1")
          .optTranslator(new NoopTranslator())
          .build()
          .loadModel();
    } catch (ModelNotFoundException | MalformedModelException | IOException cause) {
      throw new IllegalStateException(
          "The network %s cannot be loaded: %s".formatted(file, cause.getMessage()), cause);
    }
  }

  @Override
  public synchronized void close() {
    if (loaded != null) {
      loaded.close();
    }
  }
}
