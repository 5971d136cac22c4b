/** Keeps what was heard in a database, so that no file is listened to twice. */
@NullMarked
package loopmind.library.catalogue;

import org.jspecify.annotations.NullMarked;
