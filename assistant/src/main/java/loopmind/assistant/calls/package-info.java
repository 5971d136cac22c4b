/**
 * What passes between the conversation and everything else: tool calls, the contract they keep, and
 * the state of the song that a message talks about.
 */
@NullMarked
package loopmind.assistant.calls;

import org.jspecify.annotations.NullMarked;
