package loopmind.library.listen.ears;

import static loopmind.library.listen.ears.MelSpectrogram.BANDS;
import static loopmind.library.listen.ears.MelSpectrogram.FRAMES;
import static loopmind.library.listen.ears.MelSpectrogram.HOP;
import static loopmind.library.listen.ears.MelSpectrogram.RATE_HZ;

/**
 * The numbers about a whole sound that the network is told beside its windows: how long it is, how
 * it ends, how often something starts, where its power lies, how tonal and how busy it is. Their
 * order and scale are those of facts() in features.py of the training code. Used once a sound.
 */
final class SoundFacts {

  static final int COUNT = 12;

  private static final int LOW_BANDS = MelSpectrogram.bandsBelow(120);
  private static final int HIGH_BANDS = BANDS - MelSpectrogram.bandsBelow(4000);
  private static final double TINY = 1e-30, ONSET = 0.06, FLOOR_DB = Windowed.FLOOR_DB;

  private final Windowed windows;
  private final double[] level;
  private double loudestBand;
  private double total = TINY;
  private double lowPower;
  private double highPower;
  private double centroid;
  private double ripple;

  SoundFacts(Windowed windows) {
    this.windows = windows;
    level = level();
    for (int w = 0; w < windows.count(); w++) {
      for (int frame = 0; frame < windows.heard(w); frame++) {
        addUp(windows.power(w)[frame], windows.picture(w)[frame]);
      }
    }
  }

  /** {@value #COUNT} numbers, most of them between 0 and 1. */
  float[] values() {
    double seconds = windows.samples() / (double) RATE_HZ;
    double[] flux = new double[2];
    int onsets = onsets(flux);
    int third = Math.max(1, level.length / 3);
    double quiet = 0;
    for (double value : level) {
      quiet += value < 0.5 ? 1 : 0;
    }
    double logSeconds = Math.log(seconds + 0.05) / Math.log(2);
    double[] values = {
      Math.clamp(logSeconds / 4, -1.2, 1.2),
      mean(Math.max(0, level.length - 3), level.length),
      quiet / level.length,
      mean(0, level.length),
      Math.min(2, onsets / (level.length * (double) HOP / RATE_HZ) / 8),
      lowPower / total,
      highPower / total,
      centroid / total / BANDS,
      mean(level.length - third, level.length) - mean(0, third),
      Math.max(-3, noisiness()) / 3,
      ripple / (level.length * (double) (BANDS - 2)) * 4,
      flux[1] > 0 ? flux[0] / flux[1] * 8 : 0
    };
    float[] out = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }

  private double[] level() {
    double most = 0;
    int heard = 0;
    for (int w = 0; w < windows.count(); w++) {
      heard += windows.heard(w);
      for (int frame = 0; frame < FRAMES; frame++) {
        most = Math.max(most, sum(windows.power(w)[frame]));
      }
    }
    double[] found = new double[heard];
    int at = 0;
    for (int w = 0; w < windows.count(); w++) {
      for (int frame = 0; frame < windows.heard(w); frame++) {
        double db = decibels(sum(windows.power(w)[frame])) - decibels(most);
        found[at++] = 1 + Math.clamp(db, -FLOOR_DB, 0) / FLOOR_DB;
      }
    }
    return found;
  }

  private void addUp(double[] power, float[] picture) {
    for (int band = 0; band < BANDS; band++) {
      loudestBand = Math.max(loudestBand, power[band]);
      total += power[band];
      centroid += power[band] * band;
      lowPower += band < LOW_BANDS ? power[band] : 0;
      highPower += band >= BANDS - HIGH_BANDS ? power[band] : 0;
      if (band >= 2) {
        ripple += Math.abs(picture[band] - 2 * picture[band - 1] + picture[band - 2]);
      }
    }
  }

  /** Spectral flatness, as log10 of the geometric over the arithmetic mean of the bands. */
  private double noisiness() {
    double floor = 1e-12 * loudestBand + TINY;
    double sum = 0;
    for (int w = 0; w < windows.count(); w++) {
      for (int frame = 0; frame < windows.heard(w); frame++) {
        double logs = 0;
        double[] power = windows.power(w)[frame];
        for (double band : power) {
          logs += Math.log10(Math.max(band, floor));
        }
        sum += logs / BANDS - Math.log10(Math.max(sum(power) / BANDS, floor));
      }
    }
    return sum / level.length;
  }

  /** Counts peaks of the rise between frames; adds up, in flux, all change and how many steps. */
  private int onsets(double[] flux) {
    int onsets = 0;
    for (int w = 0; w < windows.count(); w++) {
      int heard = windows.heard(w);
      double[] rise = new double[heard + 1];
      for (int frame = 1; frame < heard; frame++) {
        float[] now = windows.picture(w)[frame];
        float[] before = windows.picture(w)[frame - 1];
        double change = 0;
        for (int band = 0; band < BANDS; band++) {
          double step = now[band] - before[band];
          rise[frame] += Math.max(0, step) / BANDS;
          change += Math.abs(step) / BANDS;
        }
        flux[0] += change;
        flux[1]++;
      }
      for (int i = 1; i < heard; i++) {
        onsets += rise[i] > ONSET && rise[i] > rise[i - 1] && rise[i] >= rise[i + 1] ? 1 : 0;
      }
    }
    return onsets;
  }

  private double mean(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += level[i];
    }
    return sum / (to - from);
  }

  private static double sum(double[] bands) {
    double sum = 0;
    for (double band : bands) {
      sum += band;
    }
    return sum;
  }

  private static double decibels(double power) {
    return 10 * Math.log10(Math.max(power, TINY));
  }
}
