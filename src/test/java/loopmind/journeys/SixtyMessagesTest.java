package loopmind.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFile;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.chat.Answer;
import loopmind.assistant.chat.Conversation;
import loopmind.assistant.chat.Interpreter;
import loopmind.assistant.chat.Memory;
import loopmind.library.listen.FileFacts;
import loopmind.library.search.AnalyzeOptions;
import loopmind.library.search.AnalyzeProgress;
import loopmind.mixer.measure.QaCheck;
import loopmind.mixer.render.Fingerprint;
import loopmind.mixer.render.RenderOptions;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Renderer;
import loopmind.tools.ComposeSong;
import loopmind.tools.SongDesk;
import loopmind.ui.Home;
import loopmind.ui.Library;
import loopmind.ui.ProjectRoot;
import loopmind.ui.Shelf;
import loopmind.ui.SongAudio;
import loopmind.ui.Studio;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sixty messages over three songs, read by the model that LoopMind brings: each does what was
 * asked, by the facts of the song and by the hashes of its sound, and nothing else.
 */
final class SixtyMessagesTest {

  private static final int THREADS = 2;
  private static final List<SongScript> SCRIPTS =
      Stream.of("trap.txt", "house.txt", "lofi.txt").map(SongScript::read).toList();

  private static final AnalyzeProgress UNSEEN =
      new AnalyzeProgress() {
        @Override
        public void scanned(int files) {}

        @Override
        public void file(FileFacts facts, int filesDone) {}
      };

  @TempDir static Path folder;

  private static Library library;
  private static Interpreter interpreter;
  private static CompletableFuture<Studio.Writers> writers;
  private static List<Loop> loops = List.of();

  @BeforeAll
  static void open() {
    Home home = new Home(folder.resolve("home"));
    interpreter = Interpreter.embedded(ProjectRoot.models(), home.cache().resolve("natives"));
    writers = Studio.writers();
    library = new Library(home);
    List<Path> pack = List.of(ProjectRoot.starterPack());
    library.analyze(pack, new AnalyzeOptions(false, false, THREADS), UNSEEN);
    loops = library.loops(pack, false);
  }

  @AfterAll
  static void close() {
    interpreter.close();
    library.close();
  }

  @Test
  void sixtyMessagesUseEveryTool() {
    List<SongScript.Message> all = SCRIPTS.stream().flatMap(s -> s.messages().stream()).toList();
    assertThat(all).hasSize(60);
    SortedSet<String> done = new TreeSet<>();
    all.stream()
        .filter(message -> message.outcome() == Answer.Outcome.DONE)
        .forEach(message -> done.addAll(message.tools()));
    assertThat(done)
        .containsExactlyInAnyOrderElementsOf(Stream.of(Tool.values()).map(Tool::word).toList());
    assertThat(all.stream().map(SongScript.Message::outcome)).contains(Answer.Outcome.values());
  }

  @Test
  void eachMessageDoesWhatWasAskedAndNothingElse() {
    List<String> faults = new ArrayList<>();
    for (SongScript script : SCRIPTS) {
      try (Talked talked = new Talked(script)) {
        talked.run(faults);
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void wrongEditsWouldBeSeen() {
    SongScript.Message compose = SCRIPTS.getFirst().messages().getFirst();
    SongScript.Message bassDown = SCRIPTS.getFirst().messages().get(4);
    try (Talked talked = new Talked(new SongScript("planted.txt", List.of(compose, bassDown)))) {
      Song before = talked.after(compose);
      Song after = talked.after(bassDown);
      PlantedFaults planted =
          new PlantedFaults(
              bassDown, before, after, new SectionId("hook-1"), before.sections().getFirst().id());
      planted.factsAreJudged();
      planted.soundIsJudged();
    }
  }

  /** One song, from its first message to its render. */
  private static final class Talked implements AutoCloseable {

    private final SongScript script;
    private final SongDesk desk;
    private final Studio studio;
    private final Conversation conversation;
    private final Renderer renderer;
    private Map<SectionId, Fingerprint> sound = Map.of();

    Talked(SongScript script) {
      this.script = script;
      Path file = folder.resolve(script.name().replace(".txt", Home.SONG_ENDING));
      SongFile songFile = new SongFile(file);
      SongAudio audio = new SongAudio(library.ingest(), file);
      renderer = new Renderer(audio);
      desk = SongDesk.withoutClock(Optional.empty(), songFile::save);
      studio =
          new Studio(
              songFile,
              desk,
              writers,
              new Studio.Means(
                  new Shelf(loops, library::search),
                  renderer,
                  audio,
                  new ComposeSong.Defaults(1, Optional.empty(), Optional.empty()),
                  THREADS,
                  RenderProgress.NONE));
      conversation = new Conversation(interpreter, studio.tools(), Memory.EMPTY);
    }

    void run(List<String> faults) {
      for (SongScript.Message message : script.messages()) {
        try {
          say(message);
        } catch (AssertionError fault) {
          faults.add(String.valueOf(fault.getMessage()));
        }
      }
      Path mix = folder.resolve(script.name().replace(".txt", ".wav"));
      renderer
          .render(
              desk.song(), RenderOptions.whole(mix, Optional.empty(), THREADS), RenderProgress.NONE)
          .report()
          .checks()
          .stream()
          .filter(check -> !check.passed())
          .map(QaCheck::toString)
          .forEach(faults::add);
    }

    Song after(SongScript.Message message) {
      conversation.say(message.text(), loops.stream().map(Loop::name).toList());
      return desk.song();
    }

    private void say(SongScript.Message message) {
      String text = message.text().replace("{folder}", folder.toString());
      Optional<Song> before = desk.current();
      Answer answer = conversation.say(text, loops.stream().map(Loop::name).toList());
      Optional<Song> after = desk.current();
      Map<SectionId, Fingerprint> until = sound;
      if (after.isPresent() && !after.equals(before)) {
        sound = renderer.fingerprints(after.get(), THREADS);
      }
      understood(message, answer);
      facts(message, before, after, answer);
      if (before.isPresent() && after.isPresent()) {
        new SoundChange(before.get(), until, after.get(), sound).check(message.text());
      }
    }

    private void understood(SongScript.Message message, Answer answer) {
      String said = "%s: %s %s".formatted(message.text(), answer.calls(), answer.text());
      boolean onlyAsked =
          !answer.calls().isEmpty()
              && answer.calls().stream()
                  .allMatch(call -> call.tool().equals(Tool.DESCRIBE_SONG.word()));
      if (message.outcome() == Answer.Outcome.TALK && onlyAsked) {
        return; // as in the scoring of requests: an answer from the facts to talk changes nothing
      }
      assertThat(answer.outcome()).as(said).isEqualTo(message.outcome());
      assertThat(answer.calls().stream().map(ToolCall::tool))
          .as(said)
          .containsExactlyElementsOf(message.tools());
      for (String pattern : message.says()) {
        assertThat(answer.text()).as(said).matches(text -> SongScript.fits(pattern, text), pattern);
      }
    }

    private static void facts(
        SongScript.Message message, Optional<Song> before, Optional<Song> after, Answer answer) {
      FactSheet was = before.map(FactSheet::of).orElse(new FactSheet(Map.of()));
      FactSheet is = after.map(FactSheet::of).orElse(new FactSheet(Map.of()));
      new FactChange(was, is).check(message, "%s: %s".formatted(message.text(), answer.calls()));
    }

    @Override
    public void close() {
      studio.close();
    }
  }
}
