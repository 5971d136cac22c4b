package loopmind.mixer.render;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.master.Reel;

/** What was played: the mix of a stretch of the song, and its stems where they are wanted. */
final class Takes implements AutoCloseable {

  private final long start;
  private final long end;
  private final Reel mix;
  private final SortedMap<Role, Reel> stems = new TreeMap<>();
  private final float[][] sum = new float[2][0];

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

  long endFrame() {
    return end;
  }

  Reel mix() {
    return mix;
  }

  SortedMap<Role, Reel> stems() {
    return stems;
  }

  /** Takes the frames from {@code at} on; what lies before the stretch is passed over. */
  void write(long at, SortedMap<Role, float[][]> chunk, int count) {
    int skip = (int) Math.clamp(start - at, 0, count);
    int kept = count - skip;
    if (kept == 0) {
      return;
    }
    for (int c = 0; c < 2; c++) {
      sum[c] = new float[kept];
    }
    for (Map.Entry<Role, float[][]> stem : chunk.entrySet()) {
      float[][] part = new float[2][kept];
      for (int c = 0; c < 2; c++) {
        System.arraycopy(stem.getValue()[c], skip, part[c], 0, kept);
        for (int i = 0; i < kept; i++) {
          sum[c][i] += part[c][i];
        }
      }
      Reel reel = stems.get(stem.getKey());
      if (reel != null) {
        reel.write(at + skip - start, part, kept);
      }
    }
    mix.write(at + skip - start, sum, kept);
  }

  @Override
  public void close() {
    mix.close();
    stems.values().forEach(Reel::close);
  }
}
