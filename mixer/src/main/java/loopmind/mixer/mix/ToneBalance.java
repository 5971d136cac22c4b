package loopmind.mixer.mix;

import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.song.ToneBand;

/**
 * Lows and highs of a mix against the spectrum of its style, judged from the spectra of its loops
 * before anything sounds: bass and drums make up for lows, shelves on everything that is bright for
 * highs. A master may only correct what is left, by little.
 */
final class ToneBalance {

  static final double MOST_DB = 5;

  private static final double STRENGTH = 0.7;
  private static final double LOW_CORNER_HZ = 110;
  private static final double HIGH_CORNER_HZ = 5500;
  private static final double LEAST_DB = 0.5;
  private static final double BASS_SHARE = 0.7;
  private static final double OTHERS_SHARE = 0.5;
  private static final double SHELF_Q = 0.7;

  private final double lowDb;
  private final double highDb;

  ToneBalance(RoleSpectra spectra, SpectralProfile target) {
    double[] mix = spectra.together();
    double[] wanted = RoleSpectra.octaves(target);
    double middle = (error(mix, wanted, 3) + error(mix, wanted, 4) + error(mix, wanted, 5)) / 3;
    lowDb = -limited(STRENGTH * (error(mix, wanted, 1) - middle));
    double high = (error(mix, wanted, 7) + 2 * error(mix, wanted, 8)) / 3;
    highDb = -limited(STRENGTH * (high - middle));
  }

  private static double error(double[] mix, double[] wanted, int octave) {
    return 10 * Math.log10((mix[octave] + 1e-9) / (wanted[octave] + 1e-9));
  }

  private static double limited(double db) {
    return Math.max(-MOST_DB, Math.min(MOST_DB, db));
  }

  /** What is added to the fader of a role, dB. */
  double faderDb(Role role) {
    return role == Role.BASS ? BASS_SHARE * lowDb : 0;
  }

  /** The shelves of a role; empty where it is fine as it is. */
  List<ToneBand> bands(Role role) {
    List<ToneBand> bands = new ArrayList<>();
    if (role == Role.DRUMS && Math.abs(lowDb) > LEAST_DB) {
      bands.add(new ToneBand(ToneBand.Shape.LOW_SHELF, LOW_CORNER_HZ, SHELF_Q, lowDb));
    }
    double share = role.isPercussive() ? 1 : role == Role.VOCAL ? 0 : OTHERS_SHARE;
    if (role != Role.BASS && Math.abs(share * highDb) > LEAST_DB) {
      bands.add(new ToneBand(ToneBand.Shape.HIGH_SHELF, HIGH_CORNER_HZ, SHELF_Q, share * highDb));
    }
    return bands;
  }
}
