/**
 * What a finished track is: its tempo, key, loudness, spectrum and parts, for songs that are to
 * follow it.
 */
@NullMarked
package loopmind.library.track;

import org.jspecify.annotations.NullMarked;
