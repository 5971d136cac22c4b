/**
 * A song into segments in frames, one a section, and segments into sound; only what an edit changed
 * is played again; the same bytes with one thread or many.
 */
@NullMarked
package loopmind.mixer.render;

import org.jspecify.annotations.NullMarked;
