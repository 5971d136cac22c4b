/**
 * Quantities with their unit in the type, so that beats, bars, seconds and frames are never mixed
 * up; {@link loopmind.arranger.units.TempoMap} alone converts between them.
 */
@NullMarked
package loopmind.arranger.units;

import org.jspecify.annotations.NullMarked;
