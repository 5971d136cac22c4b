package loopmind.assistant.intent;

import ai.djl.engine.Engine;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loopmind.assistant.calls.Turn;
import loopmind.assistant.runtime.ModelUnavailable;

/**
 * The network of {@code models/intent}: for each tool, a query looks at those word pieces of the
 * message, and of the turn before, that speak for it. It reads what the sentence encoder makes of
 * them, and so knows of words that no message of ours has.
 */
public final class IntentClassifier implements Intent {

  private static final String NETWORK = "intent.onnx";

  private final SentenceEncoder encoder;
  private final OrtSession network;
  private final ToolFacts facts;
  private final float weight;

  private IntentClassifier(
      SentenceEncoder encoder, OrtSession network, ToolFacts facts, float weight) {
    this.encoder = encoder;
    this.network = network;
    this.facts = facts;
    this.weight = weight;
  }

  /**
   * @param folder {@code models/intent}
   * @throws ModelUnavailable where a file of it is missing or damaged
   */
  public static IntentClassifier load(Path folder) {
    // DJL must open ONNX Runtime's environment first, or it refuses to work in this process
    Engine.getEngine("OnnxRuntime");
    try {
      JsonNode manifest =
          new ObjectMapper().readTree(Files.readString(folder.resolve("manifest.json")));
      List<String> words = new ArrayList<>();
      manifest.path("words").forEach(word -> words.add(word.asText()));
      OrtSession network =
          OrtEnvironment.getEnvironment()
              .createSession(folder.resolve(NETWORK).toString(), SentenceEncoder.oneThread());
      float weight = (float) manifest.path("weight").asDouble();
      return new IntentClassifier(SentenceEncoder.load(), network, new ToolFacts(words), weight);
    } catch (IOException | OrtException e) {
      throw new ModelUnavailable(
          "The network that says what a message asks for is missing or damaged in %s: %s. Install LoopMind again."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  @Override
  public Map<String, Float> words(boolean song, List<Turn> turns, String message) {
    float[] likely = logProbabilities(song, turns, message);
    Map<String, Float> words = new LinkedHashMap<>();
    for (int i = 0; i < likely.length; i++) {
      words.put(facts.words().get(i), weight * likely[i]);
    }
    return words;
  }

  /** The logarithm of each word's probability, in the order of the manifest's words. */
  float[] logProbabilities(boolean song, List<Turn> turns, String message) {
    try {
      List<float[]> said = encoder.states(message);
      List<float[]> before = turns.isEmpty() ? List.of() : encoder.states(turns.getLast().user());
      return asked(said, before, facts.of(song, turns));
    } catch (OrtException e) {
      throw new ModelUnavailable(
          "The network that says what a message asks for failed: %s.".formatted(e.getMessage()), e);
    }
  }

  private float[] asked(List<float[]> said, List<float[]> before, float[] told)
      throws OrtException {
    int pieces = said.size() + before.size();
    FloatBuffer states = FloatBuffer.allocate(pieces * SentenceEncoder.WIDTH);
    said.forEach(states::put);
    before.forEach(states::put);
    LongBuffer places = LongBuffer.allocate(pieces);
    for (int i = 0; i < pieces; i++) {
      places.put(i < said.size() ? 0 : 1);
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = {pieces, SentenceEncoder.WIDTH};
    try (OnnxTensor first = OnnxTensor.createTensor(environment, states.rewind(), shape);
        OnnxTensor second =
            OnnxTensor.createTensor(environment, places.rewind(), new long[] {pieces});
        OnnxTensor third = OnnxTensor.createTensor(environment, told);
        OrtSession.Result answer =
            network.run(Map.of("states", first, "places", second, "facts", third))) {
      return (float[]) answer.get(0).getValue();
    }
  }

  @Override
  public void close() {
    try {
      encoder.close();
      network.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime could not free a network.", e);
    }
  }
}
