package loopmind.assistant.notation;

/**
 * Something in a message that only has to be copied.
 *
 * @param kind what it is
 * @param text a name as typed, a key such as {@code F# minor}; empty for a number
 * @param number seconds or the number; 0 for a name or key
 * @param typed as it stood in the message
 * @param hint word that follows the slot in the prompt; empty for none
 */
record Slot(Kind kind, String text, double number, String typed, String hint) {

  /** Kinds of slots: their letter in a prompt, and how many of them a prompt may have. */
  enum Kind {
    NAME('l', 12),
    KEY('k', 6),
    DURATION('d', 4),
    DECADE('y', 2),
    NUMBER('n', 16);

    final char letter;
    final int most;

    Kind(char letter, int most) {
      this.letter = letter;
      this.most = most;
    }

    boolean isNumeric() {
      return this != NAME && this != KEY;
    }
  }

  static Slot name(String name, String hint) {
    return new Slot(Kind.NAME, name, 0, name, hint);
  }

  static Slot key(String key, String typed) {
    return new Slot(Kind.KEY, key, 0, typed, "");
  }

  static Slot number(Kind kind, double number, String typed) {
    return new Slot(kind, "", number, typed, "");
  }

  /** The letter that tells the size of a number to the model; empty for other kinds. */
  String size() {
    if (kind != Kind.NUMBER) {
      return "";
    }
    return number < 40 ? "a" : number <= 240 ? "b" : "c";
  }
}
