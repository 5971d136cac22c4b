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
import java.util.function.Supplier;
import loopmind.arranger.song.History;
import loopmind.arranger.song.Saying;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.assistant.calls.ToolCall;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Rendering;
import loopmind.tools.SongDesk;

/**
 * A song that several people and programs work on: their turns are done one after the other, in the
 * order in which they came, and everybody hears of each change. Safe for any number of threads.
 */
public final class OpenSong implements AutoCloseable {

  private final String id;
  private final SongTalk talk;
  private final Function<Exception, String> why;
  private final Progress progress;
  private final ExecutorService turns;
  private final List<Consumer<OpenSong>> listeners = new CopyOnWriteArrayList<>();
  private volatile Saved saved = new Saved(Optional.empty(), List.of());
  private volatile Optional<Plan> plan = Optional.empty();
  private volatile Optional<Work> work = Optional.empty();
  private volatile Optional<TalkTurn> last = Optional.empty();
  private volatile Optional<SongSound.Stretch> heard = Optional.empty();
  private volatile Optional<Rendering> mix = Optional.empty();

  /**
   * What is being done.
   *
   * @param step a few words
   * @param share of it that is done, 0 to 1
   */
  public record Work(String step, double share) {}

  /** The song as last acknowledged: whoever reads it never waits for the turn that goes on. */
  private record Saved(Optional<History> history, List<Saying> sayings) {

    static Saved of(SongDesk desk) {
      return new Saved(desk.history(), desk.sayings());
    }
  }

  /** How far the work of a turn is, and whether somebody wants it to end. */
  public static final class Progress implements RenderProgress {
    private volatile Consumer<Work> listener = work -> {};
    private volatile boolean stopped;

    @Override
    public void at(String step, double share) {
      listener.accept(new Work(step, share));
    }

    @Override
    public boolean cancelled() {
      return stopped;
    }
  }

