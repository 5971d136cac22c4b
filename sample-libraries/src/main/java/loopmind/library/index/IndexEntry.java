package loopmind.library.index;

import java.util.Arrays;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;

/**
 * A sound as an index holds it.
 *
 * @param id which
 * @param place of unit length
 * @param facts to filter by
 */
public record IndexEntry(LoopId id, Embedding place, IndexFacts facts) {

  public static IndexEntry of(Loop loop) {
    return new IndexEntry(loop.id(), loop.embedding(), IndexFacts.of(loop));
  }

  /** Another number, as good as surely, where place or facts differ. */
  public long print() {
    long hash = Arrays.hashCode(place.values());
    for (Object fact :
        new Object[] {
          facts.role().word(),
          facts.bpm(),
          facts.key(),
          facts.energy(),
          facts.pack(),
          facts.tags().stream().sorted().toList()
        }) {
      hash = hash * 1_000_003 + fact.hashCode();
    }
    return hash;
  }
}
