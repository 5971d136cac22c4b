package loopmind.library.listen;

import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.KeyFact;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.Tag;
import loopmind.arranger.loop.TempoFact;

/**
 * What a region is, after its sound and what is said about it were weighed.
 *
 * @param kind what sort of recording
 * @param kindConfidence probability that {@code kind} is right, 0 to 1
 * @param tempo where it repeats in one
 * @param key where it has one
 * @param role what it does in a song
 * @param roleConfidence probability that {@code role} is right, 0 to 1
 * @param instrument lower-case word
 * @param tags how it sounds, the surest first
 */
public record Verdict(
    LoopKind kind,
    double kindConfidence,
    Optional<TempoFact> tempo,
    Optional<KeyFact> key,
    Role role,
    double roleConfidence,
    String instrument,
    List<Tag> tags) {

  public Verdict {
    tags = List.copyOf(tags);
  }
}
