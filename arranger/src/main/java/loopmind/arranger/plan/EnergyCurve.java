package loopmind.arranger.plan;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import loopmind.arranger.song.SectionKind;

/**
 * The energy of every section: the network's expectation, moved by the moods asked for and held to
 * what makes a song lift: every peak is above all that is no peak, later peaks are not below
 * earlier ones, and the song starts and ends low.
 */
final class EnergyCurve {

  private static final double LOWEST = 0.05, GAP = 0.08, PEAK = 0.8, GROWTH = 0.03, ENDS = 0.45;
  private static final double MOOD = 0.1;

  private static final Set<String> CALM =
      Set.of(
          "calm",
          "chill",
          "mellow",
          "sad",
          "dreamy",
          "peaceful",
          "soft",
          "sleepy",
          "relaxed",
          "ethereal",
          "melancholic",
          "gentle",
          "ambient",
          "floating",
          "intimate",
          "smooth");
  private static final Set<String> HARD =
      Set.of(
          "hard",
          "aggressive",
          "energetic",
          "heavy",
          "hype",
          "angry",
          "epic",
          "euphoric",
          "fast",
          "driving",
          "party",
          "banging",
          "intense",
          "powerful",
          "menacing",
          "industrial");

  private EnergyCurve() {}

  static double[] of(Form form, List<Expectation> expected, List<String> moods) {
    double shift = MOOD * (words(moods, HARD) - words(moods, CALM));
    double[] energy = new double[form.sections().size()];
    int peaks = 0;
    double loudest = 1;
    for (int i = 0; i < energy.length; i++) {
      energy[i] = expected.get(i).energy() + Math.clamp(shift, -2 * MOOD, 2 * MOOD);
      if (form.kind(i).isPeak()) {
        energy[i] = Math.min(1, Math.max(energy[i], PEAK + shift) + GROWTH * peaks++);
        loudest = Math.min(loudest, energy[i]);
      }
    }
    double ceiling = peaks > 0 ? loudest - GAP : 1;
    double first = peaks > 0 ? loudest : LOWEST;
    for (int i = 0; i < energy.length; i++) {
      energy[i] = held(form.kind(i), energy[i], ceiling, first);
      first = form.kind(i).isPeak() ? energy[i] : first;
    }
    return energy;
  }

  /** By how much moods raise or lower the energy of a section. */
  static double shift(List<String> moods) {
    double shift = MOOD * (words(moods, HARD) - words(moods, CALM));
    return Math.clamp(shift, -2 * MOOD, 2 * MOOD);
  }

  private static double held(SectionKind kind, double energy, double ceiling, double peakBefore) {
    double most =
        switch (kind) {
          case HOOK, DROP -> 1;
          case INTRO, OUTRO, BREAKDOWN -> Math.min(ENDS, ceiling);
          default -> ceiling;
        };
    double least = kind.isPeak() ? peakBefore : LOWEST;
    double value = Math.clamp(energy, Math.min(least, most), most);
    return Math.rint(value * 100) / 100;
  }

  private static int words(List<String> moods, Set<String> of) {
    return (int)
        moods.stream().filter(mood -> of.contains(mood.strip().toLowerCase(Locale.ROOT))).count();
  }
}
