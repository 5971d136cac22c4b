/** Finds loops among those that the catalogue knows. */
@NullMarked
package loopmind.library.search;

import org.jspecify.annotations.NullMarked;
