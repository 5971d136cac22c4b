/** Which tool a message begins with, as a network sees it that knows language in general. */
@NullMarked
package loopmind.assistant.intent;

import org.jspecify.annotations.NullMarked;
