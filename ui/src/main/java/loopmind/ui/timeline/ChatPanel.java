package loopmind.ui.timeline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.messages.MessageInput;
import com.vaadin.flow.component.messages.MessageInputI18n;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.song.Change;
import loopmind.arranger.song.Saying;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.chat.Answer;
import loopmind.assistant.chat.Question;
import loopmind.ui.Exports;
import loopmind.ui.OpenSong;
import loopmind.ui.TalkTurn;

/** The conversation: what was said, what was understood, what changed, and how to hear it. */
final class ChatPanel extends Aside {

  private static final long serialVersionUID = 1L;

  /** Turns that are shown; the song file keeps more. */
  private static final int SHOWN = 40;

  /** Changes of one turn that are listed. */
  private static final int LISTED = 6;

  private final transient OpenSong song;
  private final transient Exports exports;
  private final transient StudioView.Asking ask;
  private final transient Runnable hear, hearBefore;
  private final Div log = new Div();
  private final Div work = new Div();
  private final Span step = new Span();
  private final ProgressBar share = new ProgressBar();

  /**
   * @param exports what songs were exported to
   * @param hear plays what the last turn changed
   * @param hearBefore plays what stood there before
   */
  ChatPanel(
      OpenSong song, Exports exports, StudioView.Asking ask, Runnable hear, Runnable hearBefore) {
    this.song = song;
    this.exports = exports;
    this.ask = ask;
    this.hear = hear;
    this.hearBefore = hearBefore;
    addClassNames("panel", "chat");
    log.addClassName("log");
    log.getElement().setAttribute("role", "log").setAttribute("aria-label", "Conversation");
    log.getElement().setAttribute("tabindex", "0");
    work.addClassName("work");
    share.getElement().setAttribute("aria-label", "Progress");
    work.add(step, share, new Button("Stop", event -> song.stop()));
    MessageInput input = new MessageInput(event -> ask.say(event.getValue()));
    input.setI18n(new MessageInputI18n().setMessage("Say what you want to hear").setSend("Send"));
    add(new H2("Chat"), log, work, input);
  }

  void refresh() {
    Optional<OpenSong.Work> now = song.work();
    work.setVisible(now.isPresent());
    now.ifPresent(
        one -> {
          step.setText(one.step());
          share.setIndeterminate(one.share() <= 0);
          if (one.share() > 0) {
            share.setValue(Math.clamp(one.share(), 0, 1));
          }
        });
    if (now.isEmpty()) {
      showLog();
    }
  }

  private void showLog() {
    log.removeAll();
    List<Saying> all = song.sayings();
    Optional<TalkTurn> last = song.last();
    List<Saying> shown = all.subList(Math.max(0, all.size() - SHOWN), all.size());
    boolean lastIsKept =
        last.isPresent() && !shown.isEmpty() && shown.getLast().user().equals(last.get().message());
    List<Saying> earlier = lastIsKept ? shown.subList(0, shown.size() - 1) : shown;
    earlier.forEach(one -> log.add(said(one.user()), answer(new Span(one.answer()), false)));
    last.ifPresent(turn -> log.add(said(turn.message()), answered(turn)));
    log.getElement().executeJs("this.scrollTop = this.scrollHeight");
  }

  private static Div said(String message) {
    Div said = new Div(message);
    said.addClassName("said");
    return said;
  }

  private static Div answer(Component text, boolean refused) {
    text.addClassName("text");
    Div answer = new Div(text);
    answer.addClassName("answer");
    if (refused) {
      answer.addClassName("refused");
    }
    return answer;
  }

  private Div answered(TalkTurn turn) {
    Div answer = answer(new Span(turn.text()), turn.refusal().isPresent());
    List<ToolCall> calls = turn.answer().map(Answer::calls).orElse(List.of());
    if (!calls.isEmpty()) {
      answer.addComponentAsFirst(chips(calls));
    }
    List<Change> changes = turn.answer().map(Answer::changes).orElse(List.of());
    if (!changes.isEmpty()) {
      answer.add(list(changes));
    }
    turn.unheard().ifPresent(why -> answer.add(new Span(why)));
    Div ways = new Div();
    ways.addClassName("chips");
    turn.question()
        .map(Question::choices)
        .orElse(List.of())
        .forEach(choice -> ways.add(small(choice, () -> ask.say(choice))));
    if (turn.preview().isPresent()) {
      ways.add(small("Hear it", hear));
      if (song.hasBefore()) {
        ways.add(small("Hear before", hearBefore));
      }
      ways.add(small("Undo", () -> ask.act("undo", Calls.plain("undo"))));
    }
    answer.add(ways);
    download(turn).ifPresent(answer::add);
    return answer;
  }

  /** What an export wrote, to be fetched by the browser. */
  private Optional<Anchor> download(TalkTurn turn) {
    boolean exported =
        turn.answer().filter(Answer::done).map(Answer::calls).orElse(List.of()).stream()
            .anyMatch(call -> call.tool().equals("export_song"));
    return exports.list(song.id()).stream()
        .filter(latest -> exported)
        .findFirst()
        .map(
            latest -> {
              String url = "api/v1/songs/%s/exports/file?name=%s";
              Anchor link =
                  new Anchor(url.formatted(song.id(), latest.name()), "Download " + latest.name());
              link.getElement().setAttribute("download", true);
              return link;
            });
  }

  /** What was understood, so that a person can check it. */
  private static Div chips(List<ToolCall> calls) {
    Div chips = new Div();
    chips.addClassName("chips");
    for (ToolCall call : calls) {
      StringBuilder text = new StringBuilder(call.tool().replace('_', ' '));
      call.args()
          .properties()
          .forEach(
              one ->
                  text.append(" · ")
                      .append(one.getKey())
                      .append(' ')
                      .append(one.getValue().toString().replaceAll("[\"{}\\[\\]]", "")));
      Span chip = new Span(text.toString());
      chip.addClassName("chip");
      chips.add(chip);
    }
    return chips;
  }

  private static UnorderedList list(List<Change> changes) {
    UnorderedList list = new UnorderedList();
    list.addClassName("changes");
    changes.stream()
        .limit(LISTED)
        .forEach(
            one ->
                list.add(
                    new ListItem(
                        String.join(
                                " ",
                                one.section(),
                                one.role(),
                                one.what() + ":",
                                one.before(),
                                "→",
                                one.after())
                            .strip()
                            .replaceAll(" +", " "))));
    if (changes.size() > LISTED) {
      list.add(new ListItem("and %d more".formatted(changes.size() - LISTED)));
    }
    return list;
  }

  private static Button small(String text, Runnable pressed) {
    Button button = new Button(text, event -> pressed.run());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }
}
