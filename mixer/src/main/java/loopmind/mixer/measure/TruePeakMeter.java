package loopmind.mixer.measure;

import java.util.Arrays;
import loopmind.arranger.units.Decibels;
import loopmind.mixer.audio.AudioBuffer;

/**
 * The largest true peak of a programme over all its channels: how high it swings between the frames
 * as well ({@link IntersamplePeaks}). Sound is added in blocks of any size. Not safe to share
 * between threads.
 */
public final class TruePeakMeter implements Meter {

  /** What silence reads. */
  public static final Decibels SILENCE = new Decibels(-150);

  private final IntersamplePeaks[] channels;

  /**
   * @param channels 1 or more
   */
  public TruePeakMeter(int channels) {
    this.channels = new IntersamplePeaks[channels];
    Arrays.setAll(this.channels, c -> new IntersamplePeaks());
  }

  public static Decibels of(AudioBuffer sound) {
    TruePeakMeter meter = new TruePeakMeter(sound.channelCount());
    meter.add(sound.channels(), 0, sound.frames());
    return meter.truePeak();
  }

  @Override
  public void add(float[][] block, int from, int count) {
    for (int c = 0; c < channels.length; c++) {
      channels[c].add(block[c], from, count);
    }
  }

  /** dBTP so far, as if silence followed; {@link #SILENCE} where it is quieter. */
  public Decibels truePeak() {
    double largest = 0;
    for (IntersamplePeaks channel : channels) {
      largest = Math.max(largest, channel.largest());
    }
    return largest <= SILENCE.ratio() ? SILENCE : Decibels.ofRatio(largest);
  }
}
