package loopmind.assistant.runtime;

import java.util.regex.Pattern;

/**
 * What a language model may write, in the notation of llama.cpp (GBNF): rules {@code name ::= …},
 * one of them {@code root}.
 *
 * @param gbnf the rules; empty where anything may be written
 */
public record Grammar(String gbnf) {

  private static final Pattern ROOT = Pattern.compile("(?m)^root(\\s*::=)");

  /** Anything may be written. */
  public static final Grammar FREE = new Grammar("");

  /** One word alone may be written. */
  public static final Grammar ONE_WORD = new Grammar("root ::= \"yes\"\n");

  /** What a model writes under {@link #withCanary} and would not write of its own accord. */
  static final String CANARY = "zqzqzq";

  public Grammar {
    if (!gbnf.isEmpty() && !ROOT.matcher(gbnf).find()) {
      throw new IllegalArgumentException("A grammar needs a rule called root, but this has none.");
    }
  }

  /** Whether anything may be written. */
  public boolean isFree() {
    return gbnf.isEmpty();
  }

  /**
   * The same rules behind a root that allows one odd word first. llama.cpp drops a grammar with any
   * mistake in any rule without a word; then the odd word does not come.
   */
  Grammar withCanary() {
    String renamed = ROOT.matcher(gbnf).replaceFirst("checked-root$1");
    String canary = "root ::= \"" + CANARY + "\" | \"" + CANARY + CANARY + "\" checked-root\n";
    return new Grammar(canary + renamed);
  }
}
