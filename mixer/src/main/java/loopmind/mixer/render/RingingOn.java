package loopmind.mixer.render;

import java.util.List;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/**
 * The transition by which what sounded last rings on in a hall: the hall opens over the passage and
 * is shut at the border; what is in it rings on. Bass stays out of it, and so do drums where there
 * is anything else. Holds the state of one segment; fed in order.
 */
final class RingingOn {

  private static final double SEND = 0.3;
  private static final Seconds SHUT = Seconds.ofMillis(4);

  private final Passage passage;
  private final TailReverb hall;
  private final long shut;

  RingingOn(Passage passage, SampleRate rate) {
    this.passage = passage;
    hall = new TailReverb(rate);
    shut = rate.framesIn(SHUT);
  }

  /** Adds the hall of what sounds from frame {@code from} on to {@code out}. */
  void add(long from, int count, List<PartPlayer> players, List<float[][]> sounds, float[][] out) {
    float[][] sent = new float[2][count];
    boolean others = players.stream().anyMatch(player -> !isGround(player.part().role()));
    for (int p = 0; p < players.size(); p++) {
      Role role = players.get(p).part().role();
      if (others ? !isGround(role) : role != Role.BASS || players.size() == 1) {
        SegmentPlayer.add(sounds.get(p), 1, sent, count);
      }
    }
    for (int i = 0; i < count; i++) {
      double send = SEND * open(from + i);
      hall.next(send * sent[0][i], send * sent[1][i], out, i);
    }
  }

  private static boolean isGround(Role role) {
    return role == Role.DRUMS || role == Role.BASS;
  }

  private double open(long frame) {
    if (frame < passage.start() || frame >= passage.border()) {
      return 0;
    }
    return passage.progress(frame) * Math.min(1, (passage.border() - frame) / (double) shut);
  }
}
