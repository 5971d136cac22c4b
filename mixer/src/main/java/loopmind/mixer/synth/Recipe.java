package loopmind.mixer.synth;

import java.util.function.Supplier;
import loopmind.mixer.audio.AudioBuffer;

/**
 * One sound of the starter pack and how it is made.
 *
 * @param folder of the pack it lies in
 * @param name of its file, without ending
 * @param cook makes it, the same at every call
 */
record Recipe(String folder, String name, Supplier<AudioBuffer> cook) {

  /** The sound to the sample as it is stored. */
  AudioBuffer sound() {
    return Grain.of(cook.get());
  }
}
