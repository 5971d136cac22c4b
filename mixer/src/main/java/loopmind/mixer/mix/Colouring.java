package loopmind.mixer.mix;

import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.song.MixColour;
import loopmind.arranger.song.ToneBand;
import loopmind.arranger.units.SampleRate;

/**
 * What a {@link MixColour} does to the sound, for each 1 of an axis; below 0 the opposite.
 *
 * <ul>
 *   <li>warmth: {@value #WARM_LOW_DB} dB below {@value #WARM_LOW_HZ} Hz and {@value #WARM_HIGH_DB}
 *       dB above {@value #WARM_HIGH_HZ} Hz, on everything but the bass, whose lows are there
 *       already;
 *   <li>brightness: {@value #BRIGHT_DB} dB above {@value #BRIGHT_HZ} Hz, on everything but the
 *       bass;
 *   <li>punch: the hits of drums and percussion stand out of what rings between them by up to
 *       {@value Punch#STEP_DB} dB, drums are {@value #PUNCH_FADER_DB} dB louder, and a kick turns
 *       the others down by {@value #PUNCH_DUCK_DB} dB more;
 *   <li>weight: {@value #WEIGHT_DB} dB below {@value #WEIGHT_HZ} Hz, on drums and bass;
 *   <li>width: the difference of the sides is {@value #WIDTH_STEP} times stronger, and layers are
 *       panned further out by that share;
 *   <li>clarity: {@value #CLEAR_DB} dB around {@value #CLEAR_HZ} Hz, on everything but the bass,
 *       and {@value #CLEAR_HALL_DB} dB sent to the hall.
 * </ul>
 *
 * The master leans the spectrum that it corrects towards by the same filters, so that it does not
 * take back what was asked for. A raw mix has no colour.
 */
public final class Colouring {

  static final double WARM_LOW_HZ = 300,
      WARM_LOW_DB = 1.5,
      WARM_HIGH_HZ = 5000,
      WARM_HIGH_DB = -1.5;
  static final double BRIGHT_HZ = 7000, BRIGHT_DB = 2;
  static final double PUNCH_FADER_DB = 0.7, PUNCH_DUCK_DB = 1;
  static final double WEIGHT_HZ = 110, WEIGHT_DB = 2;
  static final double WIDTH_STEP = 0.25;
  static final double CLEAR_HZ = 320, CLEAR_DB = -1.8, CLEAR_HALL_DB = -1.5;
  private static final double SHELF_Q = 0.7, CLEAR_Q = 0.9;

  private Colouring() {}

  /** The filters of one role. */
  static List<ToneBand> bands(Role role, MixColour colour) {
    List<ToneBand> bands = new ArrayList<>();
    if (role == Role.BASS || role == Role.DRUMS) {
      add(bands, ToneBand.Shape.LOW_SHELF, WEIGHT_HZ, SHELF_Q, WEIGHT_DB * colour.weight());
    }
    if (role != Role.BASS) {
      bands.addAll(aboveTheBass(colour));
    }
    return bands;
  }

  private static List<ToneBand> aboveTheBass(MixColour colour) {
    List<ToneBand> bands = new ArrayList<>();
    double warmth = colour.warmth();
    add(bands, ToneBand.Shape.LOW_SHELF, WARM_LOW_HZ, SHELF_Q, WARM_LOW_DB * warmth);
    add(bands, ToneBand.Shape.HIGH_SHELF, WARM_HIGH_HZ, SHELF_Q, WARM_HIGH_DB * warmth);
    add(bands, ToneBand.Shape.HIGH_SHELF, BRIGHT_HZ, SHELF_Q, BRIGHT_DB * colour.brightness());
    add(bands, ToneBand.Shape.PEAK, CLEAR_HZ, CLEAR_Q, CLEAR_DB * colour.clarity());
    return bands;
  }

  private static void add(
      List<ToneBand> bands, ToneBand.Shape shape, double hz, double q, double db) {
    if (db != 0) {
      bands.add(new ToneBand(shape, hz, q, db));
    }
  }

  /** What is added to the fader of a role, dB. */
  static double faderDb(Role role, MixColour colour) {
    return role.isPercussive() ? PUNCH_FADER_DB * colour.punch() : 0;
  }

  /** What is added to each send to the hall, dB. */
  static double hallDb(MixColour colour) {
    return CLEAR_HALL_DB * colour.clarity();
  }

  /** By how much a kick turns a role down, dB, where it usually does so by {@code usualDb}. */
  static double duckDb(double usualDb, MixColour colour) {
    return usualDb == 0 ? 0 : Math.max(0, usualDb + PUNCH_DUCK_DB * colour.punch());
  }

  /** Factor of the difference of the sides, and of every pan. */
  static double width(MixColour colour) {
    return 1 + WIDTH_STEP * colour.width();
  }

  /** The spectrum of a style as the colour would have it. */
  public static SpectralProfile leaned(SpectralProfile usual, MixColour colour) {
    List<ToneBand> bands = new ArrayList<>(bands(Role.DRUMS, colour));
    List<Double> levels = new ArrayList<>();
    for (int band = 0; band < SpectralProfile.BANDS; band++) {
      double hz = SpectralProfile.centreHz(band);
      levels.add(usual.levelsDb().get(band) + ToneFilters.gainDb(bands, hz, SampleRate.STUDIO));
    }
    return new SpectralProfile(levels);
  }
}
