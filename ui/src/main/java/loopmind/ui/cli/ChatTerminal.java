package loopmind.ui.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import loopmind.arranger.song.Song;
import loopmind.mixer.render.Rendering;
import loopmind.ui.Home;
import loopmind.ui.MixListener;
import loopmind.ui.SongTalk;
import loopmind.ui.TalkTurn;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A chat with a person at a terminal: lines are edited and remembered, Ctrl-C stops the work. */
final class ChatTerminal implements AutoCloseable {

  private static final String PROMPT = "♪ ";
  private static final int UNKNOWN_WIDTH = 80;

  private final Home home;
  private final Brake brake;
  private final Terminal terminal;
  private final LineReader reader;
  private final ChatText text = new ChatText();
  private final Say say;

  ChatTerminal(Home home, Brake brake) {
    this.home = home;
    this.brake = brake;
    try {
      terminal = TerminalBuilder.builder().name("loopmind").system(true).build();
    } catch (IOException failed) {
      throw new UncheckedIOException("The terminal could not be opened.", failed);
    }
    terminal.handle(Terminal.Signal.INT, signal -> brake.pull());
    // quotes and backslashes are letters like any other here
    DefaultParser parser = new DefaultParser();
    parser.setQuoteChars(new char[0]);
    parser.setEscapeChars(new char[0]);
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("loopmind")
            .parser(parser)
            .completer(new StringsCompleter(SlashCommands.NAMES))
            .variable(LineReader.HISTORY_FILE, home.chatHistory())
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    say = new Say(System.err, true, this::width);
  }

  /** Progress, above the line that is typed. */
  Say progress() {
    return say;
  }

  private int width() {
    return terminal.getWidth() > 0 ? terminal.getWidth() : UNKNOWN_WIDTH;
  }

  /** Says from another thread how the mix came out; what is being typed stays below it. */
  MixListener mixes() {
    return new MixListener() {
      @Override
      public void mixed(Rendering made) {
        reader.printAbove(ChatText.mixed(made));
      }

      @Override
      public void failed(RuntimeException why) {
        reader.printAbove(ChatText.wrapped("  no mix: " + Failure.sentence(why, home), width()));
      }
    };
  }

  /** Talks until the person has enough. */
  void run(SongTalk talk, SlashCommands commands) {
    greet(talk);
    Optional<String> line = read();
    while (line.isPresent()) {
      if (!line.get().isBlank() && !turn(talk, commands, line.get().strip())) {
        break;
      }
      line = read();
    }
    finish(talk);
  }

  private void greet(SongTalk talk) {
    Optional<Song> song = talk.desk().current();
    show(
        song.isPresent()
            ? "Talking to %s. /help lists the commands.".formatted(talk.file())
            : "Say what to make, such as \"dark trap at 140, about two minutes\". /help lists the commands.");
    song.ifPresent(one -> terminal.writer().print(text.drawnAnew(one, width())));
    talk.asked().ifPresent(this::show);
  }

  /** A line; empty at the end. Ctrl-C gives up the line, not the program. */
  private Optional<String> read() {
    while (true) {
      try {
        return Optional.of(reader.readLine(PROMPT));
      } catch (UserInterruptException interrupted) {
        if (interrupted.getPartialLine().isEmpty()) {
          show("Ctrl-D or /quit ends the chat.");
        }
      } catch (EndOfFileException end) {
        return Optional.empty();
      }
    }
  }

  /** Whether the chat goes on. */
  private boolean turn(SongTalk talk, SlashCommands commands, String line) {
    brake.release();
    try {
      if (!SlashCommands.isOne(line)) {
        show(talk.say(line), talk, commands);
        return true;
      }
      SlashCommands.Outcome outcome = commands.run(line);
      say.done();
      outcome.turn().ifPresent(turn -> show(turn, talk, commands));
      if (!outcome.text().isEmpty()) {
        show(outcome.text().stripTrailing());
      }
      return !outcome.quit();
    } catch (RuntimeException e) {
      say.done();
      show(Failure.sentence(e, home));
      return true;
    }
  }

  private void show(TalkTurn turn, SongTalk talk, SlashCommands commands) {
    say.done();
    commands.heard(turn);
    terminal.writer().print(text.of(turn, talk.desk().current(), width()));
    terminal.flush();
  }

  private void show(String sentence) {
    terminal.writer().println(ChatText.wrapped(sentence, width()));
    terminal.flush();
  }

  private void finish(SongTalk talk) {
    if (!talk.owesMix()) {
      return;
    }
    brake.release();
    show("The song is saved. Its mix is being finished; Ctrl-C leaves without it.");
    try {
      Rendering made = talk.mixNow();
      say.done();
      show(ChatText.mixed(made));
    } catch (CancellationException left) {
      say.done();
      show("Left without the mix; \"loopmind render %s\" makes it.".formatted(talk.file()));
    } catch (RuntimeException e) {
      say.done();
      show(Failure.sentence(e, home));
    }
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException failed) {
      throw new UncheckedIOException("The terminal could not be closed.", failed);
    }
  }
}
