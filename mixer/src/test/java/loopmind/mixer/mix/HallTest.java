package loopmind.mixer.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;
import org.junit.jupiter.api.Test;

final class HallTest {

  private static final SampleRate RATE = new SampleRate(48_000);

  private static float[][] rung(float[][] sent, int chunk) {
    Hall hall = new Hall(new Seconds(1.5), RATE);
    float[][] out = new float[2][sent[0].length];
    for (int at = 0; at < out[0].length; at += chunk) {
      int count = Math.min(chunk, out[0].length - at);
      float[][] part = new float[2][count];
      float[][] back = new float[2][count];
      for (int c = 0; c < 2; c++) {
        System.arraycopy(sent[c], at, part[c], 0, count);
      }
      hall.add(part, count, back);
      for (int c = 0; c < 2; c++) {
        System.arraycopy(back[c], 0, out[c], at, count);
      }
    }
    return out;
  }

  private static float[][] noise(int sounding, int frames) {
    Random random = new Random(3);
    float[][] noise = new float[2][frames];
    for (int i = 0; i < sounding; i++) {
      noise[0][i] = (float) (0.1 * random.nextGaussian());
      noise[1][i] = (float) (0.1 * random.nextGaussian());
    }
    return noise;
  }

  private static double levelDb(float[] samples, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += samples[i] * samples[i];
    }
    return 10 * Math.log10(sum / count + 1e-20);
  }

  @Test
  void fallsBySixtyDecibelsInItsTime() {
    float[][] out = rung(noise(24_000, 192_000), 192_000);
    // lows and highs are taken away, so the middle of the spectrum sets the pace
    double perSecond = levelDb(out[0], 36_000, 4800) - levelDb(out[0], 84_000, 4800);
    assertThat(perSecond).isBetween(35.0, 60.0);
  }

  @Test
  void comesBackAboutAsLoudAsItWasSent() {
    float[][] sent = noise(192_000, 192_000);
    // the middle of the spectrum, which is neither cut nor damped
    new Biquad(BiquadShape.bandPass(800, 1, RATE)).process(sent[0]);
    new Biquad(BiquadShape.bandPass(800, 1, RATE)).process(sent[1]);
    double level = levelDb(sent[0], 96_000, 96_000);
    float[][] out = rung(sent, 192_000);
    assertThat(levelDb(out[0], 96_000, 96_000)).isCloseTo(level, within(3.0));
    assertThat(levelDb(out[1], 96_000, 96_000)).isCloseTo(level, within(3.0));
  }

  @Test
  void soundsTheSameHoweverItIsCut() {
    float[][] sent = noise(5000, 20_000);
    assertThat(rung(sent, 777)[1]).containsExactly(rung(sent, 20_000)[1]);
  }

  @Test
  void silenceStaysSilent() {
    assertThat(rung(new float[2][9600], 9600)[0]).containsOnly(0f);
  }
}
