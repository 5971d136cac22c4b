package loopmind.tools;

import loopmind.arranger.song.Song;

/** Settles how the roles of a whole song are balanced, when it is composed or mixed anew. */
@FunctionalInterface
public interface Balancing {

  /** Leaves the balance as it is. */
  Balancing NONE = song -> song;

  /** The same song with a plan of its mix. */
  Song balanced(Song song);
}
