package loopmind.library.search;

import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.SpectralProfile;

/** How alike two loops sound. */
final class SoundFit {

  /** Profiles this far apart, as a mean over third octaves, have nothing in common. */
  private static final double UNLIKE_DB = 24;

  /** Quieter bands than this say little about how something sounds. */
  private static final double HEARD_DB = -50;

  private SoundFit() {}

  static Evidence of(Loop loop, Loop like) {
    boolean embedded = loop.embedding().dimensions() > 0 && like.embedding().dimensions() > 0;
    double alike =
        embedded
            ? (1 + loop.embedding().cosine(like.embedding())) / 2
            : spectrum(loop.profile(), like.profile());
    String reason = embedded ? "sounds %d %% alike" : "its spectrum is %d %% alike";
    return Evidence.of(alike, reason.formatted(Math.round(alike * 100)));
  }

  private static double spectrum(SpectralProfile one, SpectralProfile other) {
    double sum = 0;
    for (int band = 0; band < SpectralProfile.BANDS; band++) {
      double a = Math.max(HEARD_DB, one.levelsDb().get(band));
      double b = Math.max(HEARD_DB, other.levelsDb().get(band));
      sum += Math.abs(a - b);
    }
    return Math.max(0, 1 - sum / SpectralProfile.BANDS / UNLIKE_DB);
  }
}
