package loopmind.ui.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Progress for a person, on standard error: a bar on a terminal, elsewhere a plain line every few
 * seconds. Results never go through here.
 */
final class Say {

  private static final long QUIET_NANOS = 3_000_000_000L, TERMINAL_NANOS = 80_000_000L;
  private static final int BAR = 28;

  private final PrintStream out;
  private final boolean terminal;
  private long last = System.nanoTime();
  private boolean barShown;

  Say(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static Say toStandardError() {
    return new Say(System.err, System.console() != null && System.console().isTerminal());
  }

  /** A sentence on its own line. */
  synchronized void line(String sentence) {
    clear();
    out.println(sentence);
    out.flush();
  }

  /**
   * How far one step is; shown now and then.
   *
   * @param step what is done, a few words
   * @param share 0 to 1
   */
  synchronized void progress(String step, double share) {
    long now = System.nanoTime();
    if (now - last < (terminal ? TERMINAL_NANOS : QUIET_NANOS)) {
      return;
    }
    last = now;
    int percent = (int) Math.clamp(share * 100, 0, 100);
    if (terminal) {
      int full = percent * BAR / 100;
      out.printf(
          Locale.ROOT,
          "\r%-24s %s%s %3d %%",
          step,
          "█".repeat(full),
          "░".repeat(BAR - full),
          percent);
      barShown = true;
    } else {
      out.printf(Locale.ROOT, "%s: %d %%%n", step, percent);
    }
    out.flush();
  }

  private void clear() {
    if (barShown) {
      out.print("\r" + " ".repeat(24 + BAR + 8) + "\r");
      barShown = false;
    }
  }

  /** Takes a bar that is shown away. */
  synchronized void done() {
    clear();
    out.flush();
  }
}
