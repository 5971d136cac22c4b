package loopmind.mixer.synth;

import loopmind.mixer.audio.AudioBuffer;

/**
 * Rounds sound to fewer bits than its file has, so that it packs well. At {@value #TONES} bits the
 * rounding lies at −83 dBFS; drums and noise hide it better and get {@value #NOISES}.
 */
final class Grain {

  static final int TONES = 13, NOISES = 12;

  private Grain() {}

  static AudioBuffer of(AudioBuffer sound, int bits) {
    float steps = 1 << (bits - 1);
    float[][] out = new float[sound.channelCount()][sound.frames()];
    for (int c = 0; c < out.length; c++) {
      float[] in = sound.channel(c);
      for (int i = 0; i < in.length; i++) {
        out[c][i] = Math.clamp((float) Math.rint(in[i] * steps), -steps, steps - 1) / steps;
      }
    }
    return new AudioBuffer(out, sound.rate());
  }
}
