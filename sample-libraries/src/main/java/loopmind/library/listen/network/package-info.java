/** Runs the small networks of listening; what goes in and comes out is plain numbers. */
@NullMarked
package loopmind.library.listen.network;

import org.jspecify.annotations.NullMarked;
