package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Answers from the song's own facts; changes nothing. */
public final class DescribeSong {
  private final SongDesk desk;

  public DescribeSong(SongDesk desk) {
    this.desk = desk;
  }

  /** What is asked; null asks for everything. */
  public record Request(
      @Description("the question in the person's own words") @Nullable String question) {}

  @Tool(
      name = "describe_song",
      value =
          "Answers a question from the song's own facts: tempo, key, length, sections, which loop plays where and why.")
  public ToolAnswer describeSong(@P("what to answer") Request request) {
    Song song = desk.song();
    String question = request.question() == null ? "" : request.question().toLowerCase(Locale.ROOT);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : song.roles()) {
      if (question.contains(role.word())) {
        roles.add(role);
      }
    }
    List<String> lines = new ArrayList<>(List.of(ComposeSong.summary(song)));
    if (roles.isEmpty()) {
      lines.add(form(song));
    }
    for (Role role : roles.isEmpty() ? song.roles() : roles) {
      lines.add(loops(song, role, !roles.isEmpty()));
    }
    return ToolAnswer.of(String.join("\n", lines));
  }

  private static String form(Song song) {
    return "Sections: "
        + song.sections().stream()
            .map(
                section ->
                    "%s at bar %d (%d bars)"
                        .formatted(
                            section.kind().word(),
                            song.startBar(section.id()) + 1,
                            section.bars().count()))
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static String loops(Song song, Role role, boolean withReasons) {
    List<String> said = new ArrayList<>();
    for (Section section : song.sections()) {
      for (Layer layer : section.layersOf(role)) {
        String name = song.loop(layer.loop()).name();
        String line = withReasons ? name + " (" + String.join("; ", layer.reasons()) + ")" : name;
        if (!said.contains(line)) {
          said.add(line);
        }
      }
    }
    String word = role.word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT)
        + word.substring(1)
        + ": "
        + String.join(", ", said)
        + ".";
  }
}
