package loopmind.library.index;

import loopmind.arranger.loop.LoopId;

/**
 * A sound that was found.
 *
 * @param id which
 * @param cosine of the angle to what was looked for, −1 to 1
 */
public record Near(LoopId id, double cosine) {}
