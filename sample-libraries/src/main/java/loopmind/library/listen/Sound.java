package loopmind.library.listen;

import loopmind.arranger.units.Seconds;
import loopmind.mixer.audio.AudioBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One region of a file, ready to be listened to. Views that several analysers need are worked out
 * once, when first asked for; not safe to share between threads.
 */
public final class Sound {

  private final AudioBuffer audio;
  private final float[] mono;
  private final Seconds start;
  private final Seconds fileLength;
  private @Nullable OnsetStrength strength;
  private @Nullable ToneMap tones;

  private Sound(AudioBuffer audio, Seconds start, Seconds fileLength) {
    this.audio = audio;
    this.mono = audio.mono();
    this.start = start;
    this.fileLength = fileLength;
  }

  /**
   * @param audio the region's sound at the rate of the file
   * @param start where the region begins in the file
   * @param fileLength of the whole file
   */
  public static Sound of(AudioBuffer audio, Seconds start, Seconds fileLength) {
    return new Sound(audio, start, fileLength);
  }

  /** The region's sound at the rate of the file. */
  public AudioBuffer audio() {
    return audio;
  }

  /** The mean of its channels; shared, not to be changed. */
  public float[] mono() {
    return mono;
  }

  /** Where the region begins in the file. */
  public Seconds start() {
    return start;
  }

  /** Of the whole file. */
  public Seconds fileLength() {
    return fileLength;
  }

  /** Of this region. */
  public double seconds() {
    return mono.length / (double) audio.rate().hz();
  }

  OnsetStrength strength() {
    if (strength == null) {
      strength = OnsetStrength.of(mono, audio.rate().hz());
    }
    return strength;
  }

  ToneMap tones() {
    if (tones == null) {
      tones = ToneMap.of(mono, audio.rate().hz());
    }
    return tones;
  }
}
