/**
 * A recording with known facts, and the port through which the arranger asks for such recordings.
 */
@NullMarked
package loopmind.arranger.loop;

import org.jspecify.annotations.NullMarked;
