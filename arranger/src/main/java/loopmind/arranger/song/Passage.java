package loopmind.arranger.song;

import java.util.List;

/** Sections of a song, as people point at them. */
public sealed interface Passage permits SectionReference, Stretch {

  /** The whole song. */
  Passage WHOLE = SectionReference.SONG;

  /** The sections meant, in playing order; empty where the song has none of them. */
  List<SectionId> find(Song song);

  /**
   * The sections meant, in playing order; at least one.
   *
   * @throws EditRefused where the song has none of them, saying what it has
   */
  List<SectionId> in(Song song);
}
