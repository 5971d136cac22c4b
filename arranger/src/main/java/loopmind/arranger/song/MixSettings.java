package loopmind.arranger.song;

import java.util.Optional;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Lufs;

/**
 * How the whole song is mixed and mastered.
 *
 * @param mode which chain
 * @param loudness of the master, {@value #QUIETEST_LUFS} to {@value #LOUDEST_LUFS} LUFS
 * @param colour in which the whole mix leans
 * @param plan how the roles are balanced; {@link MixPlan#NONE} where nothing is settled yet
 * @param reference mean spectrum of the track that the master follows; empty where it leans to that
 *     of its style
 */
public record MixSettings(
    MixMode mode,
    Lufs loudness,
    MixColour colour,
    MixPlan plan,
    Optional<SpectralProfile> reference) {

  public static final int QUIETEST_LUFS = -24, LOUDEST_LUFS = -6;

  public MixSettings {
    if (loudness.value() < QUIETEST_LUFS || loudness.value() > LOUDEST_LUFS) {
      throw new EditRefused(
          "The master would be at %s LUFS. Choose %d to %d LUFS.",
          loudness.value(), QUIETEST_LUFS, LOUDEST_LUFS);
    }
  }

  /** A mix without a colour, not balanced yet. */
  public MixSettings(MixMode mode, Lufs loudness) {
    this(mode, loudness, MixColour.NEUTRAL, MixPlan.NONE);
  }

  /** A mix that follows no track. */
  public MixSettings(MixMode mode, Lufs loudness, MixColour colour, MixPlan plan) {
    this(mode, loudness, colour, plan, Optional.empty());
  }

  public MixSettings with(MixMode other) {
    return new MixSettings(other, loudness, colour, plan, reference);
  }

  public MixSettings with(Lufs other) {
    return new MixSettings(mode, other, colour, plan, reference);
  }

  public MixSettings with(MixColour other) {
    return new MixSettings(mode, loudness, other, plan, reference);
  }

  public MixSettings with(MixPlan other) {
    return new MixSettings(mode, loudness, colour, other, reference);
  }

  /** The same mix, following a track of that spectrum. */
  public MixSettings following(SpectralProfile track) {
    return new MixSettings(mode, loudness, colour, plan, Optional.of(track));
  }
}
