package loopmind.mixer.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VoicesTest {

  private static final int HZ = 44_100;

  private static final Map<String, Voice> TUNED =
      Map.ofEntries(
          Map.entry("808", Basses.eightOhEight(0.9, 2)),
          Map.entry("sub", Basses.sub()),
          Map.entry("reese", Basses.reese(650)),
          Map.entry("acid", Basses.acid(420, 4)),
          Map.entry("pluck bass", Basses.pluck(1000, 0.08)),
          Map.entry("fm bass", Basses.fm(1, 1)),
          Map.entry("upright", Basses.upright()),
          Map.entry("tines", Keys.tines(1, 4)),
          Map.entry("piano", Keys.piano(1.5)),
          Map.entry("organ", Keys.organ(5.5)),
          Map.entry("stab", Keys.stab(2000)),
          Map.entry("saws", Pads.saws(0.1, 1500, 0.8)),
          Map.entry("strings", Pads.strings(0.1)),
          Map.entry("glass", Pads.glass(0.2)),
          Map.entry("choir", Pads.choir(0.1, 0, 1)),
          Map.entry("saw pluck", Plucks.saw(2500, 0.2)),
          Map.entry("bell", Plucks.bell(3.5, 0.8, 0.8)),
          Map.entry("kalimba", Plucks.kalimba()),
          Map.entry("marimba", Plucks.marimba()),
          Map.entry("string", Plucks.string(0.5, 3)),
          Map.entry("lead", Plucks.lead(2500, 0.3)),
          Map.entry("flute", Plucks.flute()));

  private static final Map<String, Voice> DRUMS =
      Map.ofEntries(
          Map.entry("kick", Kicks.trap()),
          Map.entry("snare", Snares.trap()),
          Map.entry("clap", Snares.clap(1300, 0.08)),
          Map.entry("rim", Snares.rim()),
          Map.entry("snap", Snares.snap()),
          Map.entry("hat", Cymbals.closed()),
          Map.entry("open hat", Cymbals.open()),
          Map.entry("shaker", Cymbals.shaker(6000)),
          Map.entry("tom", HandDrums.tom()),
          Map.entry("conga", HandDrums.conga()),
          Map.entry("wood", HandDrums.wood()),
          Map.entry("cowbell", HandDrums.cowbell()));

  static Stream<Arguments> tuned() {
    return TUNED.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  static Stream<Arguments> all() {
    return Stream.concat(TUNED.entrySet().stream(), DRUMS.entrySet().stream())
        .map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tuned")
  void isInTune(String name, Voice voice) {
    double[][] sound = voice.play(new Strike(57, 57, 1.5, 0.8, HZ, 5));
    // ten cents: vibrato and beating move the strongest partial by a few
    assertThat(cents(sound, 220)).as(name).isCloseTo(0, within(10.0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void isHeardAndEndsWithoutAClick(String name, Voice voice) {
    double[][] sound = voice.play(new Strike(60, 60, 0.5, 1, HZ, 3));
    double peak = Sound.peak(sound);
    assertThat(peak).as(name).isBetween(0.1, 6.0);
    for (double[] channel : sound) {
      assertThat(Math.abs(channel[channel.length - 1])).as(name).isLessThan(0.01 * peak);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void soundsTheSameForTheSameSeed(String name, Voice voice) {
    var strike = new Strike(60, 60, 0.2, 0.7, HZ, 9);
    assertThat(voice.play(strike)).as(name).isDeepEqualTo(voice.play(strike));
  }

  @Test
  void anEightOhEightSlidesFromNoteToNote() {
    double[][] sound = Basses.eightOhEight(2, 1).play(new Strike(48, 36, 1, 1, HZ, 1));
    double[] early = java.util.Arrays.copyOfRange(sound[0], 0, HZ / 40);
    double[] late = java.util.Arrays.copyOfRange(sound[0], HZ / 2, HZ / 2 + HZ / 8);
    // an octave apart: twice the zero crossings a second
    assertThat(crossings(late) / 125.0).isGreaterThan(1.4 * crossings(early) / 25.0);
  }

  @Test
  void aTakeRepeatsWithoutASeam() {
    var take =
        new Take(2, 100, 8, HZ, 1)
            .add(Pads.glass(0.3), Part.line("C4+E4+G4:8"), 0)
            .through(new Room(1, 3000, 0.3), Effects.wow(8, 4.8), Effects.chorus(0.3, 4.8));
    float[] left = take.at(-3).channel(0);
    int n = left.length;
    double inside = 0;
    for (int i = 3; i < n; i++) {
      inside = Math.max(inside, Math.abs(jerk(left, i)));
    }
    for (int i = 0; i < 3; i++) {
      // −60 dB above what happens inside the loop
      assertThat(Math.abs(jerk(left, i))).isLessThan(inside + 0.001);
    }
  }

  @Test
  void theSineIsASine() {
    for (double turns = -3; turns < 3; turns += 0.0137) {
      assertThat(Wave.sine(turns)).isCloseTo(Math.sin(2 * Math.PI * turns), within(1e-7));
    }
  }

  private static double jerk(float[] x, int i) {
    int n = x.length;
    return x[i]
        - 3.0 * x[Math.floorMod(i - 1, n)]
        + 3.0 * x[Math.floorMod(i - 2, n)]
        - x[Math.floorMod(i - 3, n)];
  }

  private static double crossings(double[] x) {
    int count = 0;
    for (int i = 1; i < x.length; i++) {
      count += (x[i] > 0) != (x[i - 1] > 0) ? 1 : 0;
    }
    return count;
  }

  /** How far the strongest of the first four harmonics lies from its place. */
  private static double cents(double[][] sound, double hz) {
    var fft = new Fft(1 << 16);
    double[] window = Windows.hann(fft.size());
    double[] signal = new double[fft.size()];
    for (double[] channel : sound) {
      for (int i = 0; i < Math.min(channel.length, signal.length); i++) {
        signal[i] += channel[i] * window[i];
      }
    }
    double[] re = new double[fft.bins()];
    double[] im = new double[fft.bins()];
    fft.forward(signal, re, im);
    int best = 0;
    int harmonic = 1;
    for (int n = 1; n <= 4; n++) {
      int from = (int) (hz * n * 0.97 * fft.size() / HZ);
      int to = (int) (hz * n * 1.03 * fft.size() / HZ) + 1;
      for (int k = from; k <= to; k++) {
        if (best == 0 || Math.hypot(re[k], im[k]) > Math.hypot(re[best], im[best])) {
          best = k;
          harmonic = n;
        }
      }
    }
    double found = (double) best * HZ / fft.size() / harmonic;
    return 1200 * Math.log(found / hz) / Math.log(2);
  }
}
