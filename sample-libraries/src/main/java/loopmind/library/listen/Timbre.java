package loopmind.library.listen;

import java.util.Arrays;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.mixer.audio.AudioBuffer;

/**
 * Measures of sound colour that words like warm or punchy are made from.
 *
 * @param brightness centre of the spectrum after lifting it by 3 dB an octave, as pink noise is
 *     level then: octaves above 1 Hz
 * @param warmth level of 150 to 600 Hz over that of 2 to 6 kHz, dB, where white noise would have
 *     −11
 * @param hardness how much of the onset strength comes at once, 0 to 1
 * @param onsetsPerSecond clear ones
 * @param width of the stereo image, 0 (mono) to 1 or more
 * @param noisiness share of the power that is not in narrow peaks, 0 to 1
 * @param crestDb peak over mean level of what sounds
 * @param sustain level a fifth of a second after an onset, relative to it
 * @param roughness how full the spectrum between the peaks is while tones sound, 0 to 1
 */
record Timbre(
    double brightness,
    double warmth,
    double hardness,
    double onsetsPerSecond,
    double width,
    double noisiness,
    double crestDb,
    double sustain,
    double roughness) {

  private static final double CLEAR = 0.25, AFTER_SECONDS = 0.2, PEAK_SHARE_OF_A_TONE = 0.45;

  static Timbre of(Sound sound, SpectralProfile profile, OnsetFacts onsets) {
    double[] level = new SoundEnds(sound).envelope();
    double noisiness = Math.clamp(1 - sound.tones().peakShare() / PEAK_SHARE_OF_A_TONE, 0, 1);
    double crestDb = crestDb(level);
    double loudness = Math.clamp((18 - crestDb) / 14, 0, 1);
    double high = 1 - profile.shareBelow(2500);
    return new Timbre(
        brightness(profile),
        between(profile, 150, 600) - between(profile, 2000, 6000),
        hardness(sound.strength().total()),
        onsetsPerSecond(onsets, sound.seconds()),
        width(sound.audio()),
        noisiness,
        crestDb,
        sustain(level, onsets, sound.seconds()),
        Math.clamp(0.5 * loudness + 0.5 * Math.sqrt(high) + 0.25 * noisiness, 0, 1));
  }

  private static double brightness(SpectralProfile profile) {
    double sum = 0;
    double all = 1e-12;
    for (int band = 0; band < SpectralProfile.BANDS; band++) {
      double hz = SpectralProfile.centreHz(band);
      double weight = Math.pow(10, profile.levelsDb().get(band) / 20) * Math.sqrt(hz);
      sum += weight * Math.log(hz) / Math.log(2);
      all += weight;
    }
    return sum / all;
  }

  private static double between(SpectralProfile profile, double lowHz, double highHz) {
    double share = profile.shareBelow(highHz) - profile.shareBelow(lowHz);
    return 10 * Math.log10(Math.max(share, 1e-6));
  }

  private static double hardness(float[] strength) {
    double squares = 0;
    double sum = 1e-9;
    for (float value : strength) {
      squares += value * (double) value;
      sum += value;
    }
    // the mean of the strength where it is high, against its range in loud music
    return Math.clamp(squares / sum / 40, 0, 1);
  }

  private static double onsetsPerSecond(OnsetFacts onsets, double seconds) {
    long clear = onsets.strengths().stream().filter(strength -> strength > CLEAR).count();
    return clear / Math.max(seconds, 0.25);
  }

  private static double crestDb(double[] level) {
    double power = 0;
    int sounding = 0;
    double peak = 1e-6;
    for (double value : level) {
      peak = Math.max(peak, value);
      if (value > 0.01) {
        power += value * value;
        sounding++;
      }
    }
    return 20 * Math.log10(peak / Math.sqrt(power / Math.max(1, sounding) + 1e-12));
  }

  private static double sustain(double[] level, OnsetFacts onsets, double seconds) {
    double[] shares = new double[onsets.seconds().size()];
    int count = 0;
    for (int i = 0; i < shares.length; i++) {
      double at = onsets.seconds().get(i);
      double next = i + 1 < shares.length ? onsets.seconds().get(i + 1) : seconds;
      if (next - at < AFTER_SECONDS) {
        continue;
      }
      double struck = largest(level, at, at + 0.05, seconds);
      double later = largest(level, at + AFTER_SECONDS - 0.02, at + AFTER_SECONDS, seconds);
      shares[count++] = struck > 0 ? Math.min(1, later / struck) : 0;
    }
    Arrays.sort(shares, 0, count);
    return count == 0 ? 0.3 : shares[count / 2];
  }

  private static double largest(double[] level, double from, double to, double seconds) {
    double largest = 0;
    int last = (int) Math.min(level.length - 1.0, to / seconds * level.length);
    for (int b = (int) (from / seconds * level.length); b <= last; b++) {
      largest = Math.max(largest, level[b]);
    }
    return largest;
  }

  /** Power of the difference of both sides relative to that of their sum, 0 (mono) to 1 or more. */
  static double width(AudioBuffer audio) {
    if (audio.channelCount() < 2) {
      return 0;
    }
    float[] left = audio.channel(0);
    float[] right = audio.channel(1);
    double side = 0;
    double middle = 1e-12;
    for (int i = 0; i < left.length; i++) {
      double sum = left[i] + right[i];
      double difference = left[i] - right[i];
      middle += sum * sum;
      side += difference * difference;
    }
    return Math.sqrt(side / middle);
  }
}
