/** Songs that are made while nobody waits: a queue that survives the end of the process. */
@NullMarked
package loopmind.ui.jobs;

import org.jspecify.annotations.NullMarked;
