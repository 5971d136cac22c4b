package loopmind.assistant.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.SongStates;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;

/**
 * Messages in a file, one JSON object a line: {@code {"id", "song", "history", "text"}}, and, where
 * they are labelled, {@code "expect"} and {@code "tags"}.
 *
 * @param requests in the order of the file
 */
public record RequestsFile(List<Request> requests) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One message.
   *
   * @param category the first of its tags; empty where it has none
   * @param expected the tools it should call; absent where it is not labelled
   */
  public record Request(
      String id,
      SongState song,
      List<Turn> history,
      String text,
      String category,
      Optional<List<String>> expected) {

    public Request {
      history = List.copyOf(history);
    }
  }

  public RequestsFile {
    requests = List.copyOf(requests);
  }

  /** Messages that name no song, or only songs that they hold themselves. */
  public static RequestsFile read(Path file) throws IOException {
    return read(file, Map.of());
  }

  /**
   * @param songs the song states that the messages name
   * @throws IllegalArgumentException where a line is not in the format, naming the line
   */
  public static RequestsFile read(Path file, Path songs) throws IOException {
    return read(file, SongStates.read(songs));
  }

  private static RequestsFile read(Path file, Map<String, SongState> songs) throws IOException {
    List<Request> requests = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        try {
          requests.add(request(JSON.readTree(lines.get(i)), songs));
        } catch (JsonProcessingException | IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "Line %d of %s is no request: %s".formatted(i + 1, file, e.getMessage()), e);
        }
      }
    }
    return new RequestsFile(requests);
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is no text in UTF-8.", e);
    }
  }

  private static Request request(JsonNode line, Map<String, SongState> songs) {
    if (!line.path("id").isTextual() || !line.path("text").isTextual()) {
      throw new IllegalArgumentException("it needs an \"id\" and a \"text\".");
    }
    List<Turn> history = new ArrayList<>();
    for (JsonNode turn : line.path("history")) {
      history.add(new Turn(turn.path("user").asText(), calls(turn.path("calls"))));
    }
    return new Request(
        line.get("id").asText(),
        song(line.path("song"), songs),
        history,
        line.get("text").asText(),
        line.path("tags").path(0).asText(""),
        line.has("expect")
            ? Optional.of(calls(line.get("expect")).stream().map(ToolCall::tool).toList())
            : Optional.empty());
  }

  private static SongState song(JsonNode song, Map<String, SongState> songs) {
    if (song.isObject()) {
      return SongStates.read(song);
    }
    String name = song.asText("empty");
    SongState known = songs.get(name);
    if (known == null && !name.equals("empty")) {
      throw new IllegalArgumentException(
          "it names the song \"%s\", which is in no file; give it with --songs.".formatted(name));
    }
    return known == null ? SongState.EMPTY : known;
  }

  private static List<ToolCall> calls(JsonNode list) {
    List<ToolCall> calls = new ArrayList<>();
    for (JsonNode call : list) {
      JsonNode args = call.path("args");
      calls.add(
          new ToolCall(
              call.path("tool").asText(),
              args.isObject() ? (ObjectNode) args : JSON.createObjectNode()));
    }
    return calls;
  }
}
