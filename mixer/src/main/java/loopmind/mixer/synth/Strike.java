package loopmind.mixer.synth;

import static java.lang.StrictMath.pow;

import java.util.SplittableRandom;

/**
 * One blow on an instrument.
 *
 * @param pitch in semitones; 69 is the A of 440 Hz. Unpitched instruments take it as a detuning
 *     around 60
 * @param from pitch that the note slides away from; the same as {@code pitch} where it does not
 * @param seconds from striking to letting go; more than 0
 * @param velocity how hard, above 0 to 1
 * @param hz frames a second of the sound wanted
 * @param seed of everything random about it
 */
record Strike(double pitch, double from, double seconds, double velocity, int hz, long seed) {

  Strike {
    if (!(seconds > 0) || !(velocity > 0 && velocity <= 1)) {
      throw new IllegalArgumentException(
          "A note of %s s struck with %s cannot sound; it needs a length and a force up to 1."
              .formatted(seconds, velocity));
    }
  }

  static double frequency(double pitch) {
    return 440 * pow(2, (pitch - 69) / 12);
  }

  double frequency() {
    return frequency(pitch);
  }

  /** How many times as fast an unpitched instrument sounds. */
  double detune() {
    return pow(2, (pitch - 60) / 12);
  }

  int frames(double length) {
    return (int) (length * hz);
  }

  SplittableRandom chance() {
    return new SplittableRandom(seed);
  }
}
