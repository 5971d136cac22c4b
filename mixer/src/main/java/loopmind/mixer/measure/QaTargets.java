package loopmind.mixer.measure;

import java.util.Optional;
import java.util.OptionalLong;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.Seconds;

/**
 * What a finished sound should be; what is empty is not checked.
 *
 * @param tempo its beats should lie on
 * @param key its notes should fit
 * @param loudness integrated
 * @param truePeak highest that is allowed
 * @param frames exact length
 * @param longestGap longest silence that is allowed
 */
public record QaTargets(
    Optional<Bpm> tempo,
    Optional<MusicalKey> key,
    Optional<Lufs> loudness,
    Optional<Decibels> truePeak,
    OptionalLong frames,
    Optional<Seconds> longestGap) {}
