package loopmind.ui.cli;

import java.util.Collection;
import java.util.List;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Turn;
import loopmind.assistant.chat.Interpreter;
import loopmind.assistant.chat.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C in a chat: ends the work, not the program. Long work asks {@link #asked}; a language model
 * is interrupted, and nothing else is, because an interrupt may hurt files that are being written.
 */
final class Brake implements Stopping {

  private volatile boolean pulled;
  private @Nullable Thread reading;

  synchronized void pull() {
    pulled = true;
    if (reading != null) {
      reading.interrupt();
    }
  }

  /** Before the next work. */
  void release() {
    pulled = false;
  }

  @Override
  public boolean asked() {
    return pulled;
  }

  private synchronized void begins() {
    reading = Thread.currentThread();
  }

  private synchronized void ends() {
    reading = null;
    Thread.interrupted(); // it came too late for the model, and is not meant for what follows
  }

  /** An interpreter whose model this brake stops. */
  Interpreter on(Interpreter interpreter) {
    return new Interpreter() {
      @Override
      public Reading read(
          SongState song, List<Turn> turns, String message, Collection<String> library) {
        begins();
        try {
          return interpreter.read(song, turns, message, library);
        } finally {
          ends();
        }
      }

      @Override
      public void ready() {
        interpreter.ready();
      }

      @Override
      public void close() {
        interpreter.close();
      }
    };
  }
}
