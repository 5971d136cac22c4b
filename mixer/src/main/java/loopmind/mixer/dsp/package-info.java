/**
 * Filters, transforms, windows, envelopes and resampling: no files, clock, threads or unseeded
 * chance.
 */
@NullMarked
package loopmind.mixer.dsp;

import org.jspecify.annotations.NullMarked;
