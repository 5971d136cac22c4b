/**
 * Sounds made from nothing: drum machine, basses, keys, pads, leads, textures, a sequencer and the
 * effects that a loop needs; the starter pack is made of them, and so are the benchmarks that must
 * know every note.
 */
@NullMarked
package loopmind.mixer.synth;

import org.jspecify.annotations.NullMarked;
