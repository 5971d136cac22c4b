package loopmind.mixer.measure;

import java.util.function.IntConsumer;

/** Who does several things that do not touch each other: one after the other, or side by side. */
public interface Hands {

  /** Does {@code work} for 0 to {@code items} − 1, and waits until all of it is done. */
  void each(int items, IntConsumer work);

  /** The caller's own. */
  Hands ONE =
      (items, work) -> {
        for (int i = 0; i < items; i++) {
          work.accept(i);
        }
      };
}
