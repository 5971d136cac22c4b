package loopmind.arranger.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A song whose form is known, as a line of a corpus file gives it.
 *
 * @param id source and name within it
 * @param labelledByPeople whether people named its sections
 * @param outline all of its sections, and nothing wished
 */
record CorpusSong(String id, boolean labelledByPeople, Outline outline) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The songs of a file with one JSON object a line. Facts that are missing or null count as not
   * known; a song without sections or a line that is no JSON is refused with its number.
   */
  static List<CorpusSong> read(Path file) {
    try {
      List<CorpusSong> songs = new ArrayList<>();
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          songs.add(parse(lines.get(i), "Line %d of %s".formatted(i + 1, file.getFileName())));
        }
      }
      return songs;
    } catch (IOException unreadable) {
      throw new CorpusUnreadable(
          "The songs %s cannot be read. Name a text file with one JSON object a line."
              .formatted(file),
          unreadable);
    }
  }

  static CorpusSong parse(String line, String where) {
    try {
      JsonNode song = JSON.readTree(line);
      if (!song.path("sections").isArray()) {
        throw new CorpusUnreadable(where + " has no list of sections.");
      }
      List<PastSection> sections = new ArrayList<>();
      song.path("sections").forEach(section -> sections.add(section(section)));
      List<String> genres = new ArrayList<>();
      song.path("genre").forEach(tag -> genres.add(tag.asText()));
      String source = song.path("source").asText("");
      String labels = song.path("label_source").asText("");
      return new CorpusSong(
          source + " " + song.path("id").asText(""),
          labels.isEmpty() || labels.equals("null") || labels.equals("human"),
          new Outline(
              source,
              genres,
              Math.max(0, song.path("bpm").asDouble(0)),
              beatsPerBar(song.path("meter").asText("4/4")),
              sections,
              0,
              Map.of()));
    } catch (JsonProcessingException broken) {
      throw new CorpusUnreadable(where + " is no JSON object.", broken);
    }
  }

  /** Every symbol of the song in order, its end included. */
  List<Integer> symbols() {
    List<Integer> symbols = new ArrayList<>();
    outline.past().forEach(section -> symbols.add(section.label().ordinal()));
    symbols.add(Label.END);
    return symbols;
  }

  private static PastSection section(JsonNode section) {
    JsonNode layers = section.path("layers");
    return new PastSection(
        Label.named(section.path("label").asText("section")),
        Math.max(0, section.path("bars").asInt(0)),
        section.path("raw").isTextual() ? section.path("raw").asText() : "",
        layers.path("vocal").asDouble(PastSection.UNKNOWN),
        layers.path("melody").asDouble(PastSection.UNKNOWN));
  }

  /** Quarters in a bar, or dotted quarters where eighths go in threes. */
  private static double beatsPerBar(String meter) {
    String[] parts = meter.split("/", 2);
    double upper = parts[0].matches("[1-9]\\d?") ? Integer.parseInt(parts[0]) : 4;
    boolean compound = parts.length == 2 && parts[1].equals("8") && upper % 3 == 0;
    return compound ? upper / 3 : upper;
  }
}
