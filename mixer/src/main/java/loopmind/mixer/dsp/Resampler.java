package loopmind.mixer.dsp;

import java.util.concurrent.ConcurrentHashMap;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;

/**
 * Reads sound at another speed, band-limited: for another sample rate, or another pitch.
 *
 * <p>A windowed sinc read at any place between samples. {@link Quality#FINE} passes everything
 * below 90.7 % of the lower of both half sample rates (20 kHz at 44.1 kHz) within 0.01 dB and holds
 * what would fold back below −110 dB; {@link Quality#QUICK} passes 80 % and holds the rest below
 * −70 dB at a third of the work. Good for speeds from {@value #SLOWEST} to {@value #FASTEST}. Has
 * no state: blocks read one after the other are the same frames as one long read. Safe to share
 * between threads.
 */
public final class Resampler {

  public static final double SLOWEST = 1.0 / 64, FASTEST = 64;

  /** How well what cannot be represented is kept out. */
  public enum Quality {
    FINE(0.907, 115),
    QUICK(0.8, 75);

    private final double passed;
    private final double stopBandDb;

    Quality(double passed, double stopBandDb) {
      this.passed = passed;
      this.stopBandDb = stopBandDb;
    }
  }

  private record Shape(double edge, Quality quality) {}

  // tables for slowing down are all the same one; for speeding up there is one a speed
  private static final int KEPT_TABLES = 64;
  private static final ConcurrentHashMap<Shape, SincTable> TABLES = new ConcurrentHashMap<>();

  private final double speed;
  private final SincTable table;

  /**
   * @param speed frames of the source for one frame that comes out; {@value #SLOWEST} to {@value
   *     #FASTEST}
   */
  public Resampler(double speed, Quality quality) {
    if (!(speed >= SLOWEST && speed <= FASTEST)) {
      throw new IllegalArgumentException(
          "Sound can be read at %s to %s times its speed, but was asked for %s."
              .formatted(SLOWEST, FASTEST, speed));
    }
    this.speed = speed;
    if (TABLES.size() > KEPT_TABLES) {
      TABLES.clear();
    }
    table =
        TABLES.computeIfAbsent(
            new Shape(0.5 * Math.min(1, 1 / speed), quality),
            shape -> new SincTable(shape.edge, quality.passed, quality.stopBandDb));
  }

  /**
   * The same sound at another sample rate, in {@link Quality#FINE}.
   *
   * @return {@code sound} itself where it has that rate already
   */
  public static AudioBuffer resample(AudioBuffer sound, SampleRate rate) {
    return resample(sound, rate, Quality.FINE);
  }

  /** The same sound at another sample rate; its length is rounded to the nearest frame. */
  public static AudioBuffer resample(AudioBuffer sound, SampleRate rate, Quality quality) {
    if (sound.rate().equals(rate)) {
      return sound;
    }
    int frames =
        Math.toIntExact(Math.round((double) sound.frames() * rate.hz() / sound.rate().hz()));
    var resampler = new Resampler((double) sound.rate().hz() / rate.hz(), quality);
    float[][] out = new float[sound.channelCount()][frames];
    for (int c = 0; c < out.length; c++) {
      resampler.read(sound.channel(c), 0, out[c], 0, frames);
    }
    return new AudioBuffer(out, rate);
  }

  /**
   * A loop once around, in another number of frames, in {@link Quality#FINE}: what comes out
   * repeats as seamlessly as what went in, and is higher where it is shorter.
   *
   * @param loop at least 1 frame; the whole of it is the circle
   * @param frames how many to make, 1 or more
   */
  public static AudioBuffer around(AudioBuffer loop, int frames) {
    float[][] out = new float[loop.channelCount()][];
    for (int c = 0; c < out.length; c++) {
      out[c] = around(loop.channel(c), frames);
    }
    return new AudioBuffer(out, loop.rate());
  }

  /** One channel of {@link #around(AudioBuffer, int)}. */
  public static float[] around(float[] loop, int frames) {
    if (loop.length == frames) {
      return loop.clone();
    }
    var resampler = new Resampler((double) loop.length / frames, Quality.FINE);
    int margin = resampler.table.taps;
    float[] unrolled = new float[loop.length + 2 * margin];
    for (int i = 0; i < unrolled.length; i++) {
      unrolled[i] = loop[Math.floorMod(i - margin, loop.length)];
    }
    float[] out = new float[frames];
    resampler.read(unrolled, margin, out, 0, frames);
    return out;
  }

  /**
   * Reads {@code count} frames of one channel; frame i is the source at {@code start + i × speed}.
   *
   * @param source what lies outside it is silence
   * @param start place of the first frame read, in frames of the source; may lie outside it
   * @param out receives the frames from {@code first} on
   */
  public void read(float[] source, double start, float[] out, int first, int count) {
    int reach = table.taps / 2 - 1;
    for (int i = 0; i < count; i++) {
      double place = start + i * speed;
      double whole = Math.floor(place);
      double phase = (place - whole) * SincTable.PHASES;
      int row = (int) phase;
      float part = (float) (phase - row);
      long begin = (long) whole - reach;
      boolean inside = begin >= 0 && begin + table.taps <= source.length;
      out[first + i] =
          inside
              ? sum(source, (int) begin, row * table.taps, part)
              : sumAtTheEdge(source, begin, row * table.taps, part);
    }
  }

  private float sum(float[] source, int begin, int row, float part) {
    float[] w = table.weights;
    int taps = table.taps;
    int next = row + taps;
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int t = 0; t < taps; t += 4) {
      a += source[begin + t] * (w[row + t] + part * (w[next + t] - w[row + t]));
      b += source[begin + t + 1] * (w[row + t + 1] + part * (w[next + t + 1] - w[row + t + 1]));
      c += source[begin + t + 2] * (w[row + t + 2] + part * (w[next + t + 2] - w[row + t + 2]));
      d += source[begin + t + 3] * (w[row + t + 3] + part * (w[next + t + 3] - w[row + t + 3]));
    }
    return (a + b) + (c + d);
  }

  private float sumAtTheEdge(float[] source, long begin, int row, float part) {
    float[] w = table.weights;
    int taps = table.taps;
    double sum = 0;
    int from = (int) Math.max(0, Math.min(taps, -begin));
    int to = (int) Math.max(from, Math.min(taps, source.length - begin));
    for (int t = from; t < to; t++) {
      float low = w[row + t];
      sum += source[(int) (begin + t)] * (low + part * (w[row + taps + t] - low));
    }
    return (float) sum;
  }
}
