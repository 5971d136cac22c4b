package loopmind.arranger.song;

import java.util.Locale;
import java.util.Optional;

/** How one section leads into the next. The words are those of the tool contract. */
public enum TransitionKind {
  /** Noise and a tone that rise until the next section starts. */
  RISER,
  /** The drums are chopped and rolled at the end. */
  FILL,
  /** A filter closes the lows, and opens where the next section starts. */
  SWEEP,
  /** What sounded last rings on in a hall. */
  REVERB_TAIL,
  /** Everything slows down and falls, as when a tape machine is switched off. */
  TAPE_STOP,
  /** The drums are chopped ever shorter and higher, over a riser. */
  BUILDUP,
  /** The drums stop for the last beat. */
  CUT,
  /** One section fades into the other. */
  CROSSFADE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people read it: without the underscore. */
  public String spoken() {
    return word().replace('_', ' ');
  }

  /** Whether it is made of the drums before the border, and so not heard without them. */
  public boolean needsDrums() {
    return this == FILL || this == CUT || this == BUILDUP;
  }

  /** The kind of that {@link #word}; empty for any other word. */
  public static Optional<TransitionKind> named(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (TransitionKind kind : values()) {
      if (kind.word().equals(plain)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
