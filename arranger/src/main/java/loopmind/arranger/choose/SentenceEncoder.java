package loopmind.arranger.choose;

import ai.djl.engine.Engine;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Says how near two texts are in meaning, by the sentence encoder bge-small-en-v1.5 (quantised,
 * MIT) that runs in process. Its scores are squeezed into 0.45 to 0.85: they rank, they are no
 * probability.
 */
public final class SentenceEncoder {

  private final Supplier<EmbeddingModel> model;

  /** The encoder is loaded at its first use, which takes about a second. */
  public SentenceEncoder() {
    this.model = new Once();
  }

  private static final class Once implements Supplier<EmbeddingModel> {
    private volatile EmbeddingModel loaded;

    @Override
    public synchronized EmbeddingModel get() {
      if (loaded == null) {
        // DJL must open ONNX Runtime's environment first, or it refuses to work in this process
        Engine.getEngine("OnnxRuntime");
        ExecutorService direct =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        loaded = new BgeSmallEnV15QuantizedEmbeddingModel(direct);
      }
      return loaded;
    }
  }

  /** The texts as points of unit length, in the same order. */
  public List<float[]> encode(List<String> texts) {
    return model.get().embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
        .map(embedding -> embedding.vector())
        .toList();
  }

  /**
   * The nearest of several texts.
   *
   * @param index among the candidates
   * @param cosine of the angle between both, -1 to 1
   */
  public record Nearest(int index, double cosine) {}

  /** Index of the text in {@code candidates} that is nearest in meaning to {@code text}. */
  public int nearest(String text, List<String> candidates) {
    return nearestOf(text, candidates).index();
  }

  /** The text in {@code candidates} that is nearest in meaning to {@code text}, and how near. */
  public Nearest nearestOf(String text, List<String> candidates) {
    float[] wanted = encode(List.of(text)).getFirst();
    List<float[]> points = encode(candidates);
    int best = 0;
    double bestCosine = -2;
    for (int i = 0; i < points.size(); i++) {
      double cosine = 0;
      for (int d = 0; d < wanted.length; d++) {
        cosine += wanted[d] * (double) points.get(i)[d];
      }
      if (cosine > bestCosine) {
        bestCosine = cosine;
        best = i;
      }
    }
    return new Nearest(best, bestCosine);
  }
}
