package loopmind.mixer.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.mix.SongMix;
import loopmind.mixer.mix.Space;

/**
 * All that one section adds to a song, as far as it is known before anything sounds, in frames from
 * the section's first. Its sound follows from it alone: where in the song it lies and what stands
 * beside it is not in it. The song before the master is the sum of its segments.
 *
 * @param rate of the sound
 * @param beatFrames frames of a beat
 * @param beatsPerBar beats of a bar
 * @param frames length of the section
 * @param lead frames before the section in which it already fades in
 * @param tail frames after the section in which halls and echoes ring on
 * @param parts what sounds
 * @param out the transition into the next section
 * @param space hall and echo
 */
record Segment(
    SampleRate rate,
    double beatFrames,
    int beatsPerBar,
    long frames,
    long lead,
    long tail,
    List<Part> parts,
    Optional<Passage> out,
    Space space) {

  /** Goes up with each change of the program after which the same segment sounds different. */
  private static final int SOUND = 1;

  Segment {
    parts = List.copyOf(parts);
  }

  double barFrames() {
    return beatFrames * beatsPerBar;
  }

  /** All frames: lead, section and tail. */
  long allFrames() {
    return lead + frames + tail;
  }

  /**
   * Names its sound: two segments with the same key sound the same. A hash of the text of the
   * records, which holds every number in full.
   */
  String key() {
    return hash("segment %d %s".formatted(SOUND, this));
  }

  /** The roles that may sound. */
  SortedSet<Role> roles() {
    SortedSet<Role> roles = new TreeSet<>();
    parts.forEach(part -> roles.add(part.role()));
    if (tail > 0 || out.filter(Passage::rises).isPresent()) {
      roles.add(Role.FX);
    }
    return roles;
  }

  /** Whether anything is sent to the hall, by a part or by what rises. */
  boolean hasHall() {
    return parts.stream().anyMatch(part -> part.hallDb() > SongMix.NO_SEND_DB);
  }

  boolean hasEcho() {
    return parts.stream().anyMatch(part -> part.echoDb() > SongMix.NO_SEND_DB);
  }

  static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java knows SHA-256.", impossible);
    }
  }
}
