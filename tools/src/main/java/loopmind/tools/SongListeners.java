package loopmind.tools;

import java.lang.System.Logger;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who want to hear of changes of the song. */
final class SongListeners {

  private static final Logger LOG = System.getLogger(SongDesk.class.getName());

  private final List<Consumer<SongChanged>> all = new CopyOnWriteArrayList<>();

  /**
   * @return to be run when it should be called no more
   */
  Runnable add(Consumer<SongChanged> listener) {
    all.add(listener);
    return () -> all.remove(listener);
  }

  /** Tells all; one that throws keeps it from nobody else. */
  void tell(SongChanged change) {
    for (Consumer<SongChanged> listener : all) {
      try {
        listener.accept(change);
      } catch (RuntimeException failed) {
        LOG.log(Logger.Level.WARNING, "A listener of the song failed; the song is saved.", failed);
      }
    }
  }
}
