package loopmind.mixer.audio;

import loopmind.arranger.units.Frames;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/**
 * Sound in memory: one array of samples a channel, all of the same length, full scale ±1.
 *
 * <p>The arrays are the buffer's own storage and are handed out as they are, because copying
 * minutes of sound at each step would cost more than it guards: whoever changes them says so.
 */
public final class AudioBuffer {

  private final float[][] channels;
  private final SampleRate rate;

  /**
   * @param channels at least one, all of the same length; kept, not copied
   */
  public AudioBuffer(float[][] channels, SampleRate rate) {
    if (channels.length == 0) {
      throw new IllegalArgumentException("A sound needs at least one channel.");
    }
    for (float[] channel : channels) {
      if (channel.length != channels[0].length) {
        throw new IllegalArgumentException(
            "The channels of a sound need the same length, but have %d and %d frames."
                .formatted(channels[0].length, channel.length));
      }
    }
    this.channels = channels;
    this.rate = rate;
  }

  public static AudioBuffer silence(int channels, int frames, SampleRate rate) {
    return new AudioBuffer(new float[channels][frames], rate);
  }

  public int channelCount() {
    return channels.length;
  }

  public int frames() {
    return channels[0].length;
  }

  public SampleRate rate() {
    return rate;
  }

  public Seconds length() {
    return rate.lengthOf(new Frames(frames()));
  }

  /** The samples of one channel, counted from 0; shared with this buffer. */
  public float[] channel(int index) {
    return channels[index];
  }

  /** All channels; shared with this buffer. */
  public float[][] channels() {
    return channels;
  }

  /** The mean of all channels, in a new array. */
  public float[] mono() {
    float[] mean = new float[frames()];
    for (float[] channel : channels) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += channel[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= channels.length;
    }
    return mean;
  }

  /** A copy of {@code length} frames from {@code start}; both within the buffer. */
  public AudioBuffer slice(int start, int length) {
    if (start < 0 || length < 0 || start + length > frames()) {
      throw new IllegalArgumentException(
          "Frames %d to %d lie outside a sound of %d frames."
              .formatted(start, start + length, frames()));
    }
    float[][] part = new float[channels.length][];
    for (int c = 0; c < channels.length; c++) {
      part[c] = java.util.Arrays.copyOfRange(channels[c], start, start + length);
    }
    return new AudioBuffer(part, rate);
  }
}
