package loopmind.assistant.intent;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * bge-small-en-v1.5 (quantised, MIT) out of LangChain4j's jar, which itself gives out one vector a
 * text and keeps those of the word pieces.
 */
final class SentenceEncoder implements AutoCloseable {

  /** Numbers in a word piece's vector. */
  static final int WIDTH = 384;

  private static final String NETWORK = "/bge-small-en-v1.5-q.onnx";
  private static final String WORDS = "/bge-small-en-v1.5-q-tokenizer.json";

  /** Word pieces that are read of a text, its two marks included; the classifier saw no more. */
  private static final int LONGEST = 96;

  private final HuggingFaceTokenizer words;
  private final OrtSession network;

  private SentenceEncoder(HuggingFaceTokenizer words, OrtSession network) {
    this.words = words;
    this.network = network;
  }

  static SentenceEncoder load() throws IOException, OrtException {
    try (InputStream network = resource(NETWORK);
        InputStream words = resource(WORDS)) {
      Map<String, String> options =
          Map.of("padding", "false", "truncation", "true", "maxLength", Integer.toString(LONGEST));
      return new SentenceEncoder(
          HuggingFaceTokenizer.newInstance(words, options),
          OrtEnvironment.getEnvironment().createSession(network.readAllBytes(), oneThread()));
    }
  }

  static OrtSession.SessionOptions oneThread() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    return options;
  }

  private static InputStream resource(String name) throws FileNotFoundException {
    InputStream found = BgeSmallEnV15QuantizedEmbeddingModel.class.getResourceAsStream(name);
    if (found == null) {
      throw new FileNotFoundException("the sentence encoder's " + name.substring(1));
    }
    return found;
  }

  /** A vector for each word piece of a text, the first for the whole of it. */
  List<float[]> states(String text) throws OrtException {
    Encoding encoding = words.encode(text);
    long[] ids = encoding.getIds();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor pieces = OnnxTensor.createTensor(environment, new long[][] {ids});
        OnnxTensor mask =
            OnnxTensor.createTensor(environment, new long[][] {encoding.getAttentionMask()});
        OnnxTensor kinds = OnnxTensor.createTensor(environment, new long[1][ids.length]);
        OrtSession.Result answer =
            network.run(
                Map.of("input_ids", pieces, "attention_mask", mask, "token_type_ids", kinds))) {
      return Stream.of(((float[][][]) answer.get(0).getValue())[0]).toList();
    }
  }

  @Override
  public void close() throws OrtException {
    words.close();
    network.close();
  }
}
