package loopmind.mixer.mix;

import java.util.List;
import loopmind.arranger.song.ToneBand;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.audio.AudioBuffer;

/**
 * What is done to the sound of one loop before it is played in a section: all of the mix that does
 * not depend on when it sounds. A loop that repeats is treated as if it had repeated for ever: its
 * filters have settled before its first frame, so that every repetition, in every section, is the
 * same, and nothing of it hangs over a border.
 *
 * @param bands filters, one after the other
 * @param pan −1 (left) to 1
 * @param width factor of the difference of the sides
 * @param lowsInTheMiddle whether nothing below {@value RoleChain#WIDTH_FROM_HZ} Hz stays at a side
 * @param punch by how much hits stand out, as {@link loopmind.arranger.song.MixColour#punch}
 * @param saturation strength of the effect; 0 for none
 * @param widening strength of the effect; 0 for none
 */
public record Treatment(
    List<ToneBand> bands,
    double pan,
    double width,
    boolean lowsInTheMiddle,
    double punch,
    int saturation,
    int widening) {

  /** In this time the lowest high-pass has fallen below −190 dB. */
  private static final Seconds SETTLING = new Seconds(0.75);

  public Treatment {
    bands = List.copyOf(bands);
  }

  /**
   * The loop as it is played, in two channels.
   *
   * @param sound one turn of a loop, or a one-shot; one or two channels; stays as it is
   * @param repeats whether its end and its beginning are neighbours
   */
  public AudioBuffer of(AudioBuffer sound, boolean repeats) {
    SampleRate rate = sound.rate();
    int frames = sound.frames();
    int warmUp = repeats ? (int) rate.framesIn(SETTLING) : 0;
    float[][] own = new float[Math.min(2, sound.channelCount())][];
    java.util.Arrays.setAll(own, c -> sound.channel(c).clone());
    if (frames == 0) {
      return AudioBuffer.silence(2, 0, rate);
    }
    if (saturation > 0) {
      Saturation.apply(own, saturation);
    }
    if (punch != 0) {
      Punch.apply(own, punch, warmUp, rate);
    }
    float[][] sides = panned(own, frames);
    if (widening > 0) {
      Widening.apply(sides, widening, warmUp, rate);
    }
    if (width != 1) {
      widen(sides, frames);
    }
    if (lowsInTheMiddle || !bands.isEmpty()) {
      filter(sides, warmUp, rate);
    }
    return new AudioBuffer(sides, rate);
  }

  private float[][] panned(float[][] own, int frames) {
    // equal power: a layer is as loud on its way from side to side as in the middle
    double angle = Math.PI / 4 * (1 + pan);
    float left = (float) (Math.sqrt(2) * Math.cos(angle));
    float right = (float) (Math.sqrt(2) * Math.sin(angle));
    float[][] sides = new float[2][frames];
    for (int i = 0; i < frames; i++) {
      sides[0][i] = left * own[0][i];
      sides[1][i] = right * own[own.length - 1][i];
    }
    return sides;
  }

  private void widen(float[][] sides, int frames) {
    for (int i = 0; i < frames; i++) {
      float middle = (sides[0][i] + sides[1][i]) / 2;
      float side = (float) (width * (sides[0][i] - sides[1][i]) / 2);
      sides[0][i] = middle + side;
      sides[1][i] = middle - side;
    }
  }

  private void filter(float[][] sides, int warmUp, SampleRate rate) {
    RoleChain chain = new RoleChain(ToneFilters.shapes(bands, rate), lowsInTheMiddle, rate);
    if (warmUp > 0) {
      int frames = sides[0].length;
      float[][] before = new float[2][warmUp];
      for (int i = 0; i < warmUp; i++) {
        int from = Math.floorMod(i - warmUp, frames);
        before[0][i] = sides[0][from];
        before[1][i] = sides[1][from];
      }
      chain.process(before, warmUp);
    }
    chain.process(sides, sides[0].length);
  }
}
