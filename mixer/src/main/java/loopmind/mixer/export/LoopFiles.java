package loopmind.mixer.export;

import java.nio.file.Path;
import loopmind.arranger.loop.Loop;
import loopmind.mixer.render.LoopAudio;

/** Where loops lie as files; the library stands behind it. */
public interface LoopFiles extends LoopAudio {

  /**
   * The whole file that a loop, or a region of it, was cut from; its bytes hash to the id of the
   * loop.
   *
   * @throws loopmind.mixer.audio.AudioUnreadable where it is gone or another one
   */
  Path file(Loop loop);
}
