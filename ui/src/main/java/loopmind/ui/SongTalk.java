package loopmind.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import loopmind.arranger.song.History;
import loopmind.arranger.song.Song;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.chat.Answer;
import loopmind.assistant.chat.Conversation;
import loopmind.assistant.chat.Interpreter;
import loopmind.assistant.chat.Memory;
import loopmind.assistant.chat.Question;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Rendering;
import loopmind.tools.SongDesk;

/**
 * Talking to a song: each message changes it or not, and after a change the stretch that changed is
 * heard first and the whole mix later, in the background. A message stops that render; if the
 * message changes nothing, the render goes on where it stood, and else begins anew with what
 * changed. Called by one thread.
 */
public final class SongTalk implements AutoCloseable {

  private static final String EXPORT = "export_song";
  private static final double NANOS_A_MILLI = 1e6;

  private final Studio studio;
  private final SongDesk desk;
  private final Conversation conversation;
  private final Supplier<? extends Collection<String>> names;
  private final Hearing hearing;
  private final MixInBackground mix;
  private Optional<Rendering> reported = Optional.empty();
  private volatile Optional<Edit> edit = Optional.empty();
  private boolean edited;
  private boolean quiet;

  /** The last edit that was heard; what stood there before is rendered when it is asked for. */
  private record Edit(Song before, Song after, int version, Optional<SongSound.Stretch> past) {}

  /** What is rendered of its own accord. */
  public enum Rendered {
    /** Nothing. */
    NOTHING,
    /** What changed; the whole where {@link #mixNow} asks for it. */
    CHANGES,
    /** What changed, and the whole in the background. */
    ALL
  }

  /**
   * How a song is heard while one talks to it.
   *
   * @param sound makes it
   * @param rendered what of it is made unasked
   * @param progress of what a turn waits for
   * @param mixes told of mixes in the background
   * @param why the sentence for somebody who wonders why there is nothing to hear
   */
  public record Hearing(
      SongSound sound,
      Rendered rendered,
      RenderProgress progress,
      MixListener mixes,
      Function<RuntimeException, String> why) {}

  /**
   * @param names of loops and folders that may be meant
   */
  public SongTalk(
      Studio studio,
      Interpreter interpreter,
      Supplier<? extends Collection<String>> names,
      Hearing hearing) {
    this.studio = studio;
    this.desk = studio.desk();
    this.names = names;
    this.hearing = hearing;
    conversation = new Conversation(interpreter, studio.tools(), Memory.of(desk.sayings()));
    mix = new MixInBackground(hearing.sound()::mix, hearing.mixes());
    studio.tools().beforeEach(this::before);
  }

  /** An export waits for the render that goes on, and finds all that it made. */
  private void before(ToolCall call) {
    if (call.tool().equals(EXPORT) && mix.isWorking()) {
      mix.await(hearing.progress());
    }
  }

  /** Understands a message, does it, and makes what changed heard. */
  public TalkTurn say(String message) {
    return turn(message, talk -> talk.say(message, names.get()));
  }

  /**
   * Does calls that need no understanding, as one step.
   *
   * @param message how the history calls it
   */
  public TalkTurn act(String message, List<ToolCall> calls) {
    return turn(message, talk -> talk.act(message, calls));
  }

  /** Does one call that needs no understanding. */
  public TalkTurn call(String message, String tool) {
    ToolCall call = new ToolCall(tool, JsonNodeFactory.instance.objectNode());
    return turn(message, talk -> talk.act(message, List.of(call)));
  }

  /** Goes to another version of the song. */
  public TalkTurn goTo(String message, String nameOrNumber) {
    return turn(message, talk -> Answer.done(desk.goTo(nameOrNumber)));
  }

  private TalkTurn turn(String message, Function<Conversation, Answer> work) {
    keepReport();
    Optional<Song> before = desk.current();
    mix.pause();
    try {
      Answer answer = work.apply(conversation);
      TalkTurn turn = TalkTurn.of(message, answer, file());
      Optional<Song> after = desk.current();
      boolean changed = after.isPresent() && !isSame(before, after.get());
      edited |= changed;
      return changed ? heard(turn, before, after.get()) : turn;
    } finally {
      goOn();
    }
  }

  private static boolean isSame(Optional<Song> before, Song after) {
    return before.filter(song -> song == after).isPresent();
  }

