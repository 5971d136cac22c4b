/** Sound in memory and in files: decoding, encoding, streaming. */
@NullMarked
package loopmind.mixer.audio;

import org.jspecify.annotations.NullMarked;
