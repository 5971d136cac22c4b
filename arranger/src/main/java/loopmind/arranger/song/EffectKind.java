package loopmind.arranger.song;

import java.util.Locale;
import java.util.Optional;

/** What is done to the sound of a layer or of a whole section. The words are those of the tools. */
public enum EffectKind {
  /** A low-pass that opens from the first to the last bar of the section. */
  LOWPASS_SWEEP,
  /** A high-pass that closes from the first to the last bar of the section. */
  HIGHPASS_SWEEP,
  /** More of the hall. */
  REVERB,
  /** An echo in time with the song. */
  DELAY,
  /** The last bar slows down and falls to a stop. */
  TAPE_STOP,
  /** The last bar is chopped and repeated, ever shorter. */
  STUTTER,
  /** Turned down by every kick. */
  SIDECHAIN,
  /** Driven into soft clipping. */
  SATURATION,
  /** Spread to the sides. */
  WIDEN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people read it: without the underscore. */
  public String spoken() {
    return word().replace('_', ' ');
  }

  /** The kind of that {@link #word}; empty for any other word. */
  public static Optional<EffectKind> named(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (EffectKind kind : values()) {
      if (kind.word().equals(plain)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
