package loopmind.mixer.master;

import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.Seconds;

/**
 * What a master has to become.
 *
 * @param loudness integrated
 * @param truePeak highest that is allowed
 * @param treatment what is done besides loudness
 * @param spectrum that every treatment but {@link Treatment#LEVEL_ONLY} leans to
 * @param lookAhead of the limiter
 */
public record MasterGoal(
    Lufs loudness,
    Decibels truePeak,
    Treatment treatment,
    SpectralProfile spectrum,
    Seconds lookAhead) {

  public static final Decibels USUAL_TRUE_PEAK = new Decibels(-1);
  public static final Seconds USUAL_LOOK_AHEAD = Seconds.ofMillis(3);

  /** What is done besides loudness. */
  public enum Treatment {
    /** Nothing. */
    LEVEL_ONLY,
    /** A bus compressor, a gentle correction of the spectrum and a little more compression. */
    POLISHED,
    /** All of that, through a tape machine. */
    TAPE
  }

  public MasterGoal withLookAhead(Seconds other) {
    return new MasterGoal(loudness, truePeak, treatment, spectrum, other);
  }

  public MasterGoal withTruePeak(Decibels other) {
    return new MasterGoal(loudness, other, treatment, spectrum, lookAhead);
  }
}
