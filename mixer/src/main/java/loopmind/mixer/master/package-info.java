/** Brings a mix to its loudness under a true-peak limit. */
@NullMarked
package loopmind.mixer.master;

import org.jspecify.annotations.NullMarked;
