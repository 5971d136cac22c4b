package loopmind.mixer.export;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.MixPlan;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;

/**
 * How loud a layer is in a project for other programs: all loops are brought to one loudness, then
 * to where their role usually stands, the fader that the song settled, and the gain of the layer.
 */
final class ClipLevel {

  private static final double REFERENCE_LUFS = -32, HIT_PEAK_DB = -18;
  private static final double QUIETEST_DB = -40, LOUDEST_DB = 12;

  /** Where roles usually stand above the reference, dB. */
  private static final Map<Role, Double> FADERS_DB =
      new EnumMap<>(
          Map.of(
              Role.VOCAL, 12.5,
              Role.DRUMS, 9.5,
              Role.BASS, 10.0,
              Role.MELODY, 9.5,
              Role.CHORDS, 8.5,
              Role.PAD, 7.5,
              Role.PERCUSSION, 6.0,
              Role.FX, 6.0));

  private ClipLevel() {}

  static Decibels of(Song song, Layer layer) {
    Loop loop = song.loop(layer.loop());
    boolean hit = layer.isOneShot() || loop.loudness().compareTo(Lufs.SILENCE) <= 0;
    double level =
        hit ? HIT_PEAK_DB - loop.truePeak().value() : REFERENCE_LUFS - loop.loudness().value();
    double settled =
        song.facts()
            .mix()
            .plan()
            .of(layer.role())
            .map(MixPlan.RoleMix::fader)
            .orElse(Decibels.ZERO)
            .value();
    double fader = Objects.requireNonNull(FADERS_DB.get(layer.role()));
    return new Decibels(
        Math.clamp(level, QUIETEST_DB, LOUDEST_DB) + fader + settled + layer.gain().value());
  }
}
