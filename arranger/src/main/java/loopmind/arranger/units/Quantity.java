package loopmind.arranger.units;

/**
 * Checks shared by the unit types: a quantity is a finite number, so nothing above them checks
 * again.
 */
final class Quantity {

  private Quantity() {}

  static double finite(String what, double value, String unit) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "A %s needs a finite number of %s, but was given %s.".formatted(what, unit, value));
    }
    return value;
  }

  static double atLeast(String what, double value, double least, String unit) {
    finite(what, value, unit);
    if (value < least) {
      throw new IllegalArgumentException(
          "A %s needs at least %s %s, but was given %s.".formatted(what, least, unit, value));
    }
    return value;
  }
}
