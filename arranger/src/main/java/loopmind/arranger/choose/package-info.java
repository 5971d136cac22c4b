/** Which loops fit together and with a wish, each choice with its reasons in words. */
@NullMarked
package loopmind.arranger.choose;

import org.jspecify.annotations.NullMarked;
