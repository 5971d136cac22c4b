package loopmind.arranger.song;

import java.util.Locale;
import java.util.Optional;

/** How a song is mixed. The words are those of the tool contract. */
public enum MixMode {
  /** Levels and pans only. */
  RAW,
  /** The whole chain: balance, masking cuts, ducking, compression, space. */
  POLISHED,
  /** The whole chain, through a tape machine. */
  TAPE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode of that {@link #word}; empty for any other word. */
  public static Optional<MixMode> named(String word) {
    for (MixMode mode : values()) {
      if (mode.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
