package loopmind.assistant.runtime;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Drops what one thread prints while it does one thing, for libraries that print where programs
 * read. What other threads print meanwhile passes.
 */
final class Hushed {

  private Hushed() {}

  /** Runs {@code action}; nothing that it prints in this thread is seen. */
  static void run(Runnable action) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    Thread hushed = Thread.currentThread();
    System.setOut(without(hushed, out));
    System.setErr(without(hushed, err));
    try {
      action.run();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static PrintStream without(Thread hushed, PrintStream target) {
    OutputStream passing =
        new OutputStream() {
          @Override
          public void write(int octet) {
            if (Thread.currentThread() != hushed) {
              target.write(octet);
            }
          }

          @Override
          public void write(byte[] octets, int from, int length) {
            if (Thread.currentThread() != hushed) {
              target.write(octets, from, length);
            }
          }

          @Override
          public void flush() {
            target.flush();
          }
        };
    Charset charset = target.charset();
    return new PrintStream(passing, true, charset);
  }
}
