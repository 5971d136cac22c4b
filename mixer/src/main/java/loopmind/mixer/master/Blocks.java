package loopmind.mixer.master;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** How the steps of mastering go through a reel. */
final class Blocks {

  static final int FRAMES = 8192;

  /** What is done with {@code count} frames that were read from frame {@code at}. */
  interface Work {
    void on(long at, int count);
  }

  private Blocks() {}

  /** Reads all of {@code reel} into {@code block}, one stretch after the other. */
  static void each(Reel reel, float[][] block, BooleanSupplier cancelled, Work work) {
    for (long at = 0; at < reel.frames(); at += FRAMES) {
      stopIf(cancelled);
      int count = (int) Math.min(FRAMES, reel.frames() - at);
      reel.read(at, block, count);
      work.on(at, count);
    }
  }

  /**
   * Reads as if silence followed the reel.
   *
   * @return how many frames were there
   */
  static int readPadded(Reel reel, long at, float[][] block, int count) {
    int there = (int) Math.max(0, Math.min(count, reel.frames() - at));
    reel.read(Math.min(at, reel.frames()), block, there);
    for (float[] channel : block) {
      Arrays.fill(channel, there, count, 0);
    }
    return there;
  }

  static void stopIf(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("The master was cancelled.");
    }
  }
}
