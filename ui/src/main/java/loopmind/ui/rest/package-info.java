/** Everything that the page does, as HTTP calls for programs. */
@NullMarked
package loopmind.ui.rest;

import org.jspecify.annotations.NullMarked;
