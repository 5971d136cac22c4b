package loopmind.mixer.synth;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.rint;
import static java.lang.StrictMath.tanh;

import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;

/** What sound goes through on its way to the tape. */
final class Effects {

  private Effects() {}

  /** Rounds off peaks; 1 is nearly clean, 6 is loud. */
  static Effect drive(double amount) {
    return (sound, hz) -> {
      // drive is relative to the peak, so that the same amount means the same everywhere
      double gain = amount / Math.max(1e-9, Sound.peak(sound));
      each(sound, x -> tanh(gain * x));
    };
  }

  private static void each(double[][] sound, java.util.function.DoubleUnaryOperator change) {
    for (double[] channel : sound) {
      for (int i = 0; i < channel.length; i++) {
        channel[i] = change.applyAsDouble(channel[i]);
      }
    }
  }

  static Effect highPass(double cornerHz) {
    return (sound, hz) ->
        filter(
            sound, BiquadShape.highPass(cornerHz, BiquadShape.BUTTERWORTH_Q, new SampleRate(hz)));
  }

  static Effect lowPass(double cornerHz) {
    return (sound, hz) ->
        filter(sound, BiquadShape.lowPass(cornerHz, BiquadShape.BUTTERWORTH_Q, new SampleRate(hz)));
  }

  static Effect bell(double centreHz, double q, double gainDb) {
    return (sound, hz) ->
        filter(sound, BiquadShape.peaking(centreHz, q, new Decibels(gainDb), new SampleRate(hz)));
  }

  private static void filter(double[][] sound, BiquadShape shape) {
    for (double[] channel : sound) {
      var filter = new Biquad(shape);
      for (int i = 0; i < channel.length; i++) {
        channel[i] = filter.next(channel[i]);
      }
    }
  }

  /** The rate nearest to {@code hz} that comes back to its start when the loop does. */
  private static double whole(double hz, double loopSeconds) {
    return Math.max(1, rint(hz * loopSeconds)) / loopSeconds;
  }

  /** Two voices more, each a few milliseconds late and wandering. */
  static Effect chorus(double mix, double loopSeconds) {
    double slow = whole(0.43, loopSeconds);
    double fast = whole(0.61, loopSeconds);
    return (sound, hz) -> {
      for (int c = 0; c < sound.length; c++) {
        double[] dry = sound[c].clone();
        for (int i = 0; i < dry.length; i++) {
          double t = (double) i / hz;
          double first = 0.012 + 0.003 * Wave.sine(fast * t + 0.25 * c);
          double second = 0.019 + 0.004 * Wave.sine(slow * t + 0.16 + 0.5 * c);
          double wet = at(dry, i - first * hz) + at(dry, i - second * hz);
          sound[c][i] = dry[i] + mix * wet;
        }
      }
    };
  }

  /** Tape that runs unevenly: pitch wavers by a few cents. */
  static Effect wow(double cents, double loopSeconds) {
    double wow = whole(0.55, loopSeconds);
    double flutter = whole(6.3, loopSeconds);
    return (sound, hz) -> {
      double reach = cents / 1200 * StrictMath.log(2) / (2 * PI * wow);
      for (double[] channel : sound) {
        double[] dry = channel.clone();
        for (int i = 0; i < dry.length; i++) {
          double t = (double) i / hz;
          double late =
              reach * (1.5 + Wave.sine(wow * t)) + reach * 0.06 * (1 + Wave.sine(flutter * t));
          channel[i] = at(dry, i - late * hz);
        }
      }
    };
  }

  /** Cubic interpolation after Hermite; the past before the first frame is silence. */
  private static double at(double[] x, double place) {
    int i = (int) StrictMath.floor(place);
    if (i < 1 || i + 2 >= x.length) {
      return i >= 0 && i < x.length ? x[i] : 0;
    }
    double f = place - i;
    double c1 = (x[i + 1] - x[i - 1]) / 2;
    double c2 = x[i - 1] - 2.5 * x[i] + 2 * x[i + 1] - x[i + 2] / 2;
    double c3 = (x[i + 2] - x[i - 1]) / 2 + 1.5 * (x[i] - x[i + 1]);
    return ((c3 * f + c2) * f + c1) * f + x[i];
  }

