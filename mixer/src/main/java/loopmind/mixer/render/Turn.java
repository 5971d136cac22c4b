package loopmind.mixer.render;

import loopmind.mixer.mix.Treatment;

/**
 * A loop as it is played: fitted, then treated.
 *
 * @param fit how it is fitted
 * @param treatment what the mix does to it
 */
record Turn(TurnKey fit, Treatment treatment) {}
