/**
 * The small network that hears what a sound is: its role, instrument and kind, and where it lies
 * among other sounds. Kept apart from the other analysers because its sums must agree, number for
 * number, with the training code in {@code models/ears/train}.
 */
@NullMarked
package loopmind.library.listen.ears;

import org.jspecify.annotations.NullMarked;
