/** Starts LoopMind and wires its rooms together. */
@NullMarked
package loopmind.ui;

import org.jspecify.annotations.NullMarked;
