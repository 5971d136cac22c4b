/**
 * What the embedded model reads and writes: messages into prompts with slots, its compact notation
 * into tool calls. Described in {@code models/assistant/NOTATION.md}, whose reference and test
 * vectors this package has to agree with to the letter, because the model was trained on them.
 */
@NullMarked
package loopmind.assistant.notation;

import org.jspecify.annotations.NullMarked;
