/** Balances the layers of a song: level, pan, spectrum, ducking, space. */
@NullMarked
package loopmind.mixer.mix;

import org.jspecify.annotations.NullMarked;
