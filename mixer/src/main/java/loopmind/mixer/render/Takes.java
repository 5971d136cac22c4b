package loopmind.mixer.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.master.Reel;

/**
 * What was played: the mix of a stretch of the song, and its stems where they are wanted. Segments
 * are added one after the other in play order, so that each frame is summed in the same order.
 */
final class Takes implements AutoCloseable {

  private static final int BLOCK = 32_768;

  private final long start;
  private final long end;
  private final Reel mix;
  private final SortedMap<Role, Reel> stems = new TreeMap<>();
  private final float[][] there = new float[2][BLOCK];

  /**
   * @param start first frame of the song that is kept
   * @param end frame after the last
   */
  Takes(SampleRate rate, long start, long end, Set<Role> roles, boolean withStems) {
    this.start = start;
    this.end = end;
    mix = new Reel(rate, 2, end - start);
    if (withStems) {
      roles.forEach(role -> stems.put(role, Reel.onDisk(rate, 2, end - start)));
    }
  }

  long startFrame() {
    return start;
  }

  long endFrame() {
    return end;
  }

  Reel mix() {
    return mix;
  }

  SortedMap<Role, Reel> stems() {
    return stems;
  }

  /**
   * Adds to the mix what begins at frame {@code at} of the song; what lies outside the stretch is
   * passed over.
   */
  void add(long at, float[][] sound, int count) {
    add(mix, at, sound, count);
  }

  /** Adds to the stem of a role, where stems are kept. */
  void add(Role role, long at, float[][] sound, int count) {
    Reel reel = stems.get(role);
    if (reel != null) {
      add(reel, at, sound, count);
    }
  }

  private void add(Reel reel, long at, float[][] sound, int count) {
    int from = (int) Math.clamp(start - at, 0, count);
    int to = (int) Math.clamp(end - at, 0, count);
    for (int done = from; done < to; done += BLOCK) {
      int part = Math.min(BLOCK, to - done);
      long place = at + done - start;
      reel.read(place, there, part);
      for (int c = 0; c < 2; c++) {
        for (int i = 0; i < part; i++) {
          there[c][i] += sound[c][done + i];
        }
      }
      reel.write(place, there, part);
    }
  }

  /**
   * Fades the edges of the song, as far as they lie in the stretch.
   *
   * @param songFrames length of the song
   * @param in frames from its first
   * @param out frames up to its last
   */
  void fadeEdges(long songFrames, long in, long out) {
    for (Reel reel : reels()) {
      fade(reel, 0, in, songFrames, in, out);
      fade(reel, songFrames - out, songFrames, songFrames, in, out);
    }
  }

  private Collection<Reel> reels() {
    List<Reel> all = new ArrayList<>(stems.values());
    all.add(mix);
    return all;
  }

  private void fade(Reel reel, long from, long to, long songFrames, long in, long out) {
    for (long at = Math.max(from, start); at < Math.min(to, end); at += BLOCK) {
      int part = (int) Math.min(BLOCK, Math.min(to, end) - at);
      reel.read(at - start, there, part);
      for (int i = 0; i < part; i++) {
        double risen = Math.min(1, (at + i + 1) / (double) in);
        double left = Math.min(1, (songFrames - at - i) / (double) out);
        float gain = (float) (risen * (0.5 - 0.5 * Math.cos(Math.PI * left)));
        there[0][i] *= gain;
        there[1][i] *= gain;
      }
      reel.write(at - start, there, part);
    }
  }

  @Override
  public void close() {
    mix.close();
    stems.values().forEach(Reel::close);
  }
}
