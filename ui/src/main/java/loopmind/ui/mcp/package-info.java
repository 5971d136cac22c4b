/** Songs and library for other programs' assistants: the Model Context Protocol. */
@NullMarked
package loopmind.ui.mcp;

import org.jspecify.annotations.NullMarked;