  private TalkTurn heard(TalkTurn turn, Optional<Song> before, Song after) {
    mix.cancel();
    edit = Optional.empty();
    if (quiet || hearing.rendered() == Rendered.NOTHING) {
      return turn;
    }
    long begun = System.nanoTime();
    int version = desk.history().map(History::number).orElse(1);
    try {
      SongSound.Stretch stretch =
          hearing.sound().preview(after, before, version, hearing.progress());
      edit = before.map(song -> new Edit(song, after, version, Optional.empty()));
      return turn.heard(stretch, millisSince(begun));
    } catch (RuntimeException silent) {
      // the edit is saved all the same
      return turn.unheard(hearing.why().apply(silent));
    }
  }

  /** Whatever came of a turn, the mix that is made is that of the song as it is. */
  private void goOn() {
    Optional<Song> song = desk.current();
    if (song.isPresent() && mix.has(song.get())) {
      mix.goOn();
    } else {
      mix.cancel();
      if (edited && !quiet && hearing.rendered() == Rendered.ALL) {
        song.ifPresent(mix::start);
      }
    }
  }

  /** From now on nothing is rendered of its own accord: what changes is a plan. */
  void beQuiet() {
    quiet = true;
    mix.cancel();
  }

  /** Ends the quiet where nothing came of a plan. */
  void endQuiet() {
    quiet = false;
  }

  /** Ends the quiet: the plan is rendered as a song that is all new. */
  TalkTurn beHeard(String message) {
    quiet = false;
    edited = true;
    try {
      TalkTurn turn = TalkTurn.said(message, "The plan is a song now.", file());
      return heard(turn, Optional.empty(), desk.song());
    } finally {
      goOn();
    }
  }

  /** Renders the whole mix, or waits for the render that goes on. */
  public Rendering mixNow() {
    Song song = desk.song();
    if (!mix.has(song)) {
      mix.start(song);
    }
    Rendering made = mix.await(hearing.progress()).orElseThrow();
    keepReport();
    return made;
  }

  /** The same turn with the mix, which is rendered now. */
  public TalkTurn mixNow(TalkTurn turn) {
    long begun = System.nanoTime();
    Rendering made = mixNow();
    return turn.mixed(made.mix(), millisSince(begun));
  }

  /** Whether {@link #before} has something to be heard. */
  public boolean hasBefore() {
    return edit.isPresent();
  }

  /** What stood where the last edit changed something; empty where there was no song before it. */
  public Optional<SongSound.Stretch> before() {
    edit = edit.map(this::withPast);
    return edit.flatMap(Edit::past);
  }

  private Edit withPast(Edit one) {
    if (one.past().filter(made -> Files.isRegularFile(made.file())).isPresent()) {
      return one;
    }
    mix.pause();
    try {
      return new Edit(
          one.before(),
          one.after(),
          one.version(),
          Optional.of(
              hearing
                  .sound()
                  .before(one.before(), one.after(), one.version(), hearing.progress())));
    } finally {
      mix.goOn();
    }
  }

  /** The question that waits for an answer. */
  public Optional<String> asked() {
    return conversation.memory().asked().map(Question::sentence);
  }

  /** Keeps the report of a mix that became whole since the last turn. */
  private void keepReport() {
    Optional<Rendering> made = mix();
    if (made.isPresent() && !made.equals(reported)) {
      desk.keepReport(new ObjectMapper().valueToTree(made.get().report()));
      reported = made;
    }
  }

  private static long millisSince(long begun) {
    return Math.round((System.nanoTime() - begun) / NANOS_A_MILLI);
  }

  /** The mix of the song as it is, where it is whole. */
  public Optional<Rendering> mix() {
    return desk.current().flatMap(mix::of);
  }

  /** Whether something was changed of which no mix was made. */
  public boolean owesMix() {
    return edited && mix().isEmpty();
  }

  /** Whether a mix is being rendered. */
  public boolean isMixing() {
    return mix.isWorking();
  }

  public SongDesk desk() {
    return desk;
  }

  /** The song file. */
  public Path file() {
    return studio.file().path();
  }

  /** Ends the render in the background; the song file alone is the whole song then. */
  @Override
  public void close() {
    mix.close();
    studio.close();
  }
}
