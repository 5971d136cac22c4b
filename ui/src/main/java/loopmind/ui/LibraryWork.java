package loopmind.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import loopmind.library.listen.FileFacts;
import loopmind.library.search.AnalyzeOptions;
import loopmind.library.search.AnalyzeProgress;

/** Listens to folders in the background, one after the other; everybody hears how far it is. */
public final class LibraryWork implements AutoCloseable {

  private final Library library;
  private final int threads;
  private final Runnable heard;
  private final Function<Exception, String> why;
  private final ExecutorService listening =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("listening").factory());
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Optional<State> state = Optional.empty();
  private volatile boolean stopped;
  private volatile Consumer<Path> asked = folder -> {};

  /**
   * How far the listening is.
   *
   * @param folder that is listened to
   * @param done files that are known
   * @param files all files
   * @param unreadable files of which nothing can be heard
   * @param over whether it ended
   * @param failure why it could not be done, one sentence; empty where it was
   */
  public record State(
      Path folder, int done, int files, int unreadable, boolean over, String failure) {

    /** For the person. */
    public String sentence() {
      if (!failure.isEmpty()) {
        return failure;
      }
      String much =
          "%d of %d files in %s"
              .formatted(done, files, folder.getFileName() == null ? folder : folder.getFileName());
      String odd = unreadable == 0 ? "" : ", %d cannot be read".formatted(unreadable);
      return over ? "Heard %s%s.".formatted(much, odd) : "Listening: %s%s …".formatted(much, odd);
    }

    /** Share that is done, 0 to 1. */
    public double share() {
      return files == 0 ? 0 : done / (double) files;
    }
  }

  /**
   * @param heard run when a folder was listened to
   * @param why it could not be, one sentence
   */
  LibraryWork(Library library, int threads, Runnable heard, Function<Exception, String> why) {
    this.library = library;
    this.threads = threads;
    this.heard = heard;
    this.why = why;
  }

  /** Tells of each folder that is to be listened to. */
  void onFolder(Consumer<Path> told) {
    asked = told;
  }

  /**
   * Listens to a folder or file, after those that were asked for before.
   *
   * @return done when that is over, whatever came of it
   */
  public CompletableFuture<Void> listenTo(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    stopped = false;
    asked.accept(whole);
    tell(new State(whole, 0, 0, 0, false, ""));
    return CompletableFuture.runAsync(() -> listen(whole), listening);
  }

  private void listen(Path folder) {
    Following following = new Following(folder);
    try {
      library.analyze(List.of(folder), new AnalyzeOptions(false, false, threads), following);
      heard.run();
      tell(following.now(true, ""));
    } catch (RuntimeException failed) {
      tell(following.now(true, why.apply(failed)));
    }
  }

  private final class Following implements AnalyzeProgress {
    private final Path folder;
    private int files;
    private int done;
    private int unreadable;

    Following(Path folder) {
      this.folder = folder;
    }

    @Override
    public void scanned(int count) {
      files = count;
      tell(now(false, ""));
    }

    @Override
    public void file(FileFacts facts, int filesDone) {
      done = filesDone;
      boolean odd =
          facts.error().isPresent()
              && Library.isCalledSound(facts.file().path(), facts.file().inside().orElse(""));
      unreadable += odd ? 1 : 0;
      tell(now(false, ""));
    }

    @Override
    public boolean cancelled() {
      return stopped;
    }

    State now(boolean over, String failure) {
      return new State(folder, done, files, unreadable, over, failure);
    }
  }

  private void tell(State now) {
    state = Optional.of(now);
    listeners.forEach(Runnable::run);
  }

  /** Ends the listening; what was heard is kept. */
  public void stop() {
    stopped = true;
  }

  /** How far it is; empty where nothing was listened to since the start. */
  public Optional<State> state() {
    return state;
  }

  /**
   * Calls a listener, on whatever thread, when it is further.
   *
   * @return to be run when it should be called no more
   */
  public Runnable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    stopped = true;
    listening.close();
  }
}
