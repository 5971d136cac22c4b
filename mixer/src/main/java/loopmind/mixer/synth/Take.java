package loopmind.mixer.synth;

import java.util.SplittableRandom;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;

/**
 * A recording of a loop that has always been running: what rings after the end sounds at the
 * beginning, and effects have heard all turns before. It repeats without a seam for that reason.
 */
final class Take {

  /** Effects run this long before the turn that is kept: a reverb of 3 s has then settled. */
  private static final double SETTLING_SECONDS = 6;

  private final double bpm;
  private final double beats;
  private final int hz;
  private final SplittableRandom chance;
  private double[][] turn;
  private double looseSeconds;

  /**
   * @param channels 1 or 2
   */
  Take(int channels, double bpm, double beats, int hz, long seed) {
    this.bpm = bpm;
    this.beats = beats;
    this.hz = hz;
    chance = new SplittableRandom(seed);
    turn = new double[channels][(int) StrictMath.rint(beats * 60 / bpm * hz)];
  }

  /** From now on players are off the beat by up to this much, and strike unevenly. */
  Take loose(double milliseconds) {
    looseSeconds = milliseconds / 1000;
    return this;
  }

  /** Records a part, repeated until the loop is full. */
  Take add(Voice voice, Part part, double gainDb) {
    return add(voice, part, gainDb, 0);
  }

  /**
   * @param pan −1 left to 1 right, at equal power; a take of one channel has no sides
   */
  Take add(Voice voice, Part part, double gainDb, double pan) {
    int rounds = (int) StrictMath.rint(beats / part.beats());
    if (rounds < 1 || StrictMath.abs(rounds * part.beats() - beats) > 1e-6) {
      throw new IllegalArgumentException(
          "A part of %s beats does not fill a loop of %s.".formatted(part.beats(), beats));
    }
    for (int round = 0; round < rounds; round++) {
      for (Note note : part.notes()) {
        double beat = note.beat() + round * part.beats();
        strike(voice, note, beat, Sound.ratio(gainDb), pan);
      }
    }
    return this;
  }

  private void strike(Voice voice, Note note, double beat, double gain, double pan) {
    // a triangle: most strokes are near the beat
    double early = chance.nextDouble();
    double late = looseSeconds * (chance.nextDouble() - early);
    double uneven = looseSeconds == 0 ? 1 : 1 - 0.12 * chance.nextDouble();
    long seed = chance.nextLong();
    double velocity = Math.min(1, note.velocity() * uneven);
    double[][] sound =
        voice.play(
            new Strike(note.pitch(), note.from(), note.beats() * 60 / bpm, velocity, hz, seed));
    int start = (int) StrictMath.rint((beat * 60 / bpm + late) * hz);
    double angle = (pan + 1) * StrictMath.PI / 4;
    for (int c = 0; c < turn.length; c++) {
      double side =
          turn.length == 1
              ? 1
              : StrictMath.sqrt(2) * (c == 0 ? StrictMath.cos(angle) : StrictMath.sin(angle));
      lay(sound, c, start, gain * side);
    }
  }

  private void lay(double[][] sound, int channel, int start, double gain) {
    double[] into = turn[channel];
    boolean fold = turn.length == 1 && sound.length == 2;
    double[] from = sound[Math.min(channel, sound.length - 1)];
    for (int i = 0; i < from.length; i++) {
      double x = fold ? (from[i] + sound[1][i]) / 2 : from[i];
      into[Math.floorMod(start + i, into.length)] += gain * x;
    }
  }

  /** Adds another take of the same length. */
  Take add(Take other, double gainDb) {
    double gain = Sound.ratio(gainDb);
    for (int c = 0; c < turn.length; c++) {
      double[] from = other.turn[Math.min(c, other.turn.length - 1)];
      for (int i = 0; i < turn[c].length; i++) {
        turn[c][i] += gain * from[i];
      }
    }
    return this;
  }

  /** Sends the take through effects, one after the other. */
  Take through(Effect... effects) {
    int before = (int) StrictMath.ceil(SETTLING_SECONDS * hz / turn[0].length);
    int frames = turn[0].length;
    for (Effect effect : effects) {
      double[][] all = new double[turn.length][(before + 1) * frames];
      for (int c = 0; c < turn.length; c++) {
        for (int round = 0; round <= before; round++) {
          System.arraycopy(turn[c], 0, all[c], round * frames, frames);
        }
      }
      effect.process(all, hz);
      for (int c = 0; c < turn.length; c++) {
        System.arraycopy(all[c], before * frames, turn[c], 0, frames);
      }
    }
    return this;
  }

  int frames() {
    return turn[0].length;
  }

  /** The take at a peak level, without direct current. */
  AudioBuffer at(double peakDb) {
    return buffer(turn, hz, peakDb);
  }

  /** Sound as a buffer whose highest sample is at {@code peakDb}. */
  static AudioBuffer buffer(double[][] sound, int hz, double peakDb) {
    double gain = Sound.ratio(peakDb) / Math.max(1e-9, Sound.peak(sound));
    float[][] out = new float[sound.length][sound[0].length];
    for (int c = 0; c < out.length; c++) {
      for (int i = 0; i < out[c].length; i++) {
        out[c][i] = (float) (gain * sound[c][i]);
      }
    }
    return new AudioBuffer(out, new SampleRate(hz));
  }
}
