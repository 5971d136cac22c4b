/**
 * Measures finished sound: loudness, true peak, spectrum, tempo grid; the gate that every render
 * passes.
 */
@NullMarked
package loopmind.mixer.measure;

import org.jspecify.annotations.NullMarked;
