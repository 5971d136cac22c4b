package loopmind.mixer.synth;

/** A sine made of sums and products alone, so that every machine gives the same bits, and fast. */
final class Wave {

  private Wave() {}

  /**
   * The sine of a phase in turns: a Taylor series about the nearest zero, within 3e-8.
   *
   * @param turns any finite phase; 0.25 gives 1
   */
  static double sine(double turns) {
    double half = turns + turns;
    double nearest = Math.rint(half);
    double x = (half - nearest) * Math.PI;
    double s = x * x;
    double y =
        x
            * (1
                + s
                    * (-1.0 / 6
                        + s
                            * (1.0 / 120
                                + s
                                    * (-1.0 / 5040
                                        + s * (1.0 / 362_880 + s * (-1.0 / 39_916_800))))));
    return ((long) nearest & 1) == 0 ? y : -y;
  }
}
