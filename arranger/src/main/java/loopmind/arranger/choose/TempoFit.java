package loopmind.arranger.choose;

import java.util.Locale;
import loopmind.arranger.loop.TempoFact;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;

/**
 * A loop's tempo brought to the song's: read as it is, at half or at double, whichever needs the
 * smallest change of speed. A loop at 70 BPM plays as it is in a song at 140: its beat is two of
 * the song's.
 *
 * @param speed how fast the loop plays; 2.0 halves its length
 * @param octave song beats for each beat of the loop: 0.5, 1 or 2
 * @param cycle beats of the song that one repetition fills
 */
record TempoFit(double speed, double octave, Beats cycle) {

  /** Beyond this change of speed a loop is used only where nothing closer is there. */
  static final double MOST_STRETCH = 0.25;

  private static final double[] OCTAVES = {1, 2, 0.5};

  /** How many octaves of speed an octave reading costs, so that a plain reading wins near ties. */
  private static final double OCTAVE_COST = 0.06;

  static TempoFit of(TempoFact tempo, Bpm song) {
    TempoFit best = at(tempo, song, 1);
    for (double octave : OCTAVES) {
      TempoFit other = at(tempo, song, octave);
      if (other.cost() < best.cost()) {
        best = other;
      }
    }
    return best;
  }

  /**
   * The reading that fills {@code cycle} beats, unless that needs a far change of speed and another
   * a smaller one.
   */
  static TempoFit keeping(TempoFact tempo, Bpm song, Beats cycle) {
    TempoFit kept = at(tempo, song, cycle.value() / tempo.length().value());
    TempoFit best = of(tempo, song);
    return kept.isFar() && best.cost() < kept.cost() ? best : kept;
  }

  private static TempoFit at(TempoFact tempo, Bpm song, double octave) {
    return new TempoFit(
        song.value() / (tempo.bpm().value() * octave), octave, tempo.length().times(octave));
  }

  private double cost() {
    return Math.abs(Math.log(speed) / Math.log(2)) + (octave == 1 ? 0 : OCTAVE_COST);
  }

  /** 1 for no change, 0.5 at about 12 %, near 0 beyond {@link #MOST_STRETCH}. */
  double score() {
    double change = Math.abs(Math.log(speed) / Math.log(2)) / 0.17;
    return Math.exp(-change * change * Math.log(2)) * (octave == 1 ? 1 : 0.95);
  }

  boolean isFar() {
    return isFar(speed);
  }

  static boolean isFar(double speed) {
    return speed > 1 + MOST_STRETCH || speed < 1 / (1 + MOST_STRETCH);
  }

  String reason() {
    String reading =
        octave == 1 ? "" : octave == 2 ? ", read at double time" : ", read at half time";
    double percent = (speed - 1) * 100;
    if (Math.abs(percent) < 0.05) {
      return "same tempo" + reading;
    }
    return String.format(
        Locale.ROOT,
        "%.1f %% %s than recorded%s",
        Math.abs(percent),
        percent > 0 ? "faster" : "slower",
        reading);
  }
}
