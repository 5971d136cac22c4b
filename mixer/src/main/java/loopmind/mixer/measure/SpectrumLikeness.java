package loopmind.mixer.measure;

import loopmind.arranger.loop.SpectralProfile;

/**
 * How alike two mean spectra are, whatever their levels: 1 less the mean difference of their third
 * octaves from 63 Hz to 12.5 kHz over {@value #UNLIKE_DB} dB, once both have the same mean.
 */
public final class SpectrumLikeness {

  /** The band of a {@link SpectralProfile} at 63 Hz. */
  public static final int FIRST_BAND = 3;

  /** The band at 12.5 kHz. */
  public static final int LAST_BAND = 26;

  private static final double UNLIKE_DB = 12;

  private SpectrumLikeness() {}

  /** 1 for the same spectrum; 0 and below for quite others. */
  public static double of(SpectralProfile one, SpectralProfile other) {
    double sum = 0;
    double[] differences = differences(one, other);
    for (double difference : differences) {
      sum += Math.abs(difference);
    }
    return 1 - sum / differences.length / UNLIKE_DB;
  }

  /**
   * What {@code one} lacks of {@code other} in each band from {@link #FIRST_BAND} to {@link
   * #LAST_BAND}, dB; together 0.
   */
  public static double[] differences(SpectralProfile one, SpectralProfile other) {
    double[] differences = new double[LAST_BAND - FIRST_BAND + 1];
    double mean = 0;
    for (int i = 0; i < differences.length; i++) {
      int band = FIRST_BAND + i;
      differences[i] = other.levelsDb().get(band) - one.levelsDb().get(band);
      mean += differences[i] / differences.length;
    }
    for (int i = 0; i < differences.length; i++) {
      differences[i] -= mean;
    }
    return differences;
  }
}
