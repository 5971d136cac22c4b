package loopmind.arranger.loop;

import java.util.List;

/**
 * Where in the spectrum a loop sounds: its mean level in each third octave from {@value #LOWEST_HZ}
 * Hz up, relative to its level in all of them together.
 *
 * @param levelsDb {@value #BANDS} levels, dB; silence is {@value #FLOOR_DB}
 */
public record SpectralProfile(List<Double> levelsDb) {

  /** Third octaves with centres {@value #LOWEST_HZ} · 2^(band/3) Hz, up to 16 kHz. */
  public static final int BANDS = 28;

  public static final double LOWEST_HZ = 31.25, FLOOR_DB = -90;

  public SpectralProfile {
    levelsDb = List.copyOf(levelsDb);
    if (levelsDb.size() != BANDS) {
      throw new IllegalArgumentException(
          "A spectral profile has %d bands, but was given %d.".formatted(BANDS, levelsDb.size()));
    }
  }

  public static double centreHz(int band) {
    return LOWEST_HZ * Math.pow(2, band / 3.0);
  }

  /** Share of the energy below {@code hz}, 0 to 1. */
  public double shareBelow(double hz) {
    double below = 0;
    double all = 0;
    for (int band = 0; band < BANDS; band++) {
      double energy = Math.pow(10, levelsDb.get(band) / 10);
      all += energy;
      if (centreHz(band) < hz) {
        below += energy;
      }
    }
    return all == 0 ? 0 : below / all;
  }
}
