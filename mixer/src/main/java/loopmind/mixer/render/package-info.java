/**
 * A song into a plan in frames, and the plan into blocks of sound; the same bytes with one thread
 * or many.
 */
@NullMarked
package loopmind.mixer.render;

import org.jspecify.annotations.NullMarked;
