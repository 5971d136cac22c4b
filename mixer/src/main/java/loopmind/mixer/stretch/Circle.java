package loopmind.mixer.stretch;

import loopmind.mixer.audio.AudioBuffer;

/** One turn of a loop, whose last frame is followed by its first. */
final class Circle {

  /** A cut this near to the length asked for is a rounded length, not a missing end. */
  private static final int ROUNDED_FRAMES = 64;

  private static final double FADE_SECONDS = 0.005;

  private Circle() {}

  /**
   * One turn in new arrays: what lies after {@code body} is laid over the beginning, as it sounds
   * when the loop has come round; what is missing before {@code body} is silence.
   */
  static float[][] of(AudioBuffer loop, int body) {
    int frames = loop.frames();
    int missing = body - frames;
    int turn = missing > 0 && missing <= Math.min(ROUNDED_FRAMES, frames / 100) ? frames : body;
    int fade = (int) (FADE_SECONDS * loop.rate().hz());
    float[][] circle = new float[loop.channelCount()][turn];
    for (int c = 0; c < circle.length; c++) {
      float[] from = loop.channel(c);
      for (int i = 0; i < frames; i++) {
        // an end anywhere but at the seam would click: it fades
        float gain = frames == turn ? 1 : Math.min(1f, (frames - i) / (float) fade);
        circle[c][i % turn] += i < turn && frames > turn ? from[i] : gain * from[i];
      }
    }
    return circle;
  }

  /** A copy with {@code margin} frames of the neighbouring turns on both sides. */
  static float[] unrolled(float[] circle, int margin) {
    float[] out = new float[circle.length + 2 * margin];
    for (int i = 0; i < out.length; i++) {
      out[i] = circle[Math.floorMod(i - margin, circle.length)];
    }
    return out;
  }

  /** A copy that begins at {@code start}, which may lie on any turn. */
  static float[] turned(float[] circle, int start) {
    float[] out = new float[circle.length];
    int from = Math.floorMod(start, circle.length);
    System.arraycopy(circle, from, out, 0, circle.length - from);
    System.arraycopy(circle, 0, out, circle.length - from, from);
    return out;
  }

  static float[][] plus(float[][] a, float[][] b) {
    return combined(a, b, 1);
  }

  static float[][] minus(float[][] a, float[][] b) {
    return combined(a, b, -1);
  }

  private static float[][] combined(float[][] a, float[][] b, float sign) {
    float[][] out = new float[a.length][a[0].length];
    for (int c = 0; c < out.length; c++) {
      for (int i = 0; i < out[c].length; i++) {
        out[c][i] = a[c][i] + sign * b[c][i];
      }
    }
    return out;
  }

  /** The mean of the channels. */
  static float[] mono(float[][] circle) {
    float[] mean = circle[0].clone();
    for (int c = 1; c < circle.length; c++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += circle[c][i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= circle.length;
    }
    return mean;
  }
}
