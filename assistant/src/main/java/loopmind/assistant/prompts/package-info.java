/** Reads what the assistant is told from the prompt files. */
@NullMarked
package loopmind.assistant.prompts;

import org.jspecify.annotations.NullMarked;
