package loopmind.mixer.mix;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import loopmind.arranger.loop.Role;

/**
 * Where a role stands in a mix, before anything is known of the song.
 *
 * @param faderDb above {@link #REFERENCE_LUFS}
 * @param pan of its first layer, −1 (left) to 1
 * @param spread by how much further layers of the role are panned, to either side in turn
 * @param highPassHz below this it is taken away
 * @param hallDb send to the hall; {@link #NONE_DB} for none
 * @param echoDb send to the echo; {@link #NONE_DB} for none
 * @param duckDb by how much a kick turns it down
 * @param rank 0 for what is never cut to make room for others
 */
record RoleSound(
    double faderDb,
    double pan,
    double spread,
    double highPassHz,
    double hallDb,
    double echoDb,
    double duckDb,
    int rank) {

  /** What every loop is brought to before its fader. */
  static final double REFERENCE_LUFS = -38;

  static final double NONE_DB = -200;

  private static final Map<Role, RoleSound> SOUNDS = new EnumMap<>(Role.class);

  static {
    SOUNDS.put(Role.VOCAL, new RoleSound(12.5, 0, 0.3, 90, -15, -18, 0, 0));
    SOUNDS.put(Role.DRUMS, new RoleSound(9.5, 0, 0, 25, -28, NONE_DB, 0, 1));
    SOUNDS.put(Role.BASS, new RoleSound(10, 0, 0, 28, NONE_DB, NONE_DB, 3, 2));
    SOUNDS.put(Role.MELODY, new RoleSound(9.5, 0, 0.35, 140, -16, -17, 0, 3));
    SOUNDS.put(Role.CHORDS, new RoleSound(8.5, -0.25, 0.5, 110, -18, NONE_DB, 1.5, 4));
    SOUNDS.put(Role.PAD, new RoleSound(7.5, 0.2, 0.6, 130, -17, NONE_DB, 3, 5));
    SOUNDS.put(Role.PERCUSSION, new RoleSound(6, 0.35, 0.7, 160, -20, NONE_DB, 0, 6));
    SOUNDS.put(Role.FX, new RoleSound(6, 0, 0.3, 60, -16, NONE_DB, 0, 7));
  }

  static RoleSound of(Role role) {
    return Objects.requireNonNull(SOUNDS.get(role));
  }
}
