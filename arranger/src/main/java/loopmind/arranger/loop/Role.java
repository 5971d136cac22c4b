package loopmind.arranger.loop;

import java.util.Locale;
import java.util.Optional;

/** What a loop does in a song. The words are those of the tool contract. */
public enum Role {
  DRUMS,
  PERCUSSION,
  BASS,
  CHORDS,
  MELODY,
  PAD,
  VOCAL,
  FX;

  /** The word people and tools use: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether loops of this role carry pitches that must agree with the key. */
  public boolean isTonal() {
    return this == BASS || this == CHORDS || this == MELODY || this == PAD || this == VOCAL;
  }

  /** Whether loops of this role are made of hits rather than held tones. */
  public boolean isPercussive() {
    return this == DRUMS || this == PERCUSSION;
  }

  /** The role of that {@link #word}; empty for any other word. */
  public static Optional<Role> named(String word) {
    for (Role role : values()) {
      if (role.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
