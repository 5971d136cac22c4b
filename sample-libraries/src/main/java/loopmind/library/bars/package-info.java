/** Beats, bars and parts of long recordings: songs to match, and takes to cut into loops. */
@NullMarked
package loopmind.library.bars;

import org.jspecify.annotations.NullMarked;
