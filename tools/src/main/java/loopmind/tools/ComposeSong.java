package loopmind.tools;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import loopmind.arranger.choose.LoopFilter;
import loopmind.arranger.choose.LoopNames;
import loopmind.arranger.choose.Wish;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.plan.AskedSection;
import loopmind.arranger.plan.ComposeWish;
import loopmind.arranger.plan.Composer;
import loopmind.arranger.plan.PlanRequest;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.Seconds;
import org.jspecify.annotations.Nullable;

/** Makes a new song from the library. */
public final class ComposeSong {

  /** The longest song, in seconds, that can be asked for. */
  public static final int LONGEST_SECONDS = 1800;

  private final SongDesk desk;
  private final LoopShelf shelf;
  private final Composer composer;
  private final Defaults defaults;
  private final Balancing balancing;

  /**
   * What holds where a message does not say otherwise.
   *
   * @param seed where no seed is said
   * @param mode of the mix; empty for the usual one
   * @param loudness of the master; empty for the style's
   */
  public record Defaults(long seed, Optional<MixMode> mode, Optional<Lufs> loudness) {}

  public ComposeSong(
      SongDesk desk, LoopShelf shelf, Composer composer, Defaults defaults, Balancing balancing) {
    this.desk = desk;
    this.shelf = shelf;
    this.composer = composer;
    this.defaults = defaults;
    this.balancing = balancing;
  }

  /** A section asked for; JSON may give the kind alone, as a text. */
  public record SectionWish(
      @Description(
              "kind of section: intro verse prechorus hook bridge breakdown build drop outro solo")
          @Nullable String kind,
      @Description("length, " + Section.SHORTEST_BARS + " to " + Section.LONGEST_BARS + " bars")
          @Nullable Integer bars) {

    @JsonCreator
    public static SectionWish of(
        @JsonProperty("kind") @Nullable String kind, @JsonProperty("bars") @Nullable Integer bars) {
      return new SectionWish(kind, bars);
    }

    @JsonCreator
    public static SectionWish named(String kind) {
      return new SectionWish(kind, null);
    }
  }

  /** A layer asked for. */
  public record LayerWish(
      @Description(Asked.ROLES) @Nullable String role,
      @Description("how it should sound, in the person's own words") @Nullable String query) {}

  /** What is asked; what is null was not said. Named as in the contract. */
  @SuppressWarnings("MemberName")
  public record Request(
      @Description("genre as the person names it, such as trap") @Nullable String style,
      @Description("feeling and colour words") @Nullable List<String> moods,
      @Description("tempo, " + SongFacts.SLOWEST_BPM + " to " + SongFacts.FASTEST_BPM + " BPM")
          @Nullable Double bpm,
      @Description("key, such as C minor or F# major") @Nullable String key,
      @Description(
              "length, " + PlanRequest.SHORTEST_BARS + " to " + PlanRequest.LONGEST_BARS + " bars")
          @Nullable Integer bars,
      @Description("length in seconds, instead of bars") @Nullable Double seconds,
      @Description("sections in order, where they were listed")
          @Nullable List<SectionWish> sections,
      @Description("layers asked for") @Nullable List<LayerWish> include,
      @Description("roles or words that are not wanted") @Nullable List<String> exclude,
      @Description("folder of loops to use alone") @Nullable String folder,
      @Description("name of the loop everything is built around") @Nullable String anchor,
      @Description("words or loop names; no other loop is used") @Nullable List<String> use_only,
      @Description("any whole number; the same seed gives the same song") @Nullable Long seed) {}

  @Tool(
      name = "compose_song",
      value =
          "Makes a new song from the library. Say only what the person said; the rest is filled in.")
  public ToolAnswer composeSong(@P("what the song is to be") Request request) {
    List<Loop> loops = new ArrayList<>(loops(request));
    List<String> notes = new ArrayList<>();
    Optional<Loop> anchor =
        Asked.orBlank(request.anchor()).isEmpty()
            ? Optional.empty()
            : Optional.of(named(request.anchor(), notes));
    anchor.filter(loop -> !loops.contains(loop)).ifPresent(loops::add);
    ComposeWish wish = wish(request, anchor.map(Loop::id), useOnly(request, loops, notes));
    Composer.Composition made = composer.compose(wish, loops);
    Song song = balancing.balanced(made.song());
    desk.lay(song);
    notes.addAll(made.notes());
    String around = anchor.map(loop -> " Built around %s.".formatted(loop.name())).orElse("");
    return new ToolAnswer(summary(song) + around, notes);
  }

