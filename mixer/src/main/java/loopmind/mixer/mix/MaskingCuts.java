package loopmind.mixer.mix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.ToneBand;

/**
 * Where a role gives way to a more important one that sounds with it: in each octave in which the
 * other has its strength and both are about as loud, a broad cut of at most {@value #MOST_DB} dB,
 * at most {@value #MOST_CUTS} a role.
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

  /** A cut of one octave. */
  record Cut(double centreHz, double db) {}

  private final Song song;
  private final RoleSpectra spectra;

  MaskingCuts(Song song, RoleSpectra spectra) {
    this.song = song;
    this.spectra = spectra;
  }

  /** The cuts of a role as filters, the deepest first. */
  List<ToneBand> bands(Role role) {
    return cuts(role).stream()
        .map(cut -> new ToneBand(ToneBand.Shape.PEAK, cut.centreHz(), WIDTH_Q, -cut.db()))
        .toList();
  }

  /** The cuts of a role, the deepest first; empty where nothing more important sounds with it. */
  List<Cut> cuts(Role role) {
    Optional<double[]> mine = spectra.levelsDb(role);
    if (mine.isEmpty()) {
      return List.of();
    }
    List<Cut> cuts = new ArrayList<>();
    for (int octave = 0; octave < RoleSpectra.OCTAVES; octave++) {
      double db = 0;
      for (Role other : spectra.roles()) {
        if (givesWay(role, other)) {
          db = Math.max(db, cut(mine.get(), spectra.levelsDb(other).orElseThrow(), octave));
        }
      }
      db = Math.min(db, role == Role.BASS ? MOST_BASS_DB : MOST_DB);
      if (db >= LEAST_DB) {
        cuts.add(new Cut(RoleSpectra.centreHz(octave), db));
      }
    }
    cuts.sort(Comparator.comparingDouble(Cut::db).reversed());
    return List.copyOf(cuts.subList(0, Math.min(MOST_CUTS, cuts.size())));
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
