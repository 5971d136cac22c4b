/**
 * Turns sound into facts: one analyser a class behind a small interface; one that fails is reported
 * and stops nothing.
 */
@NullMarked
package loopmind.library.listen;

import org.jspecify.annotations.NullMarked;
