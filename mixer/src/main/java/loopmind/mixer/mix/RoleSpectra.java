package loopmind.mixer.mix;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.BiquadShape;

/**
 * The spectrum that each role has in a song at the level of its fader, by octave: the mean of its
 * loops, each as long as it sounds.
 */
final class RoleSpectra {

  /** Octaves from {@value SpectralProfile#LOWEST_HZ} Hz up, three bands of a profile each. */
  static final int OCTAVES = SpectralProfile.BANDS / 3;

  /** The weighting of ITU-R BS.1770 at the centres of the octaves. */
  private static final double[] K_WEIGHT_DB = {-5.9, -2.0, -0.5, 0, 0.2, 1.1, 2.9, 3.7, 4};

  private final Map<Role, double[]> powers = new EnumMap<>(Role.class);
  private final Map<Role, Double> bars = new EnumMap<>(Role.class);
  private final double songBars;

  RoleSpectra(Song song) {
    songBars = song.bars().count();
    for (Section section : song.sections()) {
      for (Layer layer : section.layers()) {
        if (!layer.isOneShot()) {
          SpectralProfile profile = song.loop(layer.loop()).profile();
          add(layer.role(), section.bars().count(), octaves(profile));
        }
      }
    }
  }

  private void add(Role role, double length, double[] octaves) {
    double[] power = powers.computeIfAbsent(role, any -> new double[OCTAVES]);
    for (int octave = 0; octave < OCTAVES; octave++) {
      power[octave] += length * octaves[octave];
    }
    bars.merge(role, length, Double::sum);
  }

  /** Power of each octave of a profile. */
  static double[] octaves(SpectralProfile profile) {
    double[] octaves = new double[OCTAVES];
    List<Double> bands = profile.levelsDb();
    for (int band = 0; band < OCTAVES * 3; band++) {
      octaves[band / 3] += Math.pow(10, bands.get(band) / 10);
    }
    return octaves;
  }

  /** The roles that sound. */
  Set<Role> roles() {
    return powers.keySet();
  }

  /** Level of each octave while the role sounds, dB; empty where it never does. */
  Optional<double[]> levelsDb(Role role) {
    double[] power = powers.get(role);
    Double length = bars.get(role);
    if (power == null || length == null) {
      return Optional.empty();
    }
    double fader = RoleSound.of(role).faderDb();
    return Optional.of(
        Arrays.stream(power).map(p -> fader + 10 * Math.log10(p / length + 1e-9)).toArray());
  }

  /** Power of each octave of all roles together, over the whole song. */
  double[] together() {
    double[] sum = new double[OCTAVES];
    for (Role role : powers.keySet()) {
      double share = Math.min(1, bars.getOrDefault(role, 0.0) / songBars);
      double[] levels = levelsDb(role).orElseThrow();
      for (int octave = 0; octave < OCTAVES; octave++) {
        sum[octave] += share * Math.pow(10, levels[octave] / 10);
      }
    }
    return sum;
  }

  /**
   * By how much filters change the loudness of a role, dB; 0 for one that never sounds.
   *
   * @param shapes one after the other
   */
  double loudnessChangeDb(Role role, List<BiquadShape> shapes, SampleRate rate) {
    double[] power = powers.get(role);
    if (power == null) {
      return 0;
    }
    double before = 0;
    double after = 0;
    for (int octave = 0; octave < OCTAVES; octave++) {
      double gain = 1;
      for (BiquadShape shape : shapes) {
        gain *= shape.gainAt(centreHz(octave), rate);
      }
      double heard = power[octave] * Math.pow(10, K_WEIGHT_DB[octave] / 10);
      before += heard;
      after += heard * gain * gain;
    }
    return after <= 0 ? 0 : 10 * Math.log10(after / before);
  }

  static double centreHz(int octave) {
    return SpectralProfile.centreHz(3 * octave + 1);
  }
}
