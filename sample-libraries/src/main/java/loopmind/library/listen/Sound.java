package loopmind.library.listen;

import loopmind.arranger.units.Seconds;
import loopmind.mixer.audio.AudioBuffer;

/**
 * One region of a file, ready to be listened to.
 *
 * @param audio the region's sound at the rate of the file
 * @param mono the mean of its channels
 * @param start where the region begins in the file
 * @param fileLength of the whole file
 */
public record Sound(AudioBuffer audio, float[] mono, Seconds start, Seconds fileLength) {

  public static Sound of(AudioBuffer audio, Seconds start, Seconds fileLength) {
    return new Sound(audio, audio.mono(), start, fileLength);
  }
}
