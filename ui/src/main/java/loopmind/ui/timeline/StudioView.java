package loopmind.ui.timeline;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import loopmind.assistant.calls.ToolCall;
import loopmind.ui.Failures;
import loopmind.ui.OpenSong;
import loopmind.ui.OpenSongs;
import loopmind.ui.TalkTurn;
import loopmind.ui.Workplace;
import org.jspecify.annotations.Nullable;

/**
 * The studio: one song with its timeline, the conversation about it, and the library. What is shown
 * is what the song is; whoever changes it, every open page follows.
 */
@Route("song/:id")
@RouteAlias("")
@PageTitle("LoopMind")
public final class StudioView extends Div implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int TOLD_MILLIS = 6_000;

  /** A lost connection is said as long as it lasts, and not for two seconds only. */
  private static final String KEEP_SAYING_LOST =
      "const shown = window.Vaadin?.connectionIndicator;"
          + " if (shown) { shown.expandedDuration = $0;"
          + " shown.offlineText = 'LoopMind does not answer. What was said so far is kept; the page goes on when it is back.';"
          + " shown.reconnectingText = shown.offlineText; }";

  private static final int TOLD_ALL_THE_WHILE_MILLIS = 1_000_000_000;

  private final transient Workplace place;
  private transient @Nullable OpenSong song;
  private transient @Nullable TransportBar bar;
  private transient @Nullable SongsMenu songs;
  private transient @Nullable ArrangementPanel arrangement;
  private transient @Nullable ChatPanel chat;
  private transient @Nullable LibraryPanel library;
  private transient Runnable leave = () -> {};

  StudioView(Workplace place) {
    this.place = place;
    addClassName("studio");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Optional<String> wanted = event.getRouteParameters().get("id");
    song =
        wanted
            .flatMap(place.songs()::find)
            .orElseGet(
                () ->
                    place.songs().list().stream()
                        .findFirst()
                        .map(OpenSongs.Listed::id)
                        .flatMap(place.songs()::find)
                        .orElseGet(place.songs()::create));
    show(song);
    getUI().filter(UI::isAttached).ifPresent(this::follow);
  }

  private void show(OpenSong shown) {
    removeAll();
    bar = new TransportBar(shown, ask);
    arrangement = new ArrangementPanel(place, shown, ask, bar::choose);
    chat = new ChatPanel(shown, place.exports(), ask, bar::hear, bar::hearBefore);
    library = new LibraryPanel(place, shown);
    songs = new SongsMenu(place, shown, ask);
    bar.addComponentAtIndex(1, songs);
    add(bar, library, arrangement, chat);
    refresh();
  }

  /** Something that is wanted of the song: a message, or calls. */
  interface Asking {

    /** Says it as a person would. */
    void say(String message);

    /**
     * Does it, without anything to be understood.
     *
     * @param what it is called in the history
     */
    void act(String what, ToolCall call);

    /** Goes to another version. */
    void goTo(int number);

    /** Renders the mix, where there is none to be played. */
    void render();

    /** Names the version that the song is. */
    void name(String name);
  }

  private final transient Asking ask =
      new Asking() {
        @Override
        public void say(String message) {
          boolean showFirst = arrangement != null && arrangement.showsFirst();
          told(showFirst ? current().plan(message) : current().say(message), false);
        }

        @Override
        public void act(String what, ToolCall call) {
          told(current().act(what, List.of(call)), true);
        }

        @Override
        public void goTo(int number) {
          told(current().goTo(Integer.toString(number)), true);
        }

        @Override
        public void render() {
          UI ui = UI.getCurrent();
          if (current().plan().isPresent()) {
            tell("Nothing is rendered yet. Approve the plan and make the song, then it plays.");
          } else if (current().song().isPresent()) {
            var unused =
                current()
                    .mixed()
                    .exceptionally(
                        failed -> {
                          inPage(ui, () -> tell(why(failed)));
                          return null;
                        });
          }
        }

        @Override
        public void name(String name) {
          told(current().name(name), true);
        }
      };

  private OpenSong current() {
    if (song == null) {
      throw new IllegalStateException("A page shows a song before anything can be asked of it.");
    }
    return song;
  }

  /** What cannot be done by hand is said at once; of a message the chat says it. */
  private void told(CompletableFuture<TalkTurn> turn, boolean byHand) {
    UI ui = UI.getCurrent();
    var unused =
        turn.thenAccept(
            done ->
                done.refusal().filter(why -> byHand).ifPresent(why -> inPage(ui, () -> tell(why))));
  }

  private String why(Throwable failed) {
    boolean wrapped = failed instanceof CompletionException && failed.getCause() != null;
    return (wrapped ? failed.getCause() : failed) instanceof Exception cause
        ? Failures.sentence(cause, place.home())
        : String.valueOf(failed);
  }

  private static void tell(String sentence) {
    Notification.show(sentence, TOLD_MILLIS, Notification.Position.BOTTOM_CENTER);
  }

  /** Does something in a page from another thread; in one that was closed meanwhile nothing. */
  static void inPage(UI ui, Command doing) {
    try {
      var unused = ui.access(doing);
    } catch (UIDetachedException closed) {
      return;
    }
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    UI ui = attached.getUI();
    ui.getPage().addJsModule("context://studio/timeline.js");
    ui.getPage().addJsModule("context://studio/transport.js");
    ui.getPage().addJsModule("context://studio/library.js");
    ui.getPage().addJsModule("context://studio/mixer.js");
    ui.getPage().addJsModule("context://studio/sound-map.js");
    ui.getPage().executeJs(KEEP_SAYING_LOST, TOLD_ALL_THE_WHILE_MILLIS);
    follow(ui);
  }

  /** Hears of each change of the song that is shown, and of no other. */
  private void follow(UI ui) {
    leave.run();
    Runnable song = current().onChange(changed -> inPage(ui, this::refresh));
    Runnable listening = place.libraryWork().onChange(() -> inPage(ui, this::heard));
    leave =
        () -> {
          song.run();
          listening.run();
        };
  }

  @Override
  protected void onDetach(DetachEvent detached) {
    leave.run();
    leave = () -> {};
  }

  private void heard() {
    if (library != null && arrangement != null) {
      library.heard();
      arrangement.refresh();
    }
  }

  private void refresh() {
    if (bar != null && songs != null && library != null && arrangement != null && chat != null) {
      arrangement.refresh();
      bar.refresh();
      chat.refresh();
      if (current().work().isEmpty()) { // an edit is drawn before all that follows from it
        songs.refresh();
        library.songChanged();
      }
    }
  }
}
