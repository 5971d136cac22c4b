package loopmind.arranger.song;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The effects on one layer or section, each with its strength.
 *
 * @param strengths by kind: {@value #WEAKEST} as usual, up to {@value #STRONGEST}
 */
public record Effects(Map<EffectKind, Integer> strengths) {

  public static final int WEAKEST = 1, STRONGEST = 3;

  public static final Effects NONE = new Effects(Map.of());

  public Effects {
    Map<EffectKind, Integer> ordered = new EnumMap<>(EffectKind.class);
    ordered.putAll(strengths);
    ordered.forEach(
        (kind, strength) -> {
          if (strength < WEAKEST || strength > STRONGEST) {
            throw new IllegalArgumentException(
                "The strength of %s goes from %d to %d, but was given %d."
                    .formatted(kind.word(), WEAKEST, STRONGEST, strength));
          }
        });
    strengths = Collections.unmodifiableMap(ordered);
  }

  public boolean isEmpty() {
    return strengths.isEmpty();
  }

  public boolean has(EffectKind kind) {
    return strengths.containsKey(kind);
  }

  /** The strength of an effect; empty where it is not there. */
  public Optional<Integer> strength(EffectKind kind) {
    return Optional.ofNullable(strengths.get(kind));
  }

  /** With one more effect, or one that is there already a step stronger. */
  public Effects plus(EffectKind kind) {
    Map<EffectKind, Integer> more = copy();
    more.merge(kind, WEAKEST, (now, one) -> Math.min(STRONGEST, now + one));
    return new Effects(more);
  }

  public Effects minus(EffectKind kind) {
    Map<EffectKind, Integer> fewer = copy();
    fewer.remove(kind);
    return new Effects(fewer);
  }

  private Map<EffectKind, Integer> copy() {
    Map<EffectKind, Integer> copy = new EnumMap<>(EffectKind.class);
    copy.putAll(strengths);
    return copy;
  }
}
