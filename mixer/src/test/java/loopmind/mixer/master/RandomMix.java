package loopmind.mixer.master;

import java.util.Random;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;

/**
 * Music-like sound of a seed: hits, a bass line, chords and noise, each as loud as chance has it.
 */
final class RandomMix {

  private static final int HZ = 48_000;

  private RandomMix() {}

  static AudioBuffer ofSeed(long seed, double seconds) {
    Random random = new Random(seed);
    int frames = (int) (seconds * HZ);
    float[][] mix = new float[2][frames];
    double beat = 60 * HZ / (70 + 100 * random.nextDouble());
    double kick = 0.9 * random.nextDouble();
    double snare = 0.7 * random.nextDouble();
    double hat = 0.4 * random.nextDouble();
    for (int n = 0; n * beat / 4 < frames; n++) {
      int at = (int) (n * beat / 4);
      if (n % 4 == 0) {
        hit(mix, at, kick, 55, 0.2, null);
      }
      if (n % 8 == 4) {
        hit(mix, at, snare, 190, 0.12, random);
      }
      hit(mix, at, hat * random.nextDouble(), 0, 0.03, random);
    }
    held(mix, random, 40 + 40 * random.nextDouble(), 0.4 * random.nextDouble(), beat);
    for (int voice = 0; voice < 4; voice++) {
      held(mix, random, 200 + 800 * random.nextDouble(), 0.15 * random.nextDouble(), beat);
    }
    return new AudioBuffer(mix, new SampleRate(HZ));
  }

  private static void hit(
      float[][] mix, int at, double peak, double hz, double decay, Random noise) {
    double side = noise == null ? 0 : noise.nextDouble() - 0.5;
    for (int i = 0; i < 5 * decay * HZ && at + i < mix[0].length; i++) {
      double tone = hz == 0 ? 0 : Math.sin(2 * Math.PI * hz * i / HZ);
      double rush = noise == null ? 0 : 0.4 * noise.nextGaussian();
      double sound = peak * (tone + rush) * Math.exp(-i / (decay * HZ));
      mix[0][at + i] += (float) (sound * (1 + side));
      mix[1][at + i] += (float) (sound * (1 - side));
    }
  }

  private static void held(float[][] mix, Random random, double hz, double peak, double beat) {
    double side = 0.6 * (random.nextDouble() - 0.5);
    for (int i = 0; i < mix[0].length; i++) {
      double swell = 0.6 + 0.4 * Math.cos(2 * Math.PI * i / (8 * beat));
      double phase = hz * i / HZ % 1;
      double sound = peak * swell * (2 * phase - 1 + Math.sin(2 * Math.PI * phase)) / 2;
      mix[0][i] += (float) (sound * (1 + side));
      mix[1][i] += (float) (sound * (1 - side));
    }
  }

  static Reel reel(AudioBuffer sound) {
    Reel reel = new Reel(sound.rate(), sound.channelCount(), sound.frames());
    reel.write(0, sound.channels(), sound.frames());
    return reel;
  }
}
