package loopmind.library.listen;

import java.util.Locale;

/** What a stretch of a long recording holds, in the order in which the network answers. */
enum Content {
  /** Drums and tones together, or a whole song. */
  MUSIC,
  SPEECH,
  DRUMS,
  /** Tones without drums: chords, melodies, basses, pads. */
  TONAL,
  /** Neither: wind, hiss, applause, engines, sweeps. */
  NOISE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it may have bars to be cut at. */
  boolean hasBars() {
    return this == MUSIC || this == DRUMS || this == TONAL;
  }
}
