/**
 * Writes the plan of a song: sections, lengths, layers, energy and transitions, by a small
 * transformer held to what was asked.
 */
@NullMarked
package loopmind.arranger.plan;

import org.jspecify.annotations.NullMarked;
