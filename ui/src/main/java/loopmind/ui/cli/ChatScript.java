package loopmind.ui.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import loopmind.ui.Home;
import loopmind.ui.SongTalk;
import loopmind.ui.TalkTurn;

/**
 * A chat without a person at a terminal: messages from the command line, or a line each from
 * standard input. The whole mix is rendered once, after the last message.
 */
final class ChatScript {

  private static final int WIDTH = 100;

  private final SongTalk talk;
  private final SlashCommands commands;
  private final ChatText text = new ChatText();
  private final Home home;
  private final Say say;
  private final boolean json;
  private final boolean render;
  private boolean failed;
  private boolean open;

  /**
   * @param render whether the mix is made at the end
   */
  ChatScript(
      SongTalk talk, SlashCommands commands, Home home, Say say, boolean json, boolean render) {
    this.talk = talk;
    this.commands = commands;
    this.home = home;
    this.say = say;
    this.json = json;
    this.render = render;
  }

  /** Says the messages one after the other; the exit status of the contract. */
  int run(List<String> messages) {
    for (int i = 0; i < messages.size(); i++) {
      TalkTurn turn = turn(messages.get(i));
      print(i == messages.size() - 1 ? mixed(turn) : turn);
    }
    return status();
  }

  /** Says each line of standard input as it comes. */
  int runStandardInput() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          print(turn(line.strip()));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("Standard input could not be read.", broken);
    }
    if (render && talk.owesMix()) {
      print(mixed(TalkTurn.said("", "The mix is rendered.", talk.file())));
    }
    return status();
  }

  private int status() {
    return failed || open ? 1 : 0;
  }

  private TalkTurn turn(String message) {
    TalkTurn turn;
    try {
      turn = SlashCommands.isOne(message) ? command(message) : talk.say(message);
    } catch (RuntimeException e) {
      turn = TalkTurn.failed(message, Failure.sentence(e, home), talk.file());
    }
    commands.heard(turn);
    failed |= turn.refusal().isPresent();
    open = turn.question().isPresent();
    return turn;
  }

  private TalkTurn command(String message) {
    SlashCommands.Outcome outcome = commands.run(message);
    return outcome
        .turn()
        .orElseGet(() -> TalkTurn.said(message, outcome.text().stripTrailing(), talk.file()));
  }

  private TalkTurn mixed(TalkTurn turn) {
    if (!render || !talk.owesMix()) {
      return talk.mix().map(made -> turn.mixed(made.mix(), 0)).orElse(turn);
    }
    try {
      return talk.mixNow(turn);
    } catch (RuntimeException e) {
      failed = true;
      say.line("loopmind: " + Failure.sentence(e, home));
      return turn;
    }
  }

  private void print(TalkTurn turn) {
    say.done();
    turn.refusal().map(ChatText::plain).ifPresent(why -> say.line("loopmind: " + why));
    if (json) {
      System.out.println(turn.json());
    } else if (turn.refusal().isEmpty()) {
      System.out.print(text.of(turn, Optional.empty(), Integer.MAX_VALUE));
      talk.desk().current().ifPresent(song -> System.out.print(text.drawnAnew(song, WIDTH)));
    }
    System.out.flush();
  }
}
