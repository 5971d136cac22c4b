package loopmind.mixer.measure;

import loopmind.mixer.audio.AudioBuffer;

/**
 * Listens to a sound block by block and gives its reading afterwards; the reading does not depend
 * on how the sound was cut into blocks. Meters are not safe to share between threads.
 */
public interface Meter {

  /** Hears {@code count} frames from frame {@code from} of {@code block}, one array a channel. */
  void add(float[][] block, int from, int count);

  /** Hears all of {@code sound}. */
  default void add(AudioBuffer sound) {
    add(sound.channels(), 0, sound.frames());
  }
}
