/**
 * The one door through which a song changes: a class a tool, and the desk that holds the current
 * song.
 */
@NullMarked
package loopmind.tools;

import org.jspecify.annotations.NullMarked;
