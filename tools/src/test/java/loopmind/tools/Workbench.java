package loopmind.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.choose.LoopFilter;
import loopmind.arranger.choose.SentenceEncoder;
import loopmind.arranger.choose.StyleFinder;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;
import loopmind.arranger.plan.Composer;
import loopmind.arranger.plan.Planner;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Styles;

/** All tools over the starter pack and the planner as it ships, for tests. */
final class Workbench {

  /** Surefire runs in the folder of the module, one below the project root. */
  private static final Planner PLANNER = new Planner(Path.of("..", "models", "planner"));

  private static final SentenceEncoder ENCODER = new SentenceEncoder();

  private static final StyleFinder STYLES = new StyleFinder(Styles.known(), ENCODER);

  final SongDesk desk;
  final ToolBox box;
  final LoopShelf shelf;

  Workbench() {
    this(StarterLoops.all());
  }

  Workbench(List<Loop> loops) {
    this(loops, Balancing.NONE);
  }

  Workbench(List<Loop> loops, Balancing balancing) {
    desk = new SongDesk(Optional.empty(), history -> {});
    shelf = new Shelf(loops);
    List<Object> tools = new ArrayList<>();
    tools.add(
        new ComposeSong(
            desk,
            shelf,
            new Composer(PLANNER::plan, STYLES),
            new ComposeSong.Defaults(1, Optional.empty(), Optional.empty()),
            balancing));
    tools.addAll(
        EditingTools.of(desk, new EditingTools.Means(shelf, PLANNER, STYLES, ENCODER, balancing)));
    tools.add(new SearchLoops(desk, shelf));
    tools.add(new DescribeSong(desk));
    tools.add(new Undo(desk));
    tools.add(new Redo(desk));
    box = new ToolBox(tools);
  }

  /** A bench with a song: intro, verse, hook, verse, hook, bridge, hook, outro. */
  static Workbench withSong() {
    return withSong(Balancing.NONE);
  }

  static Workbench withSong(Balancing balancing) {
    Workbench bench = new Workbench(StarterLoops.all(), balancing);
    bench.call(
        "compose_song",
        "{'style':'trap','bpm':140,'key':'C minor','sections':[{'kind':'intro','bars':8},"
            + "{'kind':'verse','bars':16},{'kind':'hook','bars':8},{'kind':'verse','bars':16},"
            + "{'kind':'hook','bars':8},{'kind':'bridge','bars':8},{'kind':'hook','bars':8},"
            + "{'kind':'outro','bars':8}],'seed':3}");
    return bench;
  }

  Song song() {
    return desk.song();
  }

  /** One message with one call; single quotes stand for double ones. */
  ToolAnswer call(String tool, String arguments) {
    return desk.turn(tool + " " + arguments, () -> box.call(tool, json(arguments)));
  }

  static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  Section section(String id) {
    return song().section(new SectionId(id));
  }

  static List<Layer> layers(Section section, String role) {
    return section.layersOf(Role.named(role).orElseThrow());
  }

  /** Name of the first loop of a role. */
  String plays(String id, String role) {
    return song().loop(layers(section(id), role).getFirst().loop()).name();
  }

  /** The ids of the sections that are not as they were, in playing order. */
  static List<String> touched(Song before, Song after) {
    Set<SectionId> old = Set.copyOf(before.sections().stream().map(Section::id).toList());
    return after.sections().stream()
        .filter(s -> !old.contains(s.id()) || !before.section(s.id()).equals(s))
        .map(section -> section.id().text())
        .toList();
  }

  private record Shelf(List<Loop> loops) implements LoopShelf {
    @Override
    public List<Loop> loopsIn(String folder) {
      return loops.stream().filter(loop -> loop.path().toString().contains(folder)).toList();
    }

    @Override
    public List<Found> search(Query query) {
      return LoopFilter.only(loops, List.of(query.words())).stream()
          .limit(query.limit())
          .map(loop -> new Found(loop, 1, List.of("says so")))
          .toList();
    }
  }
}
