package loopmind.arranger.loop;

import java.util.Locale;

/** What sort of recording a file holds. The words are those of the command line's JSON. */
public enum LoopKind {
  /** Repeats in tempo. */
  LOOP,
  /** A single hit, note or chord. */
  ONESHOT,
  /** A riser, sweep, impact or noise bed. */
  FX,
  /** A recording of many minutes, used by its regions. */
  LONG,
  /** Sound that is none of these. */
  OTHER,
  /** A file that gives no sound. */
  UNREADABLE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
