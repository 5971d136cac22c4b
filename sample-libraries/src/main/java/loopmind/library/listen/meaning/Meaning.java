package loopmind.library.listen.meaning;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loopmind.arranger.choose.SentenceEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Puts sounds, and what people say of sounds, into one space: the place of "dusty rhodes chords" is
 * near the sounds that are. Words go through the sentence encoder first. Safe to share between
 * threads. Close it when done.
 */
public final class Meaning implements AutoCloseable {

  private final MeaningManifest manifest;
  private final SentenceEncoder encoder;
  private final Net sounds;
  private final Net words;

  /**
   * @param folder holds sound.onnx, words.onnx and manifest.json, as models/meaning does
   * @param encoder loaded when words are first asked for
   * @throws MeaningUnusable where they are missing, damaged, or trained for another program
   */
  public Meaning(Path folder, SentenceEncoder encoder) {
    manifest = MeaningManifest.read(folder);
    this.encoder = encoder;
    sounds = new Net(folder.resolve("sound.onnx"));
    words = new Net(folder.resolve("words.onnx"));
  }

  /** Loaded when it is first asked: most starts of the program ask nothing. */
  private static final class Net {

    private final Path file;
    private @Nullable ZooModel<NDList, NDList> loaded;

    Net(Path file) {
      this.file = file;
    }

    synchronized ZooModel<NDList, NDList> get() {
      if (loaded == null) {
        loaded = load(file);
      }
      return loaded;
    }

    synchronized void close() {
      if (loaded != null) {
        loaded.close();
      }
    }
  }

  private static ZooModel<NDList, NDList> load(Path file) {
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
      throw new MeaningUnusable(
          "The network %s cannot be loaded: %s".formatted(file, cause.getMessage()), cause);
    }
  }

  /** Raised by each training: what was heard by another version is to be heard anew. */
  public int version() {
    return manifest.version();
  }

  /** The version of the ears that it was trained on. */
  public int ears() {
    return manifest.ears();
  }

  /** How many numbers it is told of a sound. */
  public int inputs() {
    return manifest.inputs();
  }

  /** Dimensions of the space. */
  public int dimensions() {
    return manifest.place();
  }

  /** The words that it hears in sounds. */
  public List<String> tags() {
    return manifest.tags();
  }

  /**
   * What it makes of one sound.
   *
   * @param place of unit length
   * @param tags a probability for each of {@link #tags}
   */
  public record Reading(float[] place, Map<String, Double> tags) {}

  /**
   * @param sound {@link #inputs} numbers
   */
  public Reading ofSound(float[] sound) {
    List<float[]> answer = ask(sounds, "sound", sound);
    Map<String, Double> tags = new LinkedHashMap<>();
    for (int i = 0; i < manifest.tags().size(); i++) {
      tags.put(manifest.tags().get(i), 1 / (1 + Math.exp(-answer.get(1)[i])));
    }
    return new Reading(answer.get(0), tags);
  }

  /** The place of what a person says a sound is like, of unit length. */
  public float[] ofWords(String said) {
    return ofWords(List.of(said)).getFirst();
  }

  /** The places of several, in their order. */
  public List<float[]> ofWords(List<String> said) {
    List<float[]> places = new ArrayList<>();
    for (float[] sentence : encoder.encode(said)) {
      places.add(ask(words, "sentence", sentence).getFirst());
    }
    return places;
  }

  private static List<float[]> ask(Net net, String name, float[] row) {
    ZooModel<NDList, NDList> network = net.get();
    try (NDManager manager = network.getNDManager().newSubManager();
        Predictor<NDList, NDList> predictor = network.newPredictor()) {
      NDArray input = manager.create(FloatBuffer.wrap(row), new Shape(1, row.length));
      input.setName(name);
      List<float[]> answers = new ArrayList<>();
      try (NDList answer = predictor.predict(new NDList(input))) {
        answer.forEach(one -> answers.add(one.toFloatArray()));
      }
      return answers;
    } catch (TranslateException cause) {
      throw new IllegalStateException("The network of meaning failed on this.", cause);
    }
  }

  @Override
  public void close() {
    sounds.close();
    words.close();
  }
}
