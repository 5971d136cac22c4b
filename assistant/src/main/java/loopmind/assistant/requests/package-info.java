/** Files of messages read through an interpreter, for scripts and benchmarks; executes nothing. */
@NullMarked
package loopmind.assistant.requests;

import org.jspecify.annotations.NullMarked;
