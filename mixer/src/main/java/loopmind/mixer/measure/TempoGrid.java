package loopmind.mixer.measure;

import java.util.Optional;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.dsp.Fft;

/**
 * Fits a tempo grid to a render whose tempo is known roughly, and so tells whether it was rendered
 * at the tempo it claims.
 *
 * <p>The onset envelope is correlated with pulses on beats, halves, thirds and quarters of a beat:
 * a sum of four lines of its Fourier transform (the "Fourier tempogram" of P. Grosche and M.
 * Müller, 2011, over the whole song at once). The place of the largest sum within {@value #SEARCH}
 * of the expected tempo is the tempo, the phase there the offset. A line is about 60 / seconds BPM
 * wide: from 16 s of clear onsets up the reading is within 0.05 BPM.
 */
public final class TempoGrid implements Meter {

  private static final double SEARCH = 0.04;
  private static final int[] DIVISIONS = {1, 2, 3, 4};

  /** What onsets without a tempo reach by chance is below this. */
  private static final double CLEAR = 25;

  /**
   * What was found.
   *
   * @param bpm the tempo whose grid fits best
   * @param offsetMs how much later than the grid the sound is, within half a sixteenth note
   * @param clarity how far the fit stands out of chance; from {@value #CLEAR} up it means something
   */
  public record Fit(Bpm bpm, double offsetMs, double clarity) {}

  private final SampleRate rate;
  private final OnsetEnvelope envelope;

  public TempoGrid(SampleRate rate) {
    this.rate = rate;
    envelope = new OnsetEnvelope(rate);
  }

  public static Optional<Fit> fit(AudioBuffer sound, Bpm expected) {
    TempoGrid grid = new TempoGrid(sound.rate());
    grid.add(sound);
    return grid.fit(expected);
  }

  @Override
  public void add(float[][] block, int from, int count) {
    envelope.add(block, from, count);
  }

  /** The best grid near {@code expected}; empty where no onsets stand on any grid. */
  public Optional<Fit> fit(Bpm expected) {
    double[] rises = envelope.values();
    double total = 0;
    for (double rise : rises) {
      total += rise * rise;
    }
    if (rises.length < 16 || total == 0) {
      return Optional.empty();
    }
    double rough = roughly(rises, expected.value());
    double bpm = refined(rises, rough);
    double clarity = strength(rises, bpm) / total;
    if (clarity < CLEAR) {
      return Optional.empty();
    }
    return Optional.of(new Fit(new Bpm(bpm), offsetMs(rises, bpm), clarity));
  }

  private double stepsASecond() {
    return (double) rate.hz() / OnsetEnvelope.HOP;
  }

  private double roughly(double[] rises, double expected) {
    // eight times as fine as the lines are wide, so that none of the four is missed
    int size = Integer.highestOneBit(Math.max(4, rises.length)) * 16;
    Fft fft = new Fft(size);
    double[] padded = java.util.Arrays.copyOf(rises, size);
    double[] real = new double[fft.bins()];
    double[] imaginary = new double[fft.bins()];
    fft.forward(padded, real, imaginary);
    double step = 60 * stepsASecond() / size / DIVISIONS[DIVISIONS.length - 1];
    double best = expected;
    double bestStrength = -1;
    long reach = (long) Math.ceil(expected * SEARCH / step);
    for (long i = -reach; i <= reach; i++) {
      double bpm = expected + i * step;
      double sum = 0;
      for (int division : DIVISIONS) {
        int bin = (int) Math.round(division * bpm / 60 / stepsASecond() * size);
        sum += bin < real.length ? real[bin] * real[bin] + imaginary[bin] * imaginary[bin] : 0;
      }
      if (sum > bestStrength) {
        bestStrength = sum;
        best = bpm;
      }
    }
    return best;
  }

  private double refined(double[] rises, double rough) {
    double best = rough;
    double reach = 60 * stepsASecond() / rises.length / 16;
    for (int round = 0; round < 12; round++) {
      double below = strength(rises, best - reach);
      double here = strength(rises, best);
      double above = strength(rises, best + reach);
      if (here >= below && here >= above) {
        double bend = below - 2 * here + above;
        best += bend < 0 ? reach * (below - above) / (2 * bend) : 0;
        reach /= 3;
      } else {
        best += above > below ? reach : -reach;
      }
    }
    return best;
  }

  private double strength(double[] rises, double bpm) {
    double sum = 0;
    for (int division : DIVISIONS) {
      double[] line = line(rises, bpm, division);
      sum += line[0] * line[0] + line[1] * line[1];
    }
    return sum;
  }

  /** Real and imaginary part of the envelope's Fourier transform at {@code division} a beat. */
  private double[] line(double[] rises, double bpm, int division) {
    double angle = 2 * Math.PI * division * bpm / 60 / stepsASecond();
    double turnCos = Math.cos(angle);
    double turnSin = Math.sin(angle);
    double cos = 1;
    double sin = 0;
    double real = 0;
    double imaginary = 0;
    for (double rise : rises) {
      real += rise * cos;
      imaginary -= rise * sin;
      double next = cos * turnCos - sin * turnSin;
      sin = sin * turnCos + cos * turnSin;
      cos = next;
    }
    return new double[] {real, imaginary};
  }

  /** From the quarter-beat line where there is one, else from the strongest. */
  private double offsetMs(double[] rises, double bpm) {
    double[] chosen = {0, 0};
    int division = 4;
    for (int candidate : new int[] {4, 2, 1}) {
      double[] line = line(rises, bpm, candidate);
      if (Math.hypot(line[0], line[1]) > 3 * Math.hypot(chosen[0], chosen[1])) {
        chosen = line;
        division = candidate;
      }
    }
    double beatMs = 60_000 / bpm;
    double phase = -Math.atan2(chosen[1], chosen[0]) / (2 * Math.PI);
    double firstMs = 1000 * OnsetEnvelope.firstFrame() / rate.hz();
    double offset = phase * beatMs / division + firstMs;
    return offset - beatMs / 4 * Math.rint(offset / (beatMs / 4));
  }
}
