package loopmind.arranger.loop;

/** Checks shared by the facts of a loop. */
final class Facts {

  private Facts() {}

  static void share(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "The %s goes from 0 to 1, but was given %s.".formatted(what, value));
    }
  }
}
