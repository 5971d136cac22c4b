package loopmind.mixer.synth;

import loopmind.mixer.audio.AudioBuffer;

/**
 * Rounds sound to fewer bits than its file has, so that it packs well. At {@value #BITS} bits what
 * rounding adds lies at −77 dBFS, as in the samplers that these styles grew up with.
 */
final class Grain {

  static final int BITS = 12;

  private Grain() {}

  static AudioBuffer of(AudioBuffer sound) {
    float steps = 1 << (BITS - 1);
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
