package loopmind.assistant.runtime;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import de.kherud.llama.args.Sampler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A GGUF file run by llama.cpp in this process, on the processor, without sampling.
 *
 * <p>The library's log goes nowhere: it would flood standard error. The JVM does not end by itself
 * once a model was loaded, because a native thread stays: main has to leave by {@link System#exit}.
 */
public final class LlamaCppModel implements LanguageModel {

  private static final byte[] MAGIC = "GGUF".getBytes(StandardCharsets.US_ASCII);

  /**
   * Lifts the words to choose from above all other tokens. A grammar would not do: it lets a word
   * begin with any of its letters.
   */
  private static final float ABOVE_ALL = 1_000;

  private final LlamaModel model;
  private final ReentrantLock turn = new ReentrantLock();
  private boolean closed;

  private LlamaCppModel(LlamaModel model) {
    this.model = model;
  }

  /**
   * @param gguf the model
   * @param natives folder where llama.cpp is unpacked to
   * @param contextTokens the longest prompt and answer together
   * @param threads processor threads; one is fastest for models of a few million parameters
   * @throws ModelUnavailable where the file is no model, or the runtime does not start
   */
  public static LlamaCppModel load(Path gguf, Path natives, int contextTokens, int threads) {
    if (!Files.isReadable(gguf) || !Files.isRegularFile(gguf)) {
      throw new ModelUnavailable(
          "There is no language model at %s; name a GGUF file with --model.".formatted(gguf));
    }
    if (!isGguf(gguf)) {
      throw new ModelUnavailable(
          "%s is no GGUF file, so it cannot be loaded as a language model.".formatted(gguf));
    }
    NativeRuntime.unpackInto(natives);
    try {
      NativeRuntime.start();
      return new LlamaCppModel(new LlamaModel(parameters(gguf, contextTokens, threads)));
    } catch (RuntimeException | LinkageError e) {
      throw new ModelUnavailable(
          "%s could not be loaded as a language model; it has to be a GGUF file that llama.cpp of spring 2025 knows."
              .formatted(gguf),
          e);
    }
  }

  private static ModelParameters parameters(Path gguf, int contextTokens, int threads) {
    ModelParameters parameters =
        new ModelParameters()
            .setModel(gguf.toAbsolutePath().toString())
            .setCtxSize(contextTokens)
            .setThreads(threads)
            .setThreadsBatch(threads)
            .skipWarmup();
    parameters.disableLog();
    if (NativeRuntime.isMac()) {
      // elsewhere the library has no GPU code, and warns when it is told not to use it
      parameters.setGpuLayers(0);
    }
    return parameters;
  }

  /** Asked here, because the library would write to standard error. */
  private static boolean isGguf(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    } catch (IOException e) {
      throw new ModelUnavailable("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public Completion complete(String prompt, Grammar grammar, int maxTokens) {
    return written(unsampled(prompt, grammar, maxTokens), maxTokens);
  }

  @Override
  public String choose(String prompt, Map<String, Float> words) {
    InferenceParameters asked = unsampled(prompt, Grammar.FREE, 1);
    asked.setTokenIdBias(biases(words));
    String chosen = written(asked, 1).text().strip();
    if (!words.containsKey(chosen)) {
      throw new ModelUnavailable(
          "The language model wrote '%s' where it had to choose among %d words; install LoopMind again."
              .formatted(chosen, words.size()));
    }
    return chosen;
  }

  private Map<Integer, Float> biases(Map<String, Float> words) {
    Map<Integer, Float> biases = new HashMap<>();
    words.forEach(
        (word, bias) -> {
          int[] tokens = model.encode(" " + word);
          if (tokens.length != 1) {
            throw new ModelUnavailable(
                "The language model has no token for '%s', so it cannot choose it; install LoopMind again."
                    .formatted(word));
          }
          biases.put(tokens[0], bias + ABOVE_ALL);
        });
    return biases;
  }

  private static InferenceParameters unsampled(String prompt, Grammar grammar, int maxTokens) {
    InferenceParameters asked =
        new InferenceParameters(prompt)
            .setTemperature(0)
            .setTopK(1)
            .setSamplers(Sampler.TOP_K)
            .setRepeatPenalty(1)
            .setNPredict(maxTokens)
            .setCachePrompt(true);
    if (!grammar.isFree()) {
      asked.setGrammar(grammar.gbnf());
    }
    return asked;
  }

  private Completion written(InferenceParameters asked, int maxTokens) {
    turn.lock();
    try {
      return writtenInTurn(asked, maxTokens);
    } finally {
      turn.unlock();
    }
  }

  private Completion writtenInTurn(InferenceParameters asked, int maxTokens) {
    if (closed) {
      throw new ModelUnavailable("The language model is closed; start LoopMind again.");
    }
    StringBuilder text = new StringBuilder();
    int count = 0;
    LlamaIterator tokens = begun(asked);
    while (tokens.hasNext()) {
      if (Thread.currentThread().isInterrupted()) {
        tokens.cancel();
        throw new CompletionCancelled();
      }
      text.append(next(tokens));
      count++;
    }
    // the token that ends a text is counted too, and is empty
    return new Completion(text.toString(), count <= maxTokens);
  }

  private LlamaIterator begun(InferenceParameters asked) {
    try {
      return model.generate(asked).iterator();
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private static String next(LlamaIterator tokens) {
    try {
      return tokens.next().text;
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private static ModelUnavailable failed(RuntimeException e) {
    return new ModelUnavailable("The language model failed: %s.".formatted(e.getMessage()), e);
  }

  /** How many tokens a text is. */
  int tokensIn(String text) {
    return model.encode(text).length;
  }

  /** The prompt that this model's own chat template makes of a conversation. */
  String prompt(String system, List<Pair<String, String>> messages) {
    turn.lock();
    try {
      return model.applyTemplate(
          new InferenceParameters("").setMessages(system, messages).setUseChatTemplate(true));
    } catch (RuntimeException e) {
      throw new ModelUnavailable(
          "The language model's chat template could not be used: %s.".formatted(e.getMessage()), e);
    } finally {
      turn.unlock();
    }
  }

  /** The grammar of the JSON documents that a JSON schema allows. */
  static Grammar grammarOf(String jsonSchema) {
    return new Grammar(LlamaModel.jsonSchemaToGrammar(jsonSchema));
  }

  @Override
  public void close() {
    turn.lock();
    try {
      if (!closed) {
        closed = true;
        model.close();
      }
    } finally {
      turn.unlock();
    }
  }
}
