/** The only package that loads a language model. */
@NullMarked
package loopmind.assistant.runtime;

import org.jspecify.annotations.NullMarked;
