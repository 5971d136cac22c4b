package loopmind.mixer.render;

import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Effects;

/**
 * The layers of one role in a section to which the same is done while they sound.
 *
 * @param role of its layers
 * @param clips what sounds
 * @param effects those that move with time; all others are in the turns and the sends
 * @param hallDb sent to the hall
 * @param echoDb sent to the echo
 * @param duckDb by how much a kick turns it down
 */
record Part(
    Role role, List<Clip> clips, Effects effects, double hallDb, double echoDb, double duckDb) {

  Part {
    clips = List.copyOf(clips);
  }

  Part withClips(List<Clip> others) {
    return new Part(role, others, effects, hallDb, echoDb, duckDb);
  }

  /** With what sounds in {@code other}, to which the same is done. */
  Part joined(Part other) {
    List<Clip> all = new ArrayList<>(clips);
    all.addAll(other.clips);
    return withClips(all);
  }
}
