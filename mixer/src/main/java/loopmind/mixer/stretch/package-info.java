/** Changes length and pitch of a loop apart from each other, to the frame. */
@NullMarked
package loopmind.mixer.stretch;

import org.jspecify.annotations.NullMarked;
