package loopmind.library.search;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.library.index.IndexFacts;

/** How well a loop's key goes with another. */
final class KeyFit {

  /** Shifted further, a sound is no longer itself. */
  private static final int FURTHEST_SEMITONES = 3;

  /** No key is better than a shift of two semitones, and worse than one of one. */
  private static final double NEUTRAL = 0.6;

  private KeyFit() {}

  /** Empty where it does not fit. */
  static Optional<Evidence> of(Loop loop, MusicalKey wanted) {
    if (loop.key().isEmpty()) {
      return Optional.of(Evidence.of(NEUTRAL, "has no key, so it fits any"));
    }
    return of(loop.key().get().key(), wanted);
  }

  private static Optional<Evidence> of(MusicalKey own, MusicalKey wanted) {
    if (own.equals(wanted)) {
      return Optional.of(Evidence.of(1, "same key (%s)".formatted(own.text())));
    }
    if (own.equals(wanted.relative())) {
      return Optional.of(Evidence.of(0.95, "relative key (%s)".formatted(own.text())));
    }
    int shift = own.shiftTo(wanted);
    if (own.mixesWith(wanted)) {
      return Optional.of(
          Evidence.of(
              0.75, "%s, next to %s on the Camelot wheel".formatted(own.text(), wanted.text())));
    }
    if (Math.abs(shift) > FURTHEST_SEMITONES) {
      return Optional.empty();
    }
    return Optional.of(
        Evidence.of(
            0.8 - 0.15 * Math.abs(shift),
            "%s, shifted %s %d semitone%s"
                .formatted(
                    own.text(),
                    shift > 0 ? "up" : "down",
                    Math.abs(shift),
                    Math.abs(shift) == 1 ? "" : "s")));
  }

  /** The keys of loops that fit, by their numbers. */
  static Set<Integer> fitting(MusicalKey wanted) {
    Set<Integer> fitting = new TreeSet<>();
    for (Mode mode : Mode.values()) {
      for (int tonic = 0; tonic < 12; tonic++) {
        MusicalKey own = new MusicalKey(tonic, mode);
        if (of(own, wanted).isPresent()) {
          fitting.add(IndexFacts.number(own));
        }
      }
    }
    return fitting;
  }
}
