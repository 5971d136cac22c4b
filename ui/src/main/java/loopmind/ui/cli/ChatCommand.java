package loopmind.ui.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.song.SongFile;
import loopmind.assistant.chat.Interpreter;
import loopmind.mixer.render.Renderer;
import loopmind.tools.ComposeSong;
import loopmind.tools.SongDesk;
import loopmind.ui.Home;
import loopmind.ui.Library;
import loopmind.ui.MixListener;
import loopmind.ui.Shelf;
import loopmind.ui.SongAudio;
import loopmind.ui.SongSound;
import loopmind.ui.SongTalk;
import loopmind.ui.Studio;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code loopmind chat}: talk to a song. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Talks to a song: each message changes it, answers, or asks back; the song file is saved after each.",
      "Without messages interactive on a terminal; else a message a line from standard input."
    },
    footer = {
      "",
      "Example:  loopmind chat --song my-song.loopmind.json \"a darker bass in the hook\" \"undo that\""
    })
final class ChatCommand implements Callable<Integer> {

  @Parameters(paramLabel = "MESSAGE", arity = "0..*", description = "what to say, in order")
  private List<String> messages = new ArrayList<>();

  @Option(
      names = "--song",
      paramLabel = "FILE",
      description =
          "the song file; made where it is not there (default: a new one in the home's songs)")
  private @Nullable Path song;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "folder of loops; may be given several times (default: what is known, else the starter pack)")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of new songs; another number, another song (default: 1)")
  private long seed = ComposeOptions.USUAL_SEED;

  @Option(
      names = "--no-render",
      negatable = false,
      description = "makes no sound: neither of what changed nor of the whole")
  private boolean silent;

  @Mixin private Options options = new Options();
  @Mixin private ModelOptions models = new ModelOptions();

  @Override
  public Integer call() {
    boolean atTerminal =
        messages.isEmpty()
            && !options.json()
            && System.console() != null
            && System.console().isTerminal();
    return atTerminal ? atTerminal() : scripted();
  }

  private int atTerminal() {
    Brake brake = new Brake();
    try (ChatTerminal terminal = new ChatTerminal(options.home(), brake);
        Talking talking =
            new Talking(
                terminal.progress(), brake, brake::on, SongTalk.Rendered.ALL, terminal.mixes())) {
      talking.listenToNamedFolders();
      terminal.run(talking.talk, talking.commands);
      return 0;
    }
  }

  private int scripted() {
    Say say = Say.toStandardError();
    try (Stop stop = new Stop();
        Talking talking =
            new Talking(say, stop, same -> same, SongTalk.Rendered.CHANGES, MixListener.NONE)) {
      talking.listenToNamedFolders();
      ChatScript script =
          new ChatScript(
              talking.talk, talking.commands, options.home(), say, options.json(), !silent);
      return messages.isEmpty() ? script.runStandardInput() : script.run(messages);
    }
  }

  /** Everything that a chat needs, from its options. */
  private final class Talking implements AutoCloseable {
    private final Interpreter interpreter;
    private final Library library;
    private final Listened listened;
    private final Shelf shelf;
    private final SongTalk talk;
    private final SlashCommands commands;
    private boolean heardAll;

    Talking(
        Say say,
        Stopping stop,
        UnaryOperator<Interpreter> braked,
        SongTalk.Rendered rendered,
        MixListener mixes) {
      CompletableFuture<Studio.Writers> writers = Studio.writers();
      Home home = options.home();
      Path file = song == null ? home.freshSongFile() : song.toAbsolutePath().normalize();
      SongFile songFile = new SongFile(file);
      SongDesk desk = desk(songFile);
      interpreter = models.interpreter(home);
      library = new Library(home);
      listened = new Listened(library, absolute(folders), options, say, stop);
      shelf = new Shelf(this::loops, library::search);
      Renders progress = new Renders(say, stop);
      SongAudio audio = new SongAudio(library.ingest(), file);
      Renderer renderer = new Renderer(audio, home.sounds());
      SongSound sound = new SongSound(renderer, file, home.previews(), options.threads());
      Studio studio = new Studio(songFile, desk, writers, means(renderer, audio, progress));
      SongTalk.Hearing hearing =
          new SongTalk.Hearing(
              sound,
              silent ? SongTalk.Rendered.NOTHING : rendered,
              progress,
              mixes,
              why -> Failure.sentence(why, home));
      talk = new SongTalk(studio, braked.apply(interpreter), this::names, hearing);
      commands = new SlashCommands(talk, sound);
    }

    private Studio.Means means(Renderer renderer, SongAudio audio, Renders progress) {
      ComposeSong.Defaults defaults =
          new ComposeSong.Defaults(seed, Optional.empty(), Optional.empty());
      return new Studio.Means(shelf, renderer, audio, defaults, options.threads(), progress);
    }

    /** Folders that were named are listened to at once, so that their names are understood. */
    void listenToNamedFolders() {
      if (!folders.isEmpty()) {
        shelf.loops();
      }
    }

    private List<Loop> loops() {
      listened.bringUpToDate();
      heardAll = true;
      return listened.loops();
    }

    /** Names of what is known by now: nobody waits for listening before a message is read. */
    private List<String> names() {
      List<Loop> known = heardAll ? shelf.loops() : listened.loops();
      return known.stream().map(Loop::name).toList();
    }

    @Override
    public void close() {
      talk.close();
      interpreter.close();
      library.close();
    }
  }

  private static SongDesk desk(SongFile file) {
    Optional<SongFile.Content> content =
        Files.exists(file.path()) ? Optional.of(file.load()) : Optional.empty();
    return new SongDesk(content, file::save, InstantSource.system());
  }

  private static List<Path> absolute(List<Path> folders) {
    return folders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
  }
}
