package loopmind.mixer.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import loopmind.mixer.audio.AudioBuffer;

/** Collects the recipes of one style at one tempo. */
final class Session {

  static final int HZ = 44_100;

  /** Where a one-shot ends: below this nobody hears it behind music. */
  private static final double QUIET_DB = -62;

  /** What lies below is no sound, and direct current wastes level. */
  private static final double SUBSONIC_HZ = 18;

  private final String folder;
  private final double bpm;
  private final List<Recipe> recipes = new ArrayList<>();

  Session(String folder, double bpm) {
    this.folder = folder;
    this.bpm = bpm;
  }

  double bpm() {
    return bpm;
  }

  /** The length of so many beats. */
  double seconds(double beats) {
    return beats * 60 / bpm;
  }

  List<Recipe> recipes() {
    return List.copyOf(recipes);
  }

  /** A loop in one channel. */
  void mono(String name, double beats, double peakDb, UnaryOperator<Take> record) {
    loop(name, 1, beats, peakDb, record);
  }

  /** A loop in two channels. */
  void stereo(String name, double beats, double peakDb, UnaryOperator<Take> record) {
    loop(name, 2, beats, peakDb, record);
  }

  private void loop(
      String name, int channels, double beats, double peakDb, UnaryOperator<Take> record) {
    recipes.add(
        new Recipe(
            folder,
            name,
            () ->
                record
                    .apply(new Take(channels, bpm, beats, HZ, seed(name)))
                    .through(Effects.highPass(SUBSONIC_HZ))
                    .at(peakDb)));
  }

  /** One strike, with room behind it for what the effects add. */
  void shot(
      String name, Voice voice, double pitch, double seconds, double room, Effect... effects) {
    recipes.add(
        new Recipe(folder, name, () -> oneShot(name, voice, pitch, seconds, room, effects)));
  }

  private static AudioBuffer oneShot(
      String name, Voice voice, double pitch, double seconds, double room, Effect... effects) {
    double[][] dry = voice.play(new Strike(pitch, pitch, seconds, 1, HZ, seed(name)));
    double[][] sound = new double[dry.length][dry[0].length + (int) (room * HZ)];
    for (int c = 0; c < dry.length; c++) {
      System.arraycopy(dry[c], 0, sound[c], 0, dry[c].length);
    }
    for (Effect effect : effects) {
      effect.process(sound, HZ);
    }
    Effects.highPass(SUBSONIC_HZ).process(sound, HZ);
    return Take.buffer(trimmed(folded(sound)), HZ, -1);
  }

  /** One-shots lie in the middle: two channels become one. */
  private static double[][] folded(double[][] sound) {
    double[] middle = sound[0];
    for (int i = 0; sound.length == 2 && i < middle.length; i++) {
      middle[i] = (middle[i] + sound[1][i]) / 2;
    }
    return new double[][] {middle};
  }

  private static double[][] trimmed(double[][] sound) {
    double quiet = Sound.peak(sound) * Sound.ratio(QUIET_DB);
    int end = 1;
    for (double[] channel : sound) {
      for (int i = 0; i < channel.length; i++) {
        end = Math.abs(channel[i]) > quiet ? Math.max(end, i + 1) : end;
      }
    }
    int fade = Math.min(end, HZ / 50);
    double[][] out = new double[sound.length][];
    for (int c = 0; c < out.length; c++) {
      out[c] = java.util.Arrays.copyOf(sound[c], end);
      for (int i = 0; i < fade; i++) {
        out[c][end - 1 - i] *= (double) i / fade;
      }
    }
    return out;
  }

  /** The same name gives the same chance on every machine. */
  private static long seed(String name) {
    long seed = 1;
    for (char letter : name.toCharArray()) {
      seed = seed * 31 + letter;
    }
    return new SplittableRandom(seed).nextLong();
  }
}
