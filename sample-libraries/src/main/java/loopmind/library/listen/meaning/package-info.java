/**
 * The small network that puts sounds and what people say of them into one space, and hears which
 * words a sound deserves. Trained in {@code models/meaning}.
 */
@NullMarked
package loopmind.library.listen.meaning;

import org.jspecify.annotations.NullMarked;
