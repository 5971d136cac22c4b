/** From words to finished songs, as a person uses the command line. */
@NullMarked
package loopmind.journeys;

import org.jspecify.annotations.NullMarked;
