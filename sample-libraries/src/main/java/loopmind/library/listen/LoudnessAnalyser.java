package loopmind.library.listen;

import java.util.Arrays;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.TruePeakMeter;

/**
 * Measures loudness and true peak (ITU-R BS.1770). A hit shorter than one gating block of 400 ms is
 * measured as if silence followed it, because it has no loudness otherwise.
 */
final class LoudnessAnalyser implements Analyser<LoudnessFacts> {

  private static final Seconds GATING_BLOCK = Seconds.ofMillis(400);

  @Override
  public String name() {
    return "loudness";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<LoudnessFacts> factsType() {
    return LoudnessFacts.class;
  }

  @Override
  public LoudnessFacts listen(Sound sound, Heard heard) {
    AudioBuffer audio = sound.audio();
    int least = (int) audio.rate().framesIn(GATING_BLOCK) + 1;
    AudioBuffer measured = audio;
    if (audio.frames() < least) {
      float[][] longer = new float[audio.channelCount()][];
      for (int c = 0; c < longer.length; c++) {
        longer[c] = Arrays.copyOf(audio.channel(c), least);
      }
      measured = new AudioBuffer(longer, audio.rate());
    }
    return new LoudnessFacts(LoudnessMeter.of(measured).value(), TruePeakMeter.of(audio).value());
  }
}
