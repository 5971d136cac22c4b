package loopmind.assistant.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kherud.llama.Pair;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Any GGUF model as a chat model of LangChain4j: its own chat template, and a JSON schema in the
 * request as a grammar that it cannot leave.
 */
public final class LlamaChatModel implements ChatModel, AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The tools, a song and a conversation fit in this. */
  private static final int CONTEXT_TOKENS = 8_192;

  private static final int LONGEST_ANSWER_TOKENS = 768;

  private final CompletableFuture<LlamaCppModel> loading = new CompletableFuture<>();
  private final ModelInBackground model;

  private LlamaChatModel(Path gguf, Path natives) {
    // its threads wait for each other by spinning: on a machine without a core to spare that is
    // slow
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    model = new ModelInBackground(() -> load(gguf, natives, threads));
  }

  private LlamaCppModel load(Path gguf, Path natives, int threads) {
    LlamaCppModel loaded = LlamaCppModel.load(gguf, natives, CONTEXT_TOKENS, threads);
    loading.complete(loaded);
    return loaded;
  }

  /**
   * Starts to load in the background.
   *
   * @param gguf the model
   * @param natives folder where the runtime may unpack itself
   */
  public static LlamaChatModel loading(Path gguf, Path natives) {
    return new LlamaChatModel(gguf, natives);
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    StringBuilder system = new StringBuilder();
    List<Pair<String, String>> messages = new ArrayList<>();
    for (ChatMessage message : request.messages()) {
      switch (message) {
        case SystemMessage said -> system.append(said.text());
        case UserMessage said -> messages.add(new Pair<>("user", said.singleText()));
        case AiMessage said -> messages.add(new Pair<>("assistant", said.text()));
        default ->
            throw new IllegalArgumentException(
                "A chat with a GGUF model has system, user and assistant messages, but this has a "
                    + message.type()
                    + ".");
      }
    }
    Grammar grammar = grammar(request.responseFormat());
    String prompt = loaded().prompt(system.toString(), messages);
    Completion said = model.complete(prompt, grammar, LONGEST_ANSWER_TOKENS);
    return ChatResponse.builder()
        .aiMessage(AiMessage.from(said.text()))
        .finishReason(said.whole() ? FinishReason.STOP : FinishReason.LENGTH)
        .build();
  }

  /**
   * Waits until the model is loaded.
   *
   * @throws ModelUnavailable where it cannot be
   */
  public void ready() {
    model.await();
  }

  private LlamaCppModel loaded() {
    model.await();
    return loading.join();
  }

  private Grammar grammar(ResponseFormat format) {
    if (format == null || format.jsonSchema() == null) {
      return Grammar.FREE;
    }
    loaded(); // the conversion is native
    Grammar grammar = LlamaCppModel.grammarOf(text(format.jsonSchema().rootElement()));
    model.check(grammar);
    return grammar;
  }

  private static String text(JsonSchemaElement schema) {
    if (schema instanceof JsonRawSchema raw) {
      return raw.schema();
    }
    try {
      return JSON.writeValueAsString(JsonSchemaElementUtils.toMap(schema));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A JSON schema could not be written: " + schema, e);
    }
  }

  @Override
  public Set<Capability> supportedCapabilities() {
    return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
  }

  @Override
  public void close() {
    model.close();
  }
}
