package loopmind.mixer.measure;

/**
 * Cuts a sound that comes in blocks into overlapping windows of the mean of its channels. The last
 * window ends before the last frame: what is left over is not shown.
 */
final class SlidingWindow {

  /** Sees one window: {@code size} samples from {@code samples[from]}. */
  interface Viewer {
    void see(float[] samples, int from);
  }

  private static final int ROOM = 8192;

  private final int size;
  private final int hop;
  private final Viewer viewer;
  private final float[] samples;
  private int start;
  private int end;

  SlidingWindow(int size, int hop, Viewer viewer) {
    this.size = size;
    this.hop = hop;
    this.viewer = viewer;
    samples = new float[size + ROOM];
  }

  void add(float[][] block, int from, int count) {
    for (int done = 0; done < count; ) {
      if (end == samples.length) {
        System.arraycopy(samples, start, samples, 0, end - start);
        end -= start;
        start = 0;
      }
      int part = Math.min(count - done, samples.length - end);
      mix(block, from + done, part);
      end += part;
      done += part;
      while (end - start >= size) {
        viewer.see(samples, start);
        start += hop;
      }
    }
  }

  private void mix(float[][] block, int from, int count) {
    float share = 1f / block.length;
    for (int i = 0; i < count; i++) {
      samples[end + i] = block[0][from + i] * share;
    }
    for (int c = 1; c < block.length; c++) {
      for (int i = 0; i < count; i++) {
        samples[end + i] += block[c][from + i] * share;
      }
    }
  }
}
