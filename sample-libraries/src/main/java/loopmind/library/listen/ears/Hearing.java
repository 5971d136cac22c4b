package loopmind.library.listen.ears;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Role;

/**
 * What the ears make of one sound, by its sound alone.
 *
 * @param roles a probability for every role; they sum to 1
 * @param instruments a probability for every instrument word of the model, most likely first; they
 *     sum to 1
 * @param kinds probabilities of {@link LoopKind#LOOP}, {@link LoopKind#ONESHOT} and {@link
 *     LoopKind#FX}; evidence to be weighed with the rhythm, not a verdict; they sum to 1
 * @param embedding unit length; sounds that are alike lie close
 */
public record Hearing(
    Map<Role, Double> roles,
    Map<String, Double> instruments,
    Map<LoopKind, Double> kinds,
    Embedding embedding) {

  public Hearing {
    for (Map<?, Double> chances : List.of(roles, instruments, kinds)) {
      double sum = 0;
      for (double chance : chances.values()) {
        sum += chance;
      }
      if (Math.abs(sum - 1) > 1e-6) {
        throw new IllegalArgumentException(
            "Probabilities of a hearing sum to 1, but these sum to %s.".formatted(sum));
      }
    }
    roles = Collections.unmodifiableMap(new EnumMap<>(roles));
    instruments = Collections.unmodifiableMap(new LinkedHashMap<>(instruments));
    kinds = Collections.unmodifiableMap(new EnumMap<>(kinds));
  }

  /** The likeliest role. */
  public Role role() {
    return likeliest(roles);
  }

  public double roleConfidence() {
    return roles.getOrDefault(role(), 0.0);
  }

  /** The likeliest instrument, a lower-case word such as "kick" or "piano". */
  public String instrument() {
    return likeliest(instruments);
  }

  public double instrumentConfidence() {
    return instruments.getOrDefault(instrument(), 0.0);
  }

  /** The likeliest kind. */
  public LoopKind kind() {
    return likeliest(kinds);
  }

  private static <K> K likeliest(Map<K, Double> chances) {
    return Collections.max(chances.entrySet(), Map.Entry.comparingByValue()).getKey();
  }
}
