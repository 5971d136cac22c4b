/** The page: what a producer sees and touches. */
@NullMarked
package loopmind.ui.timeline;

import org.jspecify.annotations.NullMarked;
