package loopmind.library.listen;

import java.util.OptionalLong;
import java.util.Random;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioStream;

/** Sounds with known answers. */
final class Signals {

  static final int RATE = 44_100;

  private Signals() {}

  static Sound sound(float[] mono) {
    return sound(mono, RATE);
  }

  static Sound sound(float[] mono, int rateHz) {
    AudioBuffer audio = new AudioBuffer(new float[][] {mono}, new SampleRate(rateHz));
    return Sound.of(audio, Seconds.ZERO, audio.length());
  }

  static float[] silence(double seconds) {
    return new float[(int) Math.round(seconds * RATE)];
  }

  static float[] noise(double seconds, double level, long seed) {
    Random random = new Random(seed);
    float[] noise = silence(seconds);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (level * random.nextGaussian());
    }
    return noise;
  }

  static void addClick(float[] into, double atSeconds) {
    int at = (int) Math.round(atSeconds * RATE);
    for (int i = 0; i < 400; i++) {
      into[(at + i) % into.length] +=
          (float) (0.8 * Math.exp(-i / 60.0) * Math.cos(2 * Math.PI * 2000 * i / RATE));
    }
  }

  static void addKick(float[] into, double atSeconds) {
    int at = (int) Math.round(atSeconds * RATE);
    for (int i = 0; i < RATE / 5; i++) {
      double t = i / (double) RATE;
      double phase = 2 * Math.PI * (50 * t + 4 * (1 - Math.exp(-t * 30)));
      into[(at + i) % into.length] += (float) (0.9 * Math.exp(-t * 18) * Math.sin(phase));
    }
  }

  static void addSnare(float[] into, double atSeconds, long seed) {
    Random random = new Random(seed);
    int at = (int) Math.round(atSeconds * RATE);
    for (int i = 0; i < RATE / 6; i++) {
      double t = i / (double) RATE;
      double body = 0.4 * Math.sin(2 * Math.PI * 190 * t) + 0.5 * random.nextGaussian();
      into[(at + i) % into.length] += (float) (0.6 * Math.exp(-t * 25) * body);
    }
  }

  static void addHat(float[] into, double atSeconds, double level, long seed) {
    Random random = new Random(seed);
    int at = (int) Math.round(atSeconds * RATE);
    double last = 0;
    for (int i = 0; i < RATE / 25; i++) {
      double white = random.nextGaussian();
      into[(at + i) % into.length] +=
          (float) (level * Math.exp(-i / (0.012 * RATE)) * (white - last));
      last = white;
    }
  }

  /** A note of eight harmonics that dies away. */
  static void addNote(float[] into, double atSeconds, double seconds, int midi, double level) {
    int at = (int) Math.round(atSeconds * RATE);
    double hz = 440 * Math.pow(2, (midi - 69) / 12.0);
    for (int i = 0; i < seconds * RATE; i++) {
      double t = i / (double) RATE;
      double fade = Math.min(1, Math.min(t / 0.005, (seconds - t) / 0.01));
      double value = 0;
      for (int h = 1; h <= 8 && h * hz < RATE / 2.5; h++) {
        value += Math.sin(2 * Math.PI * h * hz * t) / (h * h);
      }
      into[(at + i) % into.length] += (float) (level * fade * Math.exp(-t * 1.2) * value);
    }
  }

  /** Kick on 1 and 3, snare on 2 and 4, hats on every eighth, in a whole number of frames. */
  static float[] rockBeat(double bpm, int bars) {
    double beat = 60 / bpm;
    float[] loop = silence(bars * 4 * beat);
    for (int b = 0; b < bars * 4; b++) {
      if (b % 2 == 0) {
        addKick(loop, b * beat);
      } else {
        addSnare(loop, b * beat, 1);
      }
      addHat(loop, b * beat, 0.25, 2);
      addHat(loop, (b + 0.5) * beat, 0.18, 2);
    }
    return loop;
  }

  /** Four bars of triads in half notes: degrees of a scale from the tonic. */
  static float[] chords(double bpm, int tonicMidi, int[] scale, int... degrees) {
    double bar = 240 / bpm;
    float[] loop = silence(bar * degrees.length);
    for (int b = 0; b < degrees.length; b++) {
      for (int half = 0; half < 2; half++) {
        for (int third = 0; third < 3; third++) {
          int degree = degrees[b] + 2 * third;
          int note = tonicMidi + scale[degree % 7] + 12 * (degree / 7);
          addNote(loop, b * bar + half * bar / 2, bar / 2 * 0.95, note, 0.2);
        }
      }
    }
    return loop;
  }

  /** A stream that gives at most {@code most} frames at a time. */
  static AudioStream stream(float[] mono, int most) {
    return new AudioStream() {
      private int at;

      @Override
      public SampleRate rate() {
        return new SampleRate(RATE);
      }

      @Override
      public int channels() {
        return 1;
      }

      @Override
      public OptionalLong frames() {
        return OptionalLong.of(mono.length);
      }

      @Override
      public int read(float[][] into, int count) {
        int given = Math.min(Math.min(count, most), mono.length - at);
        System.arraycopy(mono, at, into[0], 0, given);
        at += given;
        return given;
      }

      @Override
      public void close() {}
    };
  }

  static float[] joined(float[]... parts) {
    int length = 0;
    for (float[] part : parts) {
      length += part.length;
    }
    float[] joined = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }
}
