package loopmind.mixer.render;

import java.nio.file.Path;
import java.util.Set;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.units.Seconds;

/**
 * A stretch of a song that was made heard before the whole was done.
 *
 * @param file WAV
 * @param start where in the song it begins
 * @param end where in the song it ends
 * @param sections those that were played anew, all over the song
 * @param millis until the file was whole
 */
public record Preview(
    Path file, Seconds start, Seconds end, Set<SectionId> sections, long millis) {}
