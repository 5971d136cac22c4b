package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.SectionReference;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.SampleRate;
import loopmind.tools.Question.Subject;
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
    Question question = new Question(Asked.orBlank(request.question()));
    if (question.isAboutAll()) {
      return ToolAnswer.of(String.join("\n", everything(song)));
    }
    if (!question.understood()) {
      return ToolAnswer.of(
          "The song's facts do not tell that. %s Ask about its key, tempo, length, sections, loops, effects or mix."
              .formatted(ComposeSong.summary(song)));
    }
    return ToolAnswer.of(String.join("\n", answers(song, question)));
  }

  private static List<String> everything(Song song) {
    LayerFacts layers = new LayerFacts(song, all(song));
    List<String> lines = new ArrayList<>(List.of(ComposeSong.summary(song), form(song)));
    song.roles().forEach(role -> lines.add(layers.plays(role, "", false)));
    return lines;
  }

  private List<String> answers(Song song, Question question) {
    List<SectionId> sections = sections(song, question);
    List<String> lines = new ArrayList<>();
    if (sections.isEmpty()) {
      lines.add(missing(song, question));
      return lines;
    }
    whole(song, question, lines);
    question.kind().ifPresent(kind -> places(song, question, sections, lines));
    layers(song, question, sections, lines);
    if (question.isAbout(Subject.CHANGED)) {
      lines.addAll(new LastChange(desk.history()).lines());
    }
    if (question.isAbout(Subject.SECTIONS) && question.kind().isEmpty()) {
      lines.add(form(song));
    }
    return lines.isEmpty() ? everything(song) : lines;
  }

  private static List<SectionId> sections(Song song, Question question) {
    return question
        .kind()
        .map(kind -> SectionReference.of(kind, question.number()).find(song))
        .orElseGet(() -> all(song));
  }

  private static List<SectionId> all(Song song) {
    return song.sections().stream().map(Section::id).toList();
  }

  private static String missing(Song song, Question question) {
    SectionReference wanted = SectionReference.of(question.kind().orElseThrow(), question.number());
    String word = wanted.kind().orElseThrow().word();
    int count = SectionReference.every(wanted.kind().orElseThrow()).find(song).size();
    return count == 0
        ? "The song has no %s. %s".formatted(word, form(song))
        : "The song has only %d %s%s.".formatted(count, word, count == 1 ? "" : "s");
  }

  private static void whole(Song song, Question question, List<String> lines) {
    boolean layers = !question.roles().isEmpty();
    if (question.isAbout(Subject.KEY)) {
      lines.add(
          "The song is in %s (Camelot %s)."
              .formatted(song.facts().key(), song.facts().key().camelot()));
    }
    if (question.isAbout(Subject.TEMPO)) {
      lines.add(
          "It runs at %s BPM in %s."
              .formatted(
                  Sentences.plain(song.facts().tempo().value()), song.facts().meter().text()));
    }
    if (question.isAbout(Subject.STYLE)) {
      lines.add("It is %s.".formatted(song.facts().style()));
    }
    if (question.isAbout(Subject.LENGTH) && question.kind().isEmpty()) {
      long seconds = Math.round(song.length().value());
      lines.add(
          "It lasts %d:%02d, %d bars.".formatted(seconds / 60, seconds % 60, song.bars().count()));
    }
    if ((question.isAbout(Subject.MIX) || question.isAbout(Subject.LOUDNESS)) && !layers) {
      lines.add(MixSong.sentence(song.facts().mix()));
    }
    if (question.isAbout(Subject.COUNT) && question.kind().isEmpty() && !layers) {
      lines.add("It has %d sections. %s".formatted(song.sections().size(), form(song)));
    }
  }

  /** How many of a kind there are, where, and how long. */
  private static void places(
      Song song, Question question, List<SectionId> sections, List<String> lines) {
    boolean layers = !question.roles().isEmpty();
    boolean other =
        question.isAbout(Subject.EFFECTS)
            || question.isAbout(Subject.TRANSITIONS)
            || question.isAbout(Subject.LOOPS)
            || question.isAbout(Subject.WHY)
            || question.isAbout(Subject.MUTED);
    if (layers || other) {
      return;
    }
    String word = question.kind().orElseThrow().word();
    String count =
        question.number() != 0
            ? ""
            : sections.size() == 1
                ? "There is one %s: ".formatted(word)
                : "There are %d %ss: ".formatted(sections.size(), word);
    lines.add(
        Sentences.upper(
            count
                + sections.stream().map(id -> place(song, id)).collect(Collectors.joining(", "))
                + "."));
  }

  private static String place(Song song, SectionId id) {
    double seconds = song.tempoMap(SampleRate.STUDIO).secondsAt(song.startOf(id)).value();
    int bars = song.section(id).bars().count();
    return "%s at bar %d (%d:%02d), %d bars"
        .formatted(
            SectionNames.of(song, id),
            song.startBar(id) + 1,
            (int) seconds / 60,
            (int) seconds % 60,
            bars);
  }

  private static void layers(
      Song song, Question question, List<SectionId> sections, List<String> lines) {
    LayerFacts facts = new LayerFacts(song, sections);
    boolean some = question.kind().isPresent() || !question.roles().isEmpty();
    Set<Role> roles = question.roles().isEmpty() ? facts.roles() : question.roles();
    if (question.isAbout(Subject.EFFECTS)) {
      lines.add(facts.effects());
    }
    if (question.isAbout(Subject.TRANSITIONS)) {
      lines.add(facts.transitions());
    }
    if (question.isAbout(Subject.MUTED)) {
      lines.add(facts.muted());
    }
    if (question.isAbout(Subject.SOURCE)) {
      lines.add(facts.sources(roles));
    }
    boolean levels = question.isAbout(Subject.LEVELS) || question.isAbout(Subject.LOUDNESS);
    if (levels && !question.roles().isEmpty()) {
      lines.add(facts.levels(roles));
    }
    boolean plays =
        (!question.roles().isEmpty() && lines.isEmpty())
            || question.isAbout(Subject.WHY)
            || (question.isAbout(Subject.LOOPS) && (some || lines.isEmpty()));
    if (plays) {
      roles.forEach(
          role ->
              lines.add(facts.plays(role, question.instruments(), question.isAbout(Subject.WHY))));
    }
  }

  private static String form(Song song) {
    return "Sections: "
        + song.sections().stream()
            .map(
                section ->
                    "%s at bar %d (%d bars)"
                        .formatted(
                            SectionNames.of(song, section.id()),
                            song.startBar(section.id()) + 1,
                            section.bars().count()))
            .collect(Collectors.joining(", "))
        + ".";
  }
}
