package loopmind.arranger.loop;

import java.util.Optional;

/**
 * The key a loop is heard in.
 *
 * @param key the likeliest key
 * @param confidence probability that {@code key} is right, 0 to 1
 * @param second the next likeliest key, where there is one
 */
public record KeyFact(MusicalKey key, double confidence, Optional<MusicalKey> second) {

  public KeyFact {
    Facts.share("confidence of a key", confidence);
  }
}
