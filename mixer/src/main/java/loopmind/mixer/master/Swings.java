package loopmind.mixer.master;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import loopmind.arranger.units.Lufs;
import loopmind.mixer.measure.Hands;
import loopmind.mixer.measure.IntersamplePeaks;
import loopmind.mixer.measure.LoudnessMeter;

/**
 * How far a mix swings at and between its frames, kept so that every run of the limiter can use it:
 * the swings scale with the gain. The largest of all channels.
 */
final class Swings implements AutoCloseable {

  private final Reel mix;
  private final BooleanSupplier cancelled;
  private final Hands hands;
  private final Reel reel;
  private Sketch sketch;
  private Lufs loudness = Lufs.SILENCE;

  Swings(Reel mix, BooleanSupplier cancelled, Hands hands) {
    this.hands = hands;
    this.mix = mix;
    this.cancelled = cancelled;
    reel = new Reel(mix.rate(), 1, mix.frames());
    sketch = new Sketch(mix);
  }

  /** Follows the mix as it is now; gives its loudness. */
  Lufs follow() {
    sketch = new Sketch(mix);
    LoudnessMeter meter = new LoudnessMeter(mix.rate(), mix.channels());
    IntersamplePeaks[] followers = new IntersamplePeaks[mix.channels()];
    Arrays.setAll(followers, c -> new IntersamplePeaks());
    float[][] block = new float[mix.channels()][Blocks.FRAMES];
    float[][] largest = new float[1][Blocks.FRAMES];
    float[][] each = new float[mix.channels()][Blocks.FRAMES];
    int late = IntersamplePeaks.LATENCY;
    for (long at = 0; at < mix.frames() + late; at += Blocks.FRAMES) {
      Blocks.stopIf(cancelled);
      int count = (int) Math.min(Blocks.FRAMES, mix.frames() + late - at);
      int there = Blocks.readPadded(mix, at, block, count);
      meter.add(block, 0, there);
      sketch.hear(block, there);
      hands.each(block.length, c -> followers[c].follow(block[c], 0, count, each[c], 0));
      Arrays.fill(largest[0], 0, count, 0);
      for (float[] one : each) {
        for (int i = 0; i < count; i++) {
          largest[0][i] = Math.max(largest[0][i], one[i]);
        }
      }
      keep(at - late, largest, count);
    }
    loudness = meter.integrated();
    return loudness;
  }

  /** Keeps the swings from frame {@code at} on; what lies before the first frame is left out. */
  private void keep(long at, float[][] largest, int count) {
    int early = (int) Math.max(0, Math.min(count, -at));
    for (int i = early; i < count; i++) {
      sketch.swing(at + i, largest[0][i]);
    }
    System.arraycopy(largest[0], early, largest[0], 0, count - early);
    reel.write(at + early, largest, count - early);
  }

  /** Loudness of the mix when it was followed last. */
  Lufs loudness() {
    return loudness;
  }

  /** The mix in outline when it was followed last. */
  Sketch sketch() {
    return sketch;
  }

  Reel reel() {
    return reel;
  }

  @Override
  public void close() {
    reel.close();
  }
}
