package loopmind.mixer.render;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a render writes.
 *
 * @param mix the master's file; its ending, {@code .wav} or {@code .flac}, says the format
 * @param stems folder for a file of each role; empty for none
 * @param fromBar first bar, from 0
 * @param toBar bar after the last; {@link #END} for the end of the song
 * @param threads how many, 1 or more; changes no sample
 */
public record RenderOptions(Path mix, Optional<Path> stems, int fromBar, int toBar, int threads) {

  public static final int END = Integer.MAX_VALUE;

  public static RenderOptions whole(Path mix, Optional<Path> stems, int threads) {
    return new RenderOptions(mix, stems, 0, END, threads);
  }
}
