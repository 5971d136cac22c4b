package loopmind.mixer.mix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.BiquadShape;

/**
 * Where a role gives way to a more important one that sounds with it: in each octave in which the
 * other has its strength and both are about as loud, a broad cut of at most {@value #MOST_DB} dB,
 * at most {@value #MOST_CUTS} a role. Worked out from the spectra of the loops at the levels of
 * their faders.
 */
final class MaskingCuts {

  static final double MOST_DB = 4;
  static final int MOST_CUTS = 3;

  /** A bass that was cut where the kick sits would lose its ground note. */
  private static final double MOST_BASS_DB = 2;

  private static final double STRENGTH_DB = 9;
  private static final double NEAR_DB = 6;
  private static final double LEAST_DB = 0.75;
  private static final double WIDTH_Q = 1.4;
  private static final int OCTAVES = SpectralProfile.BANDS / 3;

  /** A cut of one octave. */
  record Cut(double centreHz, double db) {}

  private final Map<Role, double[]> spectra = new EnumMap<>(Role.class);
  private final Song song;

  MaskingCuts(Song song) {
    this.song = song;
    Map<Role, double[]> powers = new EnumMap<>(Role.class);
    for (Section section : song.sections()) {
      for (Layer layer : section.layers()) {
        double[] power = powers.computeIfAbsent(layer.role(), role -> new double[OCTAVES + 1]);
        add(layer, section.bars().count(), power);
      }
    }
    powers.forEach((role, power) -> spectra.put(role, levels(role, power)));
  }

  private void add(Layer layer, double weight, double[] power) {
    if (layer.isOneShot()) {
      return;
    }
    List<Double> bands = song.loop(layer.loop()).profile().levelsDb();
    for (int band = 0; band < OCTAVES * 3; band++) {
      power[band / 3] += weight * Math.pow(10, bands.get(band) / 10);
    }
    power[OCTAVES] += weight;
  }

  private static double[] levels(Role role, double[] power) {
    double[] levels = new double[OCTAVES];
    Arrays.setAll(
        levels,
        octave ->
            RoleSound.of(role).faderDb()
                + 10 * Math.log10(power[octave] / Math.max(1e-9, power[OCTAVES]) + 1e-9));
    return levels;
  }

  /** The cuts of a role as filters, the deepest first. */
  List<BiquadShape> shapes(Role role, SampleRate rate) {
    return cuts(role).stream()
        .map(cut -> BiquadShape.peaking(cut.centreHz(), WIDTH_Q, new Decibels(-cut.db()), rate))
        .toList();
  }

  /** The cuts of a role, the deepest first; empty where nothing more important sounds with it. */
  List<Cut> cuts(Role role) {
    double[] mine = spectra.get(role);
    List<Cut> cuts = new ArrayList<>();
    if (mine == null) {
      return cuts;
    }
    for (int octave = 0; octave < OCTAVES; octave++) {
      double db = 0;
      for (Map.Entry<Role, double[]> other : spectra.entrySet()) {
        if (givesWay(role, other.getKey())) {
          db = Math.max(db, cut(mine, other.getValue(), octave));
        }
      }
      db = Math.min(db, role == Role.BASS ? MOST_BASS_DB : MOST_DB);
      if (db >= LEAST_DB) {
        cuts.add(new Cut(SpectralProfile.centreHz(3 * octave + 1), db));
      }
    }
    cuts.sort(Comparator.comparingDouble(Cut::db).reversed());
    return cuts.size() > MOST_CUTS ? cuts.subList(0, MOST_CUTS) : cuts;
  }

  private boolean givesWay(Role role, Role other) {
    return RoleSound.of(other).rank() < RoleSound.of(role).rank()
        && song.sections().stream()
            .anyMatch(s -> !s.layersOf(role).isEmpty() && !s.layersOf(other).isEmpty());
  }

  private static double cut(double[] mine, double[] its, int octave) {
    double strongest = Arrays.stream(its).max().orElse(0);
    double above = mine[octave] - its[octave] + NEAR_DB;
    return its[octave] < strongest - STRENGTH_DB || above <= 0 ? 0 : above / 2;
  }
}
