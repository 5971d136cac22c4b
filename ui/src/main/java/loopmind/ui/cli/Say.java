package loopmind.ui.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * Progress for a person, on standard error: a bar on a terminal, elsewhere a plain line every few
 * seconds. Results never go through here.
 */
final class Say {

  private static final long QUIET_NANOS = 3_000_000_000L, TERMINAL_NANOS = 80_000_000L;
  private static final int BAR = 28, STEP = 24, PERCENT = 7, USUAL_WIDTH = 80;

  /** Shorter bars say nothing. */
  private static final int SHORTEST_BAR = 6;

  private final PrintStream out;
  private final boolean terminal;
  private final IntSupplier width;
  private long last = System.nanoTime();
  private int shown;

  Say(PrintStream out, boolean terminal) {
    this(out, terminal, () -> USUAL_WIDTH);
  }

  /**
   * @param width of the terminal, in characters
   */
  Say(PrintStream out, boolean terminal, IntSupplier width) {
    this.out = out;
    this.terminal = terminal;
    this.width = width;
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
      String line = bar(step, percent);
      out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
      shown = line.length();
    } else {
      out.printf(Locale.ROOT, "%s: %d %%%n", step, percent);
    }
    out.flush();
  }

  /** As much as fits into a line: what is done, a bar, the share. */
  private String bar(String step, int percent) {
    int room = width.getAsInt() - 1;
    String share = String.format(Locale.ROOT, "%3d %%", percent);
    int length = Math.min(BAR, room - STEP - PERCENT);
    if (length < SHORTEST_BAR) {
      int kept = Math.max(0, Math.min(step.length(), room - PERCENT));
      return step.substring(0, kept) + " " + share;
    }
    int full = percent * length / 100;
    return String.format(
        Locale.ROOT,
        "%-" + STEP + "s %s%s %s",
        step,
        "█".repeat(full),
        "░".repeat(length - full),
        share);
  }

  private void clear() {
    if (shown > 0) {
      out.print("\r" + " ".repeat(shown) + "\r");
      shown = 0;
    }
  }

  /** Takes a bar that is shown away. */
  synchronized void done() {
    clear();
    out.flush();
  }
}
