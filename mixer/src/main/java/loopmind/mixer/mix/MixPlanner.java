package loopmind.mixer.mix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.MixColour;
import loopmind.arranger.song.MixPlan;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;
import loopmind.arranger.song.ToneBand;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;

/**
 * Settles how the roles of a song are balanced: a high-pass each, cuts that make room for what is
 * more important, shelves towards the spectrum of the style, the colour that was asked for, and the
 * faders that make up for it. Worked out from the whole song, so it is kept with the song: what an
 * edit adds later is fitted to it instead of moving everything else.
 */
public final class MixPlanner {

  private static final double MOST_MAKE_UP_DB = 4;

  /** By how much lower the high-pass of a tonal role lies where there is no bass. */
  private static final double LOWEST_SHARE = 2.5;

  private MixPlanner() {}

  /**
   * The plan for all roles that sound in {@code song}, whatever plan it has now. The same song
   * gives the same plan.
   */
  public static MixPlan plan(Song song) {
    RoleSpectra spectra = new RoleSpectra(song);
    MaskingCuts cuts = new MaskingCuts(song, spectra);
    ToneBalance tone = new ToneBalance(spectra, styleOf(song).spectrum());
    MixColour colour = song.facts().mix().colour();
    Map<Role, MixPlan.RoleMix> roles = new EnumMap<>(Role.class);
    for (Role role : song.roles()) {
      // where there is no bass, chords and melodies carry the low notes
      boolean lowest = role.isTonal() && !song.roles().contains(Role.BASS);
      List<ToneBand> bands = new ArrayList<>();
      bands.add(highPass(role, lowest ? LOWEST_SHARE : 1));
      bands.addAll(cuts.bands(role));
      bands.addAll(tone.bands(role));
      // filters change what a role sounds like, not how loud it is
      double lost =
          -spectra.loudnessChangeDb(
              role, ToneFilters.shapes(bands, SampleRate.STUDIO), SampleRate.STUDIO);
      double makeUp = Math.clamp(lost, -MOST_MAKE_UP_DB, MOST_MAKE_UP_DB);
      double fader = tone.faderDb(role) + makeUp + Colouring.faderDb(role, colour);
      bands.addAll(Colouring.bands(role, colour));
      roles.put(role, new MixPlan.RoleMix(new Decibels(fader), bands));
    }
    return new MixPlan(roles);
  }

  /** What a role gets that no plan knows: its usual high-pass, and the colour of the mix. */
  static MixPlan.RoleMix usual(Role role, MixColour colour) {
    List<ToneBand> bands = new ArrayList<>();
    bands.add(highPass(role, 1));
    bands.addAll(Colouring.bands(role, colour));
    return new MixPlan.RoleMix(new Decibels(Colouring.faderDb(role, colour)), bands);
  }

  private static ToneBand highPass(Role role, double lower) {
    double hz = RoleSound.of(role).highPassHz() / lower;
    return new ToneBand(ToneBand.Shape.HIGH_PASS, hz, Math.sqrt(0.5), 0);
  }

  private static Style styleOf(Song song) {
    return Styles.known()
        .named(song.facts().style())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The style %s is not known.".formatted(song.facts().style())));
  }
}
