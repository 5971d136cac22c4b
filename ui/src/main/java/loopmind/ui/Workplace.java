package loopmind.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.song.SongFile;
import loopmind.assistant.chat.Interpreter;
import loopmind.library.catalogue.Marks;
import loopmind.library.index.EmbeddedIndex;
import loopmind.library.index.VectorIndex;
import loopmind.library.search.LoopSearch;
import loopmind.library.search.Twins;
import loopmind.mixer.render.Renderer;
import loopmind.tools.ComposeSong;
import loopmind.tools.SongDesk;

/** Everything that serves one home: its library, its songs, and the models that work on them. */
public final class Workplace implements AutoCloseable {

  private static final long USUAL_SEED = 1;

  private final Home home;
  private final int threads;
  private final Interpreter interpreter;
  private final CompletableFuture<Studio.Writers> writers = Studio.writers();
  private final Library library;
  private final Shelf shelf = new Shelf(this::listenedLoops, this::search);
  private final OpenSongs songs;
  private final KnownLoops known;
  private final Uploads uploads;
  private final Exports exports;
  private final LoopAudition audition;
  private volatile Optional<StemFolders> stems = Optional.empty();
  private Optional<WatchedFolders> watching = Optional.empty();
  private final LibraryWork listening;
  private final SoundMaps maps = new SoundMaps();

  /**
   * @param interpreter that understands messages; closed with this
   * @param threads that render and listen, 1 or more
   */
  public Workplace(Home home, Interpreter interpreter, int threads) {
    this(home, interpreter, threads, new EmbeddedIndex(home.index()));
  }

  /**
   * @param index that finds sounds; closed with this
   */
  public Workplace(Home home, Interpreter interpreter, int threads, VectorIndex index) {
    this.home = home;
    this.interpreter = interpreter;
    this.threads = threads;
    library = new Library(home, index);
    songs = new OpenSongs(home.songs(), home.cache().resolve("open"), this::opened);
    uploads = new Uploads(home.uploads());
    exports = new Exports(home.exports());
    audition = new LoopAudition(library, home, threads);
    known =
        new KnownLoops(
            () -> library.loops(library.foldersFor(List.of()), false), library::stateElsewhere);
    listening =
        new LibraryWork(library, threads, this::heard, failed -> Failures.sentence(failed, home));
    var unused = listening.onChange(known::changed);
  }

  private OpenSong opened(Path file) {
    String name = String.valueOf(file.getFileName());
    String id = name.substring(0, name.length() - Home.SONG_ENDING.length());
    OpenSong.Progress progress = new OpenSong.Progress();
    return new OpenSong(
        id,
        mixes -> talk(id, file, progress, mixes),
        progress,
        failed -> Failures.sentence(failed, home));
  }

  private SongTalk talk(String id, Path file, OpenSong.Progress progress, MixListener mixes) {
    SongFile songFile = new SongFile(file);
    Optional<SongFile.Content> content =
        Files.exists(file) ? Optional.of(songFile.load()) : Optional.empty();
    SongDesk desk = new SongDesk(content, songFile::save, InstantSource.system());
    SongAudio audio = new SongAudio(library.ingest(), file);
    Renderer renderer = new Renderer(audio, home.sounds());
    Studio.Means means =
        new Studio.Means(
            shelf,
            renderer,
            audio,
            Optional.of(exports.of(id)),
            new ComposeSong.Defaults(USUAL_SEED, Optional.empty(), Optional.empty()),
            threads,
            progress);
    return new SongTalk(
        new Studio(songFile, desk, writers, means),
        interpreter,
        () -> knownLoops().stream().map(Loop::name).toList(),
        new SongTalk.Hearing(
            new SongSound(
                renderer,
                file,
                home.previews(),
                () -> stems.map(folders -> folders.fresh(id)),
                threads),
            SongTalk.Rendered.ALL,
            progress,
            mixes,
            why -> Failures.sentence(why, home)));
  }

  private void heard() {
    known.settled();
    shelf.forget();
  }

  /** The loops that the catalogue has, without listening to anything. */
  public List<Loop> knownLoops() {
    return known.all();
  }

  /** Finds among the loops that the catalogue has. */
  public LoopSearch search() {
    return library.search(knownLoops());
  }

  private LoopSearch search(List<Loop> loops) {
    return library.search(loops);
  }

  /** Waits for the listening that goes on, so that nothing is listened to twice. */
  private List<Loop> listenedLoops() {
    bringUpToDate().join();
    return knownLoops();
  }

  /**
   * Listens, in the background, to what is new in the folders that are known.
   *
   * @return done when that is over
   */
  public CompletableFuture<Void> bringUpToDate() {
    return CompletableFuture.allOf(
        library.foldersFor(List.of()).stream()
            .map(listening::listenTo)
            .toArray(CompletableFuture[]::new));
  }

  /** Keeps what the user says of a loop; searches and songs know of it at once. */
  public void mark(LoopId loop, Marks marks) {
    library.mark(loop, marks);
    heard();
  }

  /** From now on each mix comes with its stems: for a page, which hears them apart. */
  public void keepStems() {
    stems = Optional.of(new StemFolders(home.stems()));
  }

  /** A loop of the library by its id as text. */
  public Optional<Loop> loop(String id) {
    return knownLoops().stream().filter(loop -> loop.id().text().equals(id)).findFirst();
  }

  /**
   * From now on, what is put into a folder that is or was listened to is listened to, and what goes
   * is forgotten; {@link #bringUpToDate} begins with those that are known.
   */
  public synchronized void watch() {
    WatchedFolders folders =
        new WatchedFolders(
            folder -> {
              var unused = listening.listenTo(folder);
            });
    watching = Optional.of(folders);
    listening.onFolder(folders::watch);
  }

  /** The map of the library's sounds. */
  public SoundMaps maps() {
    return maps;
  }

  /** Groups of sounds that seem to be the same; see {@link Twins}. */
  public List<List<Loop>> twins() {
    return Twins.of(knownLoops(), Thread.currentThread()::isInterrupted);
  }

  /** Where sounds are kept that are given to the library. */
  public Uploads uploads() {
    return uploads;
  }

  /** Loops as they would sound in a song. */
  public LoopAudition audition() {
    return audition;
  }

  /** What songs were exported to. */
  public Exports exports() {
    return exports;
  }

  public OpenSongs songs() {
    return songs;
  }

  public Home home() {
    return home;
  }

  public Library library() {
    return library;
  }

  /** The listening that goes on in the background. */
  public LibraryWork libraryWork() {
    return listening;
  }

  @Override
  public synchronized void close() {
    watching.ifPresent(WatchedFolders::close);
    listening.close();
    maps.close();
    songs.close();
    interpreter.close();
    library.close();
  }
}
