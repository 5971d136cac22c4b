package loopmind.tools;

import java.util.Optional;
import loopmind.arranger.song.Song;

/**
 * Another version of the song lies on the desk, and is saved.
 *
 * @param before the song until now; empty where there was none
 * @param after the song from now on; may equal the one before
 * @param version its number, counted from 1
 */
public record SongChanged(Optional<Song> before, Song after, int version) {}
