package loopmind.ui.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C: long work is asked to stop, and gets some seconds to leave nothing half-written. */
final class Stop implements Stopping, AutoCloseable {

  private static final long PATIENCE_S = 8;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean asked;

  Stop() {
    hook = new Thread(this::ask, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void ask() {
    asked = true;
    try {
      if (!finished.await(PATIENCE_S, TimeUnit.SECONDS)) {
        System.err.println(
            "loopmind: stopped while something was still at work; it will be done anew.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean asked() {
    return asked;
  }

  @Override
  public void close() {
    finished.countDown();
    if (!asked) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
