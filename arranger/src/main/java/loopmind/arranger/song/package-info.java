/**
 * The song as an immutable graph of sections, transitions, layers and placements; every edit
 * returns a new song.
 */
@NullMarked
package loopmind.arranger.song;

import org.jspecify.annotations.NullMarked;
