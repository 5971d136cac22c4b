/**
 * Finds the sound files of a folder and of its archives, safely, and names each by the hash of its
 * content.
 */
@NullMarked
package loopmind.library.ingest;

import org.jspecify.annotations.NullMarked;
