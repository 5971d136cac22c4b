package loopmind.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of loops, folders and files are data, whatever they say. */
class NamesAreDataTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern JSON_STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

  @TempDir static Path natives;

  private static SongState song(String name, String style) {
    List<SongState.Layer> layers =
        List.of(
            new SongState.Layer(Role.DRUMS, name),
            new SongState.Layer(Role.BASS, name + " 2"),
            new SongState.Layer(Role.MELODY, "harp"));
    return new SongState(
        Optional.of(style),
        Optional.of(140.0),
        MusicalKey.parse("C minor"),
        List.of(
            new SongState.Section(SectionKind.VERSE, 16, layers),
            new SongState.Section(SectionKind.HOOK, 8, layers)));
  }

  @Test
  void aHundredNamesCauseNoCallAndChangeNoneOfTheEmbeddedModel() {
    List<String> messages =
        List.of("thanks, that sounds great", "make the bass louder in the hook");
    try (Interpreter interpreter =
        Interpreter.embedded(Path.of(System.getProperty("loopmind.root"), "models"), natives)) {
      List<Reading> plain = new ArrayList<>();
      for (String message : messages) {
        plain.add(interpreter.read(song("kit", "trap"), List.of(), message, List.of("pack")));
      }
      assertThat(plain.getFirst().calls()).isEmpty();
      assertThat(plain.getLast().calls()).hasSize(1);
      assertThat(HostileNames.all()).hasSize(100).doesNotHaveDuplicates();
      for (String name : HostileNames.all()) {
        for (int i = 0; i < messages.size(); i++) {
          Reading reading =
              interpreter.read(song(name, name), List.of(), messages.get(i), List.of(name));
          assertThat(reading.calls()).as(name).isEqualTo(plain.get(i).calls());
        }
      }
    }
  }

  @Test
  void chatModelsSeeEveryNameAsAStringThatNothingInItEnds() throws JsonProcessingException {
    List<ChatRequest> asked = new ArrayList<>();
    Interpreter interpreter =
        Interpreter.of(
            new ChatModel() {
              @Override
              public ChatResponse doChat(ChatRequest request) {
                asked.add(request);
                return ChatResponse.builder()
                    .aiMessage(AiMessage.from("{\"calls\":[],\"cannot\":false}"))
                    .build();
              }
            });
    for (String name : HostileNames.all()) {
      asked.clear();
      List<Turn> turns = List.of(new Turn("nice " + name, List.of()));
      Reading reading = interpreter.read(song(name, name), turns, "thanks", List.of(name));
      assertThat(reading.calls()).isEmpty();
      List<ChatMessage> messages = asked.getFirst().messages();
      // what the model is told of its work is the same whatever names there are
      assertThat(messages.getFirst().toString()).doesNotContain(name);
      String text = ((UserMessage) messages.getLast()).singleText();
      assertThat(text).as(name).doesNotContain("<", ">", "[INST]", "[/INST]");
      // the song is five lines: no name breaks one
      String lines = text.substring(0, text.indexOf("Said before:")).strip();
      assertThat(lines.lines()).as(name).hasSize(3);
      assertThat(strings(lines)).as(name).contains(name.replaceAll("\\p{Cc}", " "));
      assertThat(JSON_STRING.matcher(lines).replaceAll("NAME"))
          .isEqualTo(
              "The song now: NAME, 140 bpm, C minor\n"
                  + "- verse, 16 bars: drums NAME, bass NAME, melody NAME\n"
                  + "- hook, 8 bars: drums NAME, bass NAME, melody NAME");
    }
  }

  private static List<String> strings(String text) throws JsonProcessingException {
    List<String> strings = new ArrayList<>();
    for (MatchResult found : JSON_STRING.matcher(text).results().toList()) {
      strings.add(JSON.readValue(found.group(), String.class));
    }
    return strings;
  }
}
