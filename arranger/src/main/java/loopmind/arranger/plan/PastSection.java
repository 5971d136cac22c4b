package loopmind.arranger.plan;

import java.util.Locale;

/**
 * A section that the network has behind it.
 *
 * @param label what it is
 * @param bars its length; 0 where not known
 * @param word what its source called it; empty where not known
 * @param vocal share of its bars in which somebody sings, 0 to 1; {@link #UNKNOWN} where not known
 * @param melody share of its bars in which a lead plays, 0 to 1; {@link #UNKNOWN} where not known
 */
record PastSection(Label label, int bars, String word, double vocal, double melody) {

  static final double UNKNOWN = -1;

  PastSection {
    if (bars < 0) {
      throw new IllegalArgumentException(
          "A section cannot last %d bars; 0 is for a length that is not known.".formatted(bars));
    }
  }

  /** A section of which only name and length are known, as plans write them. */
  static PastSection planned(Label label, int bars) {
    return new PastSection(label, bars, label.name().toLowerCase(Locale.ROOT), UNKNOWN, UNKNOWN);
  }
}