  /**
   * @param id of the song, unique in the home
   * @param opening makes the conversation; told who wants to hear of mixes in the background
   * @param progress that the conversation was made with
   * @param why a turn came to nothing, one sentence
   */
  OpenSong(
      String id,
      Function<MixListener, SongTalk> opening,
      Progress progress,
      Function<Exception, String> why) {
    this.id = id;
    this.why = why;
    this.progress = progress;
    progress.listener = this::working;
    turns =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("turns of " + id).factory());
    talk =
        opening.apply(
            new MixListener() {
              @Override
              public void mixed(Rendering made) {
                mix = Optional.of(made);
                tell();
              }

              @Override
              public void failed(RuntimeException failed) {
                tell();
              }
            });
    saved = Saved.of(talk.desk());
    var unused =
        talk.desk()
            .onChange(
                changed -> { // before it is heard
                  saved = Saved.of(talk.desk());
                  tell();
                });
  }

  public String id() {
    return id;
  }

  /** Understands a message and does it, after all turns that came before. */
  public CompletableFuture<TalkTurn> say(String message) {
    return turn(message, () -> talk.say(message));
  }

  /**
   * Does calls that need no understanding, as one step, after all turns that came before.
   *
   * @param message how the history calls it
   */
  public CompletableFuture<TalkTurn> act(String message, List<ToolCall> calls) {
    return turn(message, () -> talk.act(message, calls));
  }

  /** Goes to another version. */
  public CompletableFuture<TalkTurn> goTo(String nameOrNumber) {
    String message = "go to version " + nameOrNumber;
    return turn(message, () -> talk.goTo(message, nameOrNumber));
  }

  /**
   * Understands a message and does it, but renders nothing: what is written is a plan, to be
   * approved section by section, until {@link #make}.
   */
  public CompletableFuture<TalkTurn> plan(String message) {
    return turn(
        message,
        () -> {
          talk.beQuiet();
          TalkTurn planned = talk.say(message);
          if (talk.desk().current().isEmpty()) {
            talk.endQuiet();
          } else {
            plan = Optional.of(Plan.NEW);
          }
          return planned;
        });
  }

  /** Renders the plan: from now on each change is heard. */
  public CompletableFuture<TalkTurn> make() {
    String message = "make the song";
    return turn(
        message,
        () -> {
          TalkTurn made = talk.beHeard(message);
          plan = Optional.empty();
          return made;
        });
  }

  /** Approves a section of the plan as it is, or takes that back. */
  public synchronized void approve(SectionId section, boolean approved) {
    plan =
        plan.map(now -> song().map(song -> now.with(song.section(section), approved)).orElse(now));
    tell();
  }

  /** What waits to be approved; empty where songs are heard as they are made. */
  public Optional<Plan> plan() {
    return plan;
  }

  /** Gives the version that the song is a name; of another version that has it, it is taken. */
  public CompletableFuture<TalkTurn> name(String name) {
    String message = "name this version " + name;
    return turn(message, () -> TalkTurn.said(message, talk.desk().name(name), talk.file()));
  }

  private CompletableFuture<TalkTurn> turn(String message, Supplier<TalkTurn> doing) {
    return CompletableFuture.supplyAsync(() -> done(message, doing), turns);
  }

  private TalkTurn done(String message, Supplier<TalkTurn> doing) {
    progress.stopped = false;
    working(new Work("thinking", 0));
    int before = version();
    TalkTurn turn;
    try {
      turn = doing.get();
    } catch (RuntimeException failed) {
      turn = TalkTurn.failed(message, why.apply(failed), talk.file());
    }
    saved = Saved.of(talk.desk());
    last = Optional.of(turn);
    heard = version() == before ? turn.preview().or(() -> heard) : turn.preview();
    work = Optional.empty();
    tell();
    return turn;
  }

  /** Ends the work of the turn that goes on; the song stays as it was before it. */
  public void stop() {
    progress.stopped = true;
  }

  /** The whole mix of the song as it is: rendered now, or waited for. */
  public CompletableFuture<Rendering> mixed() {
    return rendered(
        () -> {
          Rendering made = talk.mixNow();
          mix = Optional.of(made);
          return made;
        });
  }

  /** What stood where the last turn changed something; empty where there was no song before it. */
  public CompletableFuture<Optional<SongSound.Stretch>> before() {
    return rendered(talk::before);
  }

  /** Whether {@link #before} has something to be heard. */
  public boolean hasBefore() {
    return talk.hasBefore();
  }

  private <T> CompletableFuture<T> rendered(Supplier<T> making) {
    return CompletableFuture.supplyAsync(
        () -> {
          progress.stopped = false;
          try {
            return making.get();
          } finally {
            work = Optional.empty();
            tell();
          }
        },
        turns);
  }

  private void working(Work now) {
    work = Optional.of(now);
    tell();
  }

  private void tell() {
    listeners.forEach(listener -> listener.accept(this));
  }

  /**
   * Calls a listener, on whatever thread, when anything of this song or of the work on it is other
   * than before.
   *
   * @return to be run when it should be called no more
   */
  public Runnable onChange(Consumer<OpenSong> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The song as last acknowledged. */
  public Optional<Song> song() {
    return saved.history().map(History::song);
  }

  /** Number of the version, counted from 1; 0 where there is no song yet. */
  public int version() {
    return saved.history().map(History::number).orElse(0);
  }

  public List<History.Entry> versions() {
    return saved.history().map(History::list).orElse(List.of());
  }

  /** The conversation, the latest last. */
  public List<Saying> sayings() {
    return saved.sayings();
  }

  /** What is being done right now. */
  public Optional<Work> work() {
    return work;
  }

  /** The turn that was done last since the song was opened. */
  public Optional<TalkTurn> last() {
    return last;
  }

  /** What the last edit changed, as sound; messages that changed nothing leave it as it is. */
  public Optional<SongSound.Stretch> heard() {
    return heard;
  }

  /** The mix that was whole last; of the song as it is, or of an earlier version of it. */
  public Optional<Rendering> mix() {
    return mix;
  }

  /** Whether a mix is being rendered in the background. */
  public boolean isMixing() {
    return talk.isMixing();
  }

  /** The song file. */
  public Path file() {
    return talk.file();
  }

  /** Waits for the turn that goes on, and leaves the song as one file. */
  @Override
  public void close() {
    progress.stopped = true;
    turns.close();
    talk.close();
  }
}
