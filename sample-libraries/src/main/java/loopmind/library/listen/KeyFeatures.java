package loopmind.library.listen;

/**
 * What speaks for one tonic, as numbers for {@link ScoreNet}: every {@link PitchHistograms} view,
 * turned so that the tonic comes first, and how well each fits the profiles of major and minor. The
 * same weights judge all twelve tonics, so nothing can depend on the key a sound was recorded in.
 */
final class KeyFeatures {

  static final int COUNT = PitchHistograms.VIEWS * 14 + 3;

  private KeyFeatures() {}

  static float[] of(PitchHistograms histograms, double[][] correlations, int tonic) {
    float[] row = new float[COUNT];
    int at = 0;
    for (int view = 0; view < PitchHistograms.VIEWS; view++) {
      double[] shares = histograms.view(view);
      for (int i = 0; i < 12; i++) {
        row[at++] = (float) (4 * shares[(i + tonic) % 12]);
      }
      row[at++] = (float) correlations[view][tonic];
      row[at++] = (float) correlations[view][12 + tonic];
    }
    row[at++] = (float) (histograms.meanPitch() / 60);
    row[at++] = (float) (histograms.notesAtOnce() / 3);
    row[at] = (float) PitchHistograms.entropy(histograms.view(PitchHistograms.ALL));
    return row;
  }

  /** Of every view with every key. */
  static double[][] correlations(PitchHistograms histograms) {
    double[][] correlations = new double[PitchHistograms.VIEWS][];
    for (int view = 0; view < correlations.length; view++) {
      correlations[view] = KeyProfiles.correlations(histograms.view(view));
    }
    return correlations;
  }
}
