package loopmind.assistant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the model that LoopMind ships. */
class LlamaCppModelTest {

  private static final Path GGUF =
      Path.of(System.getProperty("loopmind.root"), "models/assistant/loopmind-assistant.gguf");
  private static final Grammar LETTERS = new Grammar("root ::= [a-z ]+\n");

  @TempDir static Path folder;
  private static Path natives;
  private static LlamaCppModel model;

  @BeforeAll
  static void load() {
    natives = folder.resolve("natives");
    model = LlamaCppModel.load(GGUF, natives, 2_048, 1);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void loadsWithinASecond() {
    Duration best = Duration.ofDays(1);
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      LlamaCppModel.load(GGUF, natives, 2_048, 1).close();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      best = took.compareTo(best) < 0 ? took : best;
    }
    // the goal for a first load; the library is unpacked already, which takes 0.1 s. The best of
    // three, because other programs may hold the processor
    assertThat(best).isLessThan(Duration.ofMillis(900));
  }

  @Test
  void writesOnlyWhatTheGrammarAllows() {
    Grammar grammar = new Grammar("root ::= \" xylophone\" | \" zebra\"\n");
    assertThat(model.complete("-\n dark trap =>", grammar, 40).text()).isIn(" xylophone", " zebra");
  }

  @Test
  void choosesAWordByWhatIsKnownOfItBeside() {
    String prompt = "verse hook2\n bass<bass> down in the hook<hook> =>";
    assertThat(model.choose(prompt, Map.of("level", 0f, "tempo", 0f))).isEqualTo("level");
    assertThat(model.choose(prompt, Map.of("level", -60f, "tempo", 0f))).isEqualTo("tempo");
    assertThatThrownBy(() -> model.choose(prompt, Map.of("xylophonist", 0f)))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining("no token");
  }

  @Test
  void noticesAGrammarThatTheLibraryWouldDropWithoutAWord() {
    model.check(new Grammar("root ::= word+\nword ::= \" a\"\n"));
    for (String broken :
        new String[] {
          "root ::= word+\n", "root ::= ( \" a\"\n", "root ::= \" a\"\nword ::= [a-\n"
        }) {
      assertThatThrownBy(() -> model.check(new Grammar(broken)))
          .isInstanceOf(ModelUnavailable.class)
          .hasMessageContaining("does not keep to its grammar");
    }
  }

  @Test
  void writesTheSameEveryTime() {
    Completion first = model.complete("-\n dark trap =>", LETTERS, 20);
    model.complete("intro\n something else =>", LETTERS, 20);
    assertThat(model.complete("-\n dark trap =>", LETTERS, 20)).isEqualTo(first);
  }

  @Test
  void saysWhetherTheModelCameToAnEnd() {
    assertThat(model.complete("x", new Grammar("root ::= \" a\"\n"), 40).whole()).isTrue();
    assertThat(model.complete("x", new Grammar("root ::= \"a\"{900}\n"), 5).whole()).isFalse();
  }

  @Test
  void stopsWhenInterruptedAndAnswersTheNext() throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Grammar endless = new Grammar("root ::= \"a\"{1900}\n");
    Thread asking = Thread.ofPlatform().start(() -> model.complete("x", endless, 1_900));
    asking.setUncaughtExceptionHandler((thread, e) -> thrown.set(e));
    Thread.sleep(50);
    asking.interrupt();
    asking.join(Duration.ofSeconds(5));
    assertThat(asking.isAlive()).isFalse();
    assertThat(thrown.get()).isInstanceOf(CompletionCancelled.class);
    assertThat(model.complete("x", new Grammar("root ::= \" next\"\n"), 20).text())
        .isEqualTo(" next");
  }

  @Test
  void saysThatAFileIsNoModel() throws IOException {
    Path text = Files.writeString(folder.resolve("readme.gguf"), "not a model");
    assertThatThrownBy(() -> LlamaCppModel.load(text, natives, 512, 1))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining("readme.gguf is no GGUF file");
    Path torn = folder.resolve("torn.gguf");
    Files.write(torn, Arrays.copyOf(Files.readAllBytes(GGUF), 5_000));
    assertThatThrownBy(() -> LlamaCppModel.load(torn, natives, 512, 1))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining("torn.gguf could not be loaded");
    assertThatThrownBy(() -> LlamaCppModel.load(folder.resolve("none.gguf"), natives, 512, 1))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining("There is no language model at");
  }

  @Test
  void aModelThatCannotBeLoadedSaysSoAtEveryQuestion() {
    try (LanguageModel missing =
        new ModelInBackground(
            () -> LlamaCppModel.load(folder.resolve("none.gguf"), natives, 512, 1))) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> missing.complete("x", Grammar.FREE, 1))
            .isInstanceOf(ModelUnavailable.class)
            .hasMessageContaining("none.gguf");
      }
    }
  }

  @Test
  void anyGgufKeepsToAJsonSchemaAsAChatModel() {
    String schema =
        "{\"type\":\"object\",\"properties\":{\"tool\":{\"enum\":[\"undo\",\"redo\"]}},\"required\":[\"tool\"],"
            + "\"additionalProperties\":false}";
    try (LlamaChatModel chat = LlamaChatModel.loading(GGUF, natives)) {
      String said =
          chat.chat(
                  ChatRequest.builder()
                      .messages(
                          SystemMessage.from("Call a tool."), UserMessage.from("take it back"))
                      .responseFormat(
                          ResponseFormat.builder()
                              .type(ResponseFormatType.JSON)
                              .jsonSchema(
                                  JsonSchema.builder()
                                      .name("call")
                                      .rootElement(JsonRawSchema.from(schema))
                                      .build())
                              .build())
                      .build())
              .aiMessage()
              .text();
      assertThat(said).matches("\\{\\s*\"tool\"\\s*:\\s*\"(undo|redo)\"\\s*}");
    }
  }
}
