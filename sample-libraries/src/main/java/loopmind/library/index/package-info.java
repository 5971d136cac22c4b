/**
 * Finds the nearest of many sounds. The catalogue is the truth: an index holds what it is told to
 * hold, can be thrown away at any time, and is filled again from there. Embedded by default; a
 * Qdrant server where one is named.
 */
@NullMarked
package loopmind.library.index;

import org.jspecify.annotations.NullMarked;
