package loopmind.library.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.library.index.IndexEntry;
import loopmind.library.index.IndexFacts;
import loopmind.library.index.ScanIndex;
import org.junit.jupiter.api.Test;

class SoundMapTest {

  private static final int SOUNDS = 500, DIMENSIONS = 64, NEIGHBOURS = 10;

  /** Places around some centres, along curves, as sounds of some kinds lie. */
  private static List<IndexEntry> sounds() {
    Random random = new Random(4);
    double[][] centres = new double[12][DIMENSIONS];
    for (double[] centre : centres) {
      for (int d = 0; d < DIMENSIONS; d++) {
        centre[d] = random.nextGaussian();
      }
    }
    List<IndexEntry> sounds = new ArrayList<>();
    for (int i = 0; i < SOUNDS; i++) {
      double[] one = centres[i % 12];
      double[] other = centres[(i + 5) % 12];
      double share = 0.5 * random.nextDouble();
      float[] place = new float[DIMENSIONS];
      double length = 0;
      for (int d = 0; d < DIMENSIONS; d++) {
        place[d] = (float) (one[d] * (1 - share) + other[d] * share + 0.1 * random.nextGaussian());
        length += place[d] * place[d];
      }
      for (int d = 0; d < DIMENSIONS; d++) {
        place[d] /= (float) Math.sqrt(length);
      }
      IndexFacts facts = new IndexFacts(Role.DRUMS, 0, IndexFacts.NO_KEY, 0.5, "", Set.of());
      sounds.add(new IndexEntry(new LoopId("%04d".formatted(i)), new Embedding(place), facts));
    }
    return sounds;
  }

  private static Map<LoopId, SoundMap.Place> map(List<IndexEntry> sounds) {
    try (ScanIndex index = new ScanIndex()) {
      index.hold(sounds);
      return SoundMap.of(sounds, index, share -> {}, () -> false);
    }
  }

  @Test
  void neighboursStayTogether() {
    List<IndexEntry> sounds = sounds();
    Map<LoopId, SoundMap.Place> map = map(sounds);
    assertThat(trustworthiness(sounds, map)).isGreaterThanOrEqualTo(0.9);
    assertThat(map.values())
        .allMatch(at -> at.x() >= 0 && at.x() <= 1 && at.y() >= 0 && at.y() <= 1);
  }

  @Test
  void aMapThatWasShuffledIsNotTrustworthy() {
    List<IndexEntry> sounds = sounds();
    Map<LoopId, SoundMap.Place> map = map(sounds);
    List<LoopId> ids = new ArrayList<>(map.keySet());
    Map<LoopId, SoundMap.Place> shuffled = new java.util.HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      shuffled.put(ids.get(i), map.get(ids.get((i + 77) % ids.size())));
    }
    assertThat(trustworthiness(sounds, shuffled)).isLessThan(0.7);
  }

  @Test
  void theSameSoundsGiveTheSameMapInAnyOrder() {
    List<IndexEntry> sounds = sounds();
    Map<LoopId, SoundMap.Place> map = map(sounds);
    java.util.Collections.reverse(sounds);
    assertThat(map(sounds)).isEqualTo(map);
  }

  @Test
  void fewSoundsHaveAMapTooAndACancelledOneIsEmpty() {
    List<IndexEntry> sounds = sounds();
    for (int count : new int[] {0, 1, 2, 3}) {
      assertThat(map(sounds.subList(0, count))).hasSize(count);
    }
    try (ScanIndex index = new ScanIndex()) {
      index.hold(sounds);
      assertThat(SoundMap.of(sounds, index, share -> {}, () -> true)).isEmpty();
    }
  }

  /** J. Venna, S. Kaski, "Neighborhood preservation in nonlinear projection methods" (2001). */
  private static double trustworthiness(List<IndexEntry> sounds, Map<LoopId, SoundMap.Place> map) {
    int n = sounds.size();
    double penalty = 0;
    for (int i = 0; i < n; i++) {
      int self = i;
      IndexEntry own = sounds.get(i);
      SoundMap.Place at = map.get(own.id());
      List<Integer> near =
          IntStream.range(0, n)
              .filter(j -> j != self)
              .boxed()
              .sorted(Comparator.comparingDouble(j -> -own.place().cosine(sounds.get(j).place())))
              .toList();
      List<Integer> drawn =
          IntStream.range(0, n)
              .filter(j -> j != self)
              .boxed()
              .sorted(
                  Comparator.comparingDouble(
                      j -> {
                        SoundMap.Place its = map.get(sounds.get(j).id());
                        return Math.hypot(its.x() - at.x(), its.y() - at.y());
                      }))
              .limit(NEIGHBOURS)
              .toList();
      for (int j : drawn) {
        penalty += Math.max(0, near.indexOf(j) + 1 - NEIGHBOURS);
      }
    }
    return 1 - 2.0 / (n * (double) NEIGHBOURS * (2 * n - 3 * NEIGHBOURS - 1)) * penalty;
  }
}
