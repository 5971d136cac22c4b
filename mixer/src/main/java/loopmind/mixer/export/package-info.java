/**
 * A finished song for other programs: compressed sound, MIDI, DAWproject, and an archive of the
 * song with its loops.
 */
@NullMarked
package loopmind.mixer.export;

import org.jspecify.annotations.NullMarked;
