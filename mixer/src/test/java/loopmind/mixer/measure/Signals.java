package loopmind.mixer.measure;

import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;

/** Test signals put together from stretches of tone and silence, the phase running on. */
final class Signals {

  private final int rate;
  private final int channels;
  private final List<Double> levels = new ArrayList<>();
  private final List<Double> lengths = new ArrayList<>();

  private Signals(int rate, int channels) {
    this.rate = rate;
    this.channels = channels;
  }

  static Signals stereo(int rate) {
    return new Signals(rate, 2);
  }

  static Signals mono(int rate) {
    return new Signals(rate, 1);
  }

  Signals tone(double levelDb, double seconds) {
    levels.add(levelDb);
    lengths.add(seconds);
    return this;
  }

  Signals silence(double seconds) {
    return tone(Double.NEGATIVE_INFINITY, seconds);
  }

  /** A sine of 1 kHz in every channel, its peak at the level asked. */
  AudioBuffer sound() {
    double all = lengths.stream().mapToDouble(Double::doubleValue).sum();
    float[] samples = new float[(int) Math.round(all * rate)];
    double end = 0;
    int frame = 0;
    for (int part = 0; part < levels.size(); part++) {
      end += lengths.get(part);
      double peak = Math.pow(10, levels.get(part) / 20);
      for (; frame < Math.round(end * rate); frame++) {
        samples[frame] = (float) (peak * Math.sin(2 * Math.PI * 1000 * frame / rate));
      }
    }
    float[][] all2 = new float[channels][];
    java.util.Arrays.fill(all2, samples);
    return new AudioBuffer(all2, new SampleRate(rate));
  }

  /** A sine that swells and fades over a tenth of a second, so that its ends make no peak. */
  static float[] sine(double hz, int rate, double peak, double degrees, int frames) {
    float[] samples = new float[frames];
    int fade = Math.min(frames / 4, rate / 10);
    for (int i = 0; i < frames; i++) {
      double edge = Math.min(1, Math.min(i, frames - 1 - i) / (double) fade);
      double swell = 0.5 - 0.5 * Math.cos(Math.PI * edge);
      samples[i] =
          (float) (swell * peak * Math.sin(2 * Math.PI * hz * i / rate + Math.toRadians(degrees)));
    }
    return samples;
  }
}
