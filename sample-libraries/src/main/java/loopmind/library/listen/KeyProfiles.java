package loopmind.library.listen;

/**
 * How well a histogram of pitch classes fits each key: its correlation with the probe-tone profiles
 * of C. L. Krumhansl, <i>Cognitive Foundations of Musical Pitch</i>, 1990.
 */
final class KeyProfiles {

  private static final double[] MAJOR = {
    6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88
  };
  private static final double[] MINOR = {
    6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17
  };

  private KeyProfiles() {}

  /** Twelve major keys from C, then twelve minor ones, −1 to 1. */
  static double[] correlations(double[] shares) {
    double[] fits = new double[24];
    for (int tonic = 0; tonic < 12; tonic++) {
      fits[tonic] = correlation(shares, MAJOR, tonic);
      fits[12 + tonic] = correlation(shares, MINOR, tonic);
    }
    return fits;
  }

  private static double correlation(double[] shares, double[] profile, int tonic) {
    double meanShare = 0;
    double meanProfile = 0;
    for (int i = 0; i < 12; i++) {
      meanShare += shares[i] / 12;
      meanProfile += profile[i] / 12;
    }
    double both = 0;
    double own = 0;
    double its = 0;
    for (int i = 0; i < 12; i++) {
      double share = shares[(i + tonic) % 12] - meanShare;
      double weight = profile[i] - meanProfile;
      both += share * weight;
      own += share * share;
      its += weight * weight;
    }
    return both / Math.sqrt(own * its + 1e-12);
  }
}
