package loopmind.assistant.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;

/** Reads song states in the format of the labelled requests. */
public final class SongStates {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SongStates() {}

  /**
   * The states of a file, by their id.
   *
   * @throws IllegalArgumentException where a state is not in the format
   */
  public static Map<String, SongState> read(Path file) throws IOException {
    Map<String, SongState> states = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> state : JSON.readTree(file.toFile()).properties()) {
      states.put(state.getKey(), read(state.getValue()));
    }
    return states;
  }

  /** One state. */
  public static SongState read(JsonNode state) {
    List<SongState.Section> sections = new ArrayList<>();
    for (JsonNode section : state.path("sections")) {
      sections.add(section(section));
    }
    return new SongState(
        text(state, "style"),
        state.hasNonNull("bpm") ? Optional.of(state.get("bpm").asDouble()) : Optional.empty(),
        text(state, "key").flatMap(MusicalKey::parse),
        sections);
  }

  private static SongState.Section section(JsonNode section) {
    List<SongState.Layer> layers = new ArrayList<>();
    for (JsonNode layer : section.path("layers")) {
      String role = layer.path("role").asText();
      layers.add(
          new SongState.Layer(
              Role.named(role)
                  .orElseThrow(
                      () -> new IllegalArgumentException("No role is called " + role + ".")),
              layer.path("loop").asText()));
    }
    String kind = section.path("kind").asText();
    return new SongState.Section(
        SectionKind.named(kind)
            .orElseThrow(
                () -> new IllegalArgumentException("No kind of section is called " + kind + ".")),
        section.path("bars").asInt(),
        layers);
  }

  private static Optional<String> text(JsonNode state, String field) {
    return state.hasNonNull(field) ? Optional.of(state.get(field).asText()) : Optional.empty();
  }
}
