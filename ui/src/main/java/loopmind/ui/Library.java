package loopmind.ui;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import loopmind.arranger.choose.SentenceEncoder;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.library.catalogue.Catalogue;
import loopmind.library.catalogue.FileRow;
import loopmind.library.catalogue.Marks;
import loopmind.library.index.EmbeddedIndex;
import loopmind.library.index.VectorIndex;
import loopmind.library.ingest.Ingest;
import loopmind.library.listen.Listener;
import loopmind.library.listen.NamingStyle;
import loopmind.library.listen.WaveformFacts;
import loopmind.library.listen.ears.Ears;
import loopmind.library.listen.meaning.Meaning;
import loopmind.library.search.AnalyzeOptions;
import loopmind.library.search.AnalyzeProgress;
import loopmind.library.search.FolderLibrary;
import loopmind.library.search.LoopSearch;
import loopmind.library.search.MeaningWords;
import loopmind.library.search.WordPlaces;

/** The library of one home: its catalogue, and the folders it knows. */
public final class Library implements AutoCloseable {

  private static final Pattern SOUND =
      Pattern.compile(
          "\\.(wav|wave|flac|mp3|ogg|opus|aiff?|m4a|aac|wma|caf)$", Pattern.CASE_INSENSITIVE);

  private final Catalogue catalogue;
  private final Ingest ingest;
  private final Ears ears;
  private final Meaning meaning;
  private final FolderLibrary folders;
  private final VectorIndex index;
  private final WordPlaces words;
  private Optional<Held> held = Optional.empty();

  /**
   * @param loops that the index holds
   * @param search among them
   */
  private record Held(List<Loop> loops, LoopSearch search) {}

  /** A kilobyte each, asked for again and again while rows scroll. */
  private final Map<LoopId, Optional<WaveformFacts>> outlines = new ConcurrentHashMap<>();

  /** With the index that needs no server. */
  public Library(Home home) {
    this(home, new EmbeddedIndex(home.index()));
  }

  /**
   * @param index that finds sounds; closed with this
   */
  public Library(Home home, VectorIndex index) {
    catalogue = Catalogue.open(home.catalogue());
    ingest = new Ingest(home.cache());
    ears = new Ears(ProjectRoot.models().resolve("ears"));
    meaning = new Meaning(ProjectRoot.models().resolve("meaning"), new SentenceEncoder());
    folders = new FolderLibrary(catalogue, ingest, Listener.with(ears, meaning));
    words = new MeaningWords(meaning);
    this.index = index;
  }

  /**
   * Finds among all loops of the library; the index is brought up to date where they changed.
   *
   * @param loops all that the catalogue has
   */
  public synchronized LoopSearch search(List<Loop> loops) {
    if (held.isEmpty() || held.get().loops() != loops) {
      index.hold(LoopSearch.entries(loops));
      held = Optional.of(new Held(loops, new LoopSearch(loops, index, words)));
    }
    return held.get().search();
  }

  public Ingest ingest() {
    return ingest;
  }

  /** As {@link FolderLibrary#analyze}. */
  public boolean analyze(List<Path> roots, AnalyzeOptions options, AnalyzeProgress progress) {
    outlines.clear();
    return folders.analyze(roots, options, progress);
  }

  /** The loops below the folders; what the user calls them counts more than what was heard. */
  public List<Loop> loops(List<Path> roots, boolean ignoreNames) {
    return folders.loops(roots, ignoreNames).all();
  }

  /** How the user names files, as far as it shows in the loops below the folders. */
  public NamingStyle namingStyle(List<Path> roots) {
    return folders.loops(roots, false).style();
  }

  /** As {@link Catalogue#stateElsewhere}. */
  long stateElsewhere() {
    return catalogue.stateElsewhere();
  }

  /** What the user says of loops, by their ids as text. */
  public Map<String, Marks> marks() {
    return catalogue.marks();
  }

  /** Keeps what the user says of a loop. */
  public void mark(LoopId loop, Marks marks) {
    catalogue.mark(loop.text(), marks);
  }

  /** The outline of a loop's file, for drawing; empty where it is not known. */
  public Optional<WaveformFacts> waveform(LoopId id) {
    return outlines.computeIfAbsent(
        id,
        one ->
            catalogue
                .sound(one.hash())
                .flatMap(known -> known.listening().waveform(Math.max(0, one.region() - 1))));
  }

  /**
   * A file that was looked into, or something inside an archive.
   *
   * @param inside its name within the archive; empty for a file
   * @param fault why nothing of it is heard, one sentence; empty where something is
   */
  public record KnownFile(Path path, String inside, String fault) {}

  /** Every file that was looked into, by path. */
  public List<KnownFile> files() {
    return catalogue.below(everywhere()).stream()
        .map(row -> new KnownFile(row.path(), row.inside().orElse(""), row.error().orElse("")))
        .toList();
  }

  /** The files that look like sound by their names and give none; not the notes beside them. */
  public List<KnownFile> unreadable() {
    return files().stream()
        .filter(file -> !file.fault().isEmpty())
        .filter(file -> isCalledSound(file.path(), file.inside()))
        .toList();
  }

  /**
   * Whether something is called as sounds or archives of them are.
   *
   * @param inside its name within an archive; empty for a file
   */
  static boolean isCalledSound(Path file, String inside) {
    return inside.isEmpty()
        ? Ingest.isArchive(file) || SOUND.matcher(file.toString()).find()
        : SOUND.matcher(inside).find();
  }

  private static List<Path> everywhere() {
    List<Path> everywhere = new ArrayList<>();
    FileSystems.getDefault().getRootDirectories().forEach(everywhere::add);
    return everywhere;
  }

  /** The folders of a request: those given, else all that is known, else the starter pack. */
  public List<Path> foldersFor(List<Path> given) {
    if (!given.isEmpty()) {
      return given;
    }
    Path starter = ProjectRoot.starterPack();
    List<Path> known =
        catalogue.below(everywhere()).stream()
            .filter(row -> row.error().isEmpty())
            .map(FileRow::path)
            .filter(path -> !path.startsWith(starter))
            .map(path -> path.getParent() == null ? path : path.getParent())
            .distinct()
            .filter(Files::isDirectory) // a folder that was deleted since is no library any more
            .toList();
    return known.isEmpty() ? List.of(starter) : known;
  }

  @Override
  public void close() {
    index.close();
    meaning.close();
    ears.close();
    catalogue.close();
  }
}
