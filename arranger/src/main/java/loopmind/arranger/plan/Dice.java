package loopmind.arranger.plan;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded choice by weight: the same seed and weights always choose the same. */
final class Dice {

  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Other dice, whose throws do not depend on how often these are thrown later. */
  Dice split() {
    return new Dice(random.nextLong());
  }

  /** From 0 (included) to 1 (not included). */
  double share() {
    return random.nextDouble();
  }

  /**
   * A place in {@code weights}, each as likely as its weight is heavy.
   *
   * @param weights 0 or more each, and not all 0
   */
  int choose(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("Nothing can be chosen where every weight is 0.");
    }
    double left = random.nextDouble() * sum;
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        left -= weights[i];
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }

  /** A whole number from 0 to {@code bound} (not included). */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A seed for other dice. */
  long seed() {
    return random.nextLong();
  }

  /** One of {@code options}, all equally likely. */
  <T> T oneOf(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }
}