  private List<Loop> loops(Request request) {
    return Asked.orBlank(request.folder()).isEmpty()
        ? shelf.loops()
        : shelf.loopsIn(request.folder());
  }

  private Loop named(String name, List<String> notes) {
    LoopNames.Named named = new LoopNames(shelf.loops()).find(name);
    named.note().ifPresent(notes::add);
    return named.loop();
  }

  /** Words as they are; a name that is nearly that of a loop becomes it. */
  private static List<String> useOnly(Request request, List<Loop> loops, List<String> notes) {
    List<String> only = new ArrayList<>();
    for (String word : orEmpty(request.use_only())) {
      if (!LoopFilter.only(loops, List.of(word)).isEmpty()) {
        only.add(word);
        continue;
      }
      LoopNames.Named named = new LoopNames(loops).find(word);
      named.note().ifPresent(notes::add);
      only.add(named.loop().name());
    }
    return only;
  }

  private ComposeWish wish(Request request, Optional<LoopId> anchor, List<String> useOnly) {
    List<AskedSection> sections = new ArrayList<>();
    for (SectionWish section : orEmpty(request.sections())) {
      sections.add(asked(section));
    }
    List<Wish> include = new ArrayList<>();
    for (LayerWish layer : orEmpty(request.include())) {
      include.add(
          new Wish(
              Asked.role(layer.role(), "Which layer should be in it? Say its role, such as bass."),
              Asked.orBlank(layer.query())));
    }
    return new ComposeWish(
        request.style() == null ? "" : request.style().strip(),
        orEmpty(request.moods()),
        Optional.ofNullable(request.bpm()).map(Asked::tempo),
        Optional.ofNullable(request.key()).map(Asked::key),
        new Bars(bars(request.bars())),
        new Seconds(seconds(request.seconds())),
        sections,
        include,
        orEmpty(request.exclude()),
        anchor,
        useOnly,
        defaults.mode(),
        defaults.loudness(),
        request.seed() == null ? defaults.seed() : request.seed());
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static int bars(@Nullable Integer bars) {
    if (bars == null) {
      return 0;
    }
    if (bars < PlanRequest.SHORTEST_BARS || bars > PlanRequest.LONGEST_BARS) {
      throw new EditRefused(
          "The song would last %d bars. Choose %d to %d bars.",
          bars, PlanRequest.SHORTEST_BARS, PlanRequest.LONGEST_BARS);
    }
    return bars;
  }

  private static double seconds(@Nullable Double seconds) {
    if (seconds == null) {
      return 0;
    }
    if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
      throw new EditRefused(
          "The song would last %s seconds. Choose up to %d seconds.",
          Sentences.plain(seconds), LONGEST_SECONDS);
    }
    return seconds;
  }

  private static AskedSection asked(SectionWish wish) {
    SectionKind kind = Asked.kind(wish.kind());
    Integer bars = wish.bars();
    if (bars != null && (bars < Section.SHORTEST_BARS || bars > Section.LONGEST_BARS)) {
      throw new EditRefused(
          "The %s would last %d bars. Choose %d to %d bars.",
          kind.word(), bars, Section.SHORTEST_BARS, Section.LONGEST_BARS);
    }
    return new AskedSection(kind, new Bars(bars == null ? 0 : bars));
  }

  static String summary(Song song) {
    long seconds = Math.round(song.length().value());
    return String.format(
        Locale.ROOT,
        "\"%s\": %s at %s BPM in %s, %d:%02d, %d sections.",
        song.facts().title(),
        song.facts().style(),
        Sentences.plain(song.facts().tempo().value()),
        song.facts().key(),
        seconds / 60,
        seconds % 60,
        song.sections().size());
  }
}
