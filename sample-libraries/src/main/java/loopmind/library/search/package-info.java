/** Brings the catalogue up to date with folders, and finds loops among those that it knows. */
@NullMarked
package loopmind.library.search;

import org.jspecify.annotations.NullMarked;
