/** The turn: a message in, tool calls and an answer out. */
@NullMarked
package loopmind.assistant.chat;

import org.jspecify.annotations.NullMarked;
