/** The command line: one class a command, built from plain constructors. */
@NullMarked
package loopmind.ui.cli;

import org.jspecify.annotations.NullMarked;
