package loopmind.mixer.render;

import java.util.SortedMap;
import loopmind.arranger.loop.Role;

/**
 * What one section adds to a song before the master, by hash: equal where every sample is. The
 * section's sound is hashed from where it fades in before its first frame to the end of its tail,
 * wherever in the song it lies.
 *
 * @param mix SHA-256 of the sum of its stems
 * @param stems SHA-256 of each stem that it has
 */
public record Fingerprint(String mix, SortedMap<Role, String> stems) {}
