package loopmind.mixer.render;

import loopmind.arranger.loop.Loop;
import loopmind.mixer.audio.AudioBuffer;

/** Where the sound of loops comes from; the library stands behind it. Asked by several threads. */
public interface LoopAudio {

  /**
   * The sound of a loop's region of its file, at the rate of the file.
   *
   * @throws loopmind.mixer.audio.AudioUnreadable where the file is gone or cannot be read
   */
  AudioBuffer read(Loop loop);
}
