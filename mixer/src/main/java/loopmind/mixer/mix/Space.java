package loopmind.mixer.mix;

import loopmind.arranger.units.Seconds;

/**
 * The room of a song.
 *
 * @param hallDecay until a sound in the hall has fallen by 60 dB
 * @param echoTime between two repeats of the echo
 */
public record Space(Seconds hallDecay, Seconds echoTime) {}
