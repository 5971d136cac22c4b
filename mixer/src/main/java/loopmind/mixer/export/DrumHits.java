package loopmind.mixer.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.TempoFact;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * Which drum sounds at each onset of a loop, as a key of General MIDI percussion, as far as its
 * facts and its sound tell.
 *
 * <p>A loop of one known instrument has that one. In a loop of several the bands decide, each held
 * against the strongest hit of the loop in that band: lows below {@value #LOW_TOP_HZ} Hz are a
 * kick, middles from {@value #MIDDLE_HZ} to {@value #HIGH_HZ} Hz a snare, what has neither a closed
 * hat; in percussion these are a conga, a bongo and a shaker. A guess at the pattern, and no
 * transcription: toms, claps and rims of a full loop come out as the nearest of the three.
 */
final class DrumHits {

  static final int KICK = 36, RIM = 37, SNARE = 38, CLAP = 39, TOM = 45, HAT = 42, OPEN_HAT = 46;
  static final int CRASH = 49, RIDE = 51, TAMBOURINE = 54, COWBELL = 56, BONGO = 60, CONGA = 64;
  static final int SHAKER = 70, CLAVES = 75, TRIANGLE = 81;
  private static final double LOW_BOTTOM_HZ = 35, LOW_TOP_HZ = 130;
  private static final double MIDDLE_HZ = 700, HIGH_HZ = 5_000, TOP_HZ = 16_000;
  private static final double NEAR_STRONGEST = 0.2, LOW_SHARE = 0.3, MIDDLE_TO_HIGH = 0.25;
  private static final double WINDOW_S = 0.04;
  private static final int SOFTEST = 30, LOUDEST = 120;

  /**
   * One hit.
   *
   * @param share of the loop's turn at which it falls, 0 to below 1
   * @param key of General MIDI percussion
   * @param velocity 1 to 127
   */
  record Hit(double share, int key, int velocity) {}

  /** What the bands stand for. */
  private record Kit(int low, int middle, int high) {
    static final Kit STICKS = new Kit(KICK, SNARE, HAT), HANDS = new Kit(CONGA, BONGO, SHAKER);
  }

  private record Bands(double low, double middle, double high) {}

  private DrumHits() {}

  /** The hits of one turn of the loop, in order; a one-shot has one, at its start. */
  static List<Hit> of(Loop loop, Role role, LoopFiles files) {
    OptionalInt only = keyOf(loop.instrument());
    Kit kit = role == Role.PERCUSSION ? Kit.HANDS : Kit.STICKS;
    if (loop.tempo().isEmpty()) {
      return List.of(new Hit(0, only.orElse(kit.high()), LOUDEST));
    }
    List<Hit> hits = new ArrayList<>();
    AudioBuffer sound = files.read(loop);
    List<Bands> bands = bands(loop, sound);
    Bands strongest = strongest(bands);
    for (int i = 0; i < bands.size(); i++) {
      Optional<Double> share = share(loop.onsets().get(i).value(), loop.tempo().get());
      if (share.isPresent()) {
        int velocity = velocity(bands.get(i), strongest);
        List<Integer> keys =
            only.isPresent() ? List.of(only.getAsInt()) : keys(kit, bands.get(i), strongest);
        keys.forEach(key -> hits.add(new Hit(share.get(), key, velocity)));
      }
    }
    hits.sort(Comparator.comparingDouble(Hit::share).thenComparingInt(Hit::key));
    return hits;
  }

  /** A turn begins on the downbeat; what lies before it is its end, what comes after it a tail. */
  private static Optional<Double> share(double onset, TempoFact tempo) {
    double body = tempo.bpm().lengthOf(tempo.length()).value();
    double from = onset - tempo.downbeat().value();
    double share = (from < -1e-6 ? from + body : Math.max(0, from)) / body;
    return share < 1 ? Optional.of(share) : Optional.empty();
  }

  private static List<Bands> bands(Loop loop, AudioBuffer sound) {
    float[] mono = sound.mono();
    int window = Integer.highestOneBit((int) (WINDOW_S * sound.rate().hz()));
    Fft fft = new Fft(window);
    double[] weights = Windows.hann(2 * window); // its falling half: a hit is loudest at its start
    double[] part = new double[window];
    double[] real = new double[fft.bins()];
    double[] imaginary = new double[fft.bins()];
    List<Bands> bands = new ArrayList<>();
    for (int i = 0; i < loop.onsets().size(); i++) {
      int at = (int) Math.round(loop.onsets().get(i).value() * sound.rate().hz());
      for (int k = 0; k < window; k++) {
        part[k] = at + k < mono.length ? mono[at + k] * weights[window + k] : 0;
      }
      fft.forward(part, real, imaginary);
      double binHz = (double) sound.rate().hz() / window;
      bands.add(
          new Bands(
              energy(real, imaginary, LOW_BOTTOM_HZ / binHz, LOW_TOP_HZ / binHz),
              energy(real, imaginary, MIDDLE_HZ / binHz, HIGH_HZ / binHz),
              energy(real, imaginary, HIGH_HZ / binHz, TOP_HZ / binHz)));
    }
    return bands;
  }

  private static double energy(double[] real, double[] imaginary, double from, double to) {
    double sum = 1e-12;
    for (int bin = (int) Math.ceil(from); bin <= Math.min(to, real.length - 1); bin++) {
      sum += real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
    }
    return sum;
  }

  private static Bands strongest(List<Bands> bands) {
    return new Bands(
        bands.stream().mapToDouble(Bands::low).max().orElse(1),
        bands.stream().mapToDouble(Bands::middle).max().orElse(1),
        bands.stream().mapToDouble(Bands::high).max().orElse(1));
  }

  private static List<Integer> keys(Kit kit, Bands hit, Bands strongest) {
    double all = hit.low() + hit.middle() + hit.high();
    List<Integer> keys = new ArrayList<>();
    if (hit.low() > NEAR_STRONGEST * strongest.low() && hit.low() > LOW_SHARE * all) {
      keys.add(kit.low());
    }
    if (hit.middle() > NEAR_STRONGEST * strongest.middle()
        && hit.middle() > MIDDLE_TO_HIGH * hit.high()
        && hit.middle() > LOW_SHARE / 3 * all) {
      keys.add(kit.middle());
    }
    return keys.isEmpty() ? List.of(kit.high()) : keys;
  }

  /** By level, over a range of 40 dB. */
  private static int velocity(Bands hit, Bands strongest) {
    double most = strongest.low() + strongest.middle() + strongest.high();
    double db = 10 * Math.log10((hit.low() + hit.middle() + hit.high()) / most);
    return (int) Math.round(Math.clamp(LOUDEST + db * 90 / 40, SOFTEST, LOUDEST));
  }

  /** The key of an instrument that is known by its word; empty for a kit and for other words. */
  static OptionalInt keyOf(String instrument) {
    String word = instrument.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return switch (word) {
      case "kick", "kickdrum" -> OptionalInt.of(KICK);
      case "snare", "snaredrum" -> OptionalInt.of(SNARE);
      case "rim", "rimshot" -> OptionalInt.of(RIM);
      case "clap", "claps" -> OptionalInt.of(CLAP);
      case "hat", "hats", "hihat", "closedhat" -> OptionalInt.of(HAT);
      case "openhat" -> OptionalInt.of(OPEN_HAT);
      case "tom", "toms" -> OptionalInt.of(TOM);
      case "crash", "cymbal", "impact" -> OptionalInt.of(CRASH);
      case "ride" -> OptionalInt.of(RIDE);
      case "tambourine" -> OptionalInt.of(TAMBOURINE);
      case "cowbell" -> OptionalInt.of(COWBELL);
      case "bongo", "bongos" -> OptionalInt.of(BONGO);
      case "conga", "congas" -> OptionalInt.of(CONGA);
      case "shaker", "maracas" -> OptionalInt.of(SHAKER);
      case "clave", "claves", "woodblock" -> OptionalInt.of(CLAVES);
      case "triangle" -> OptionalInt.of(TRIANGLE);
      default -> OptionalInt.empty();
    };
  }
}