  /** Repeats that grow darker, from side to side where there are two. */
  static Effect echo(double seconds, double feedback, double mix) {
    return (sound, hz) -> {
      int late = (int) rint(seconds * hz);
      int channels = sound.length;
      double[][] line = new double[channels][sound[0].length];
      Svf[] dark = new Svf[channels];
      for (int c = 0; c < channels; c++) {
        dark[c] = new Svf(hz);
      }
      for (int i = 0; i < sound[0].length; i++) {
        for (int c = 0; c < channels; c++) {
          int other = channels - 1 - c;
          double back = i >= late ? line[other][i - late] : 0;
          double own = c == 0 ? sound[c][i] : 0.3 * sound[c][i];
          line[c][i] = own + feedback * dark[c].low(back, 3500, 0.6);
        }
        for (int c = 0; c < channels; c++) {
          sound[c][i] += mix * (i >= late ? line[c][i - late] : 0);
        }
      }
    };
  }

  /** Ducks at every beat as under a bass drum, and swells back in the rest of it. */
  static Effect pump(double bpm, double depth) {
    return (sound, hz) -> {
      double beat = 60 / bpm;
      for (double[] channel : sound) {
        for (int i = 0; i < channel.length; i++) {
          double since = (double) i / hz % beat / beat;
          double open = Math.min(1, since / 0.72);
          double dip = 1 - open * open * (3 - 2 * open);
          // the last hundredth of a beat closes again, so that the next beat does not click
          double closing = since > 0.985 ? (since - 0.985) / 0.015 : 0;
          channel[i] *= 1 - depth * Math.max(dip, closing);
        }
      }
    };
  }

  /** Opens only on the given sixteenths: a held sound becomes a rhythm. */
  static Effect gate(double bpm, String sixteenths) {
    return (sound, hz) -> {
      double step = 15 / bpm;
      for (double[] channel : sound) {
        double level = 0;
        for (int i = 0; i < channel.length; i++) {
          int at = (int) ((double) i / hz / step) % sixteenths.length();
          double goal = sixteenths.charAt(at) == 'x' ? 1 : sixteenths.charAt(at) == 'o' ? 0.45 : 0;
          level += (goal - level) * (1 - exp(-1 / (0.004 * hz)));
          channel[i] *= level;
        }
      }
    };
  }

  /** An old sampler: fewer steps of level, and a low rate smoothed again. */
  static Effect sampler(int bits, double rateHz) {
    return (sound, hz) -> {
      double peak = Math.max(1e-9, Sound.peak(sound));
      double steps = 1L << (bits - 1);
      for (double[] channel : sound) {
        double phase = 1;
        double held = 0;
        for (int i = 0; i < channel.length; i++) {
          phase += rateHz / hz;
          if (phase >= 1) {
            phase -= 1;
            held = rint(channel[i] / peak * steps) / steps * peak;
          }
          channel[i] = held;
        }
      }
      lowPass(rateHz * 0.42).process(sound, hz);
      lowPass(rateHz * 0.45).process(sound, hz);
    };
  }

  /**
   * Evens out levels: what is above the threshold (relative to the peak) is turned down.
   *
   * @param ratio 2 gentle to 8 hard
   */
  static Effect squeeze(double thresholdDb, double ratio) {
    return (sound, hz) -> {
      double threshold = Sound.ratio(thresholdDb) * Sound.peak(sound);
      double level = 0;
      double attack = 1 - exp(-1 / (0.004 * hz));
      double release = 1 - exp(-1 / (0.09 * hz));
      for (int i = 0; i < sound[0].length; i++) {
        double now = 0;
        for (double[] channel : sound) {
          now = Math.max(now, Math.abs(channel[i]));
        }
        level += (now > level ? attack : release) * (now - level);
        double gain = level > threshold ? StrictMath.pow(level / threshold, 1 / ratio - 1) : 1;
        for (double[] channel : sound) {
          channel[i] *= gain;
        }
      }
    };
  }
}
