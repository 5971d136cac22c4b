/** Rooms and names: the structure of the house as tests. */
@NullMarked
package loopmind.structure;

import org.jspecify.annotations.NullMarked;
