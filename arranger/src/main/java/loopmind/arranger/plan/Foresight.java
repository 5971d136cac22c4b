package loopmind.arranger.plan;

/**
 * What the network expects of the next section: natural logarithms of probabilities, rounded to
 * {@link #STEP} so that processors which add up in another order still choose alike.
 *
 * @param labels one a {@link Label}, then the end of the song
 * @param bars for every label, one a class of {@link OutlineFeatures#barsClass}
 * @param roles for every label, the probability (not its logarithm) that a role plays, in the order
 *     of {@link loopmind.arranger.loop.Role}
 * @param energy for every label, one a tenth of the energy of a song
 */
record Foresight(double[] labels, double[][] bars, double[][] roles, double[][] energy) {

  static final double STEP = 1e-3;

  static double rounded(double value) {
    return Math.rint(value / STEP) * STEP;
  }
}
