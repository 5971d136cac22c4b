package loopmind.library.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.library.index.IndexFilter.TempoRange;
import org.junit.jupiter.api.Test;

/** What every index must do, whichever way it finds; each kind of index runs all of it. */
interface VectorIndexContract {

  int DIMENSIONS = 24, SOUNDS = 700;

  /** An index that holds nothing yet. */
  VectorIndex index();

  static List<IndexEntry> sounds(long seed, int count) {
    Random random = new Random(seed);
    List<IndexEntry> sounds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Role role = Role.values()[random.nextInt(Role.values().length)];
      double bpm = random.nextInt(4) == 0 ? IndexFacts.NO_TEMPO : 60 + random.nextInt(120);
      int key = random.nextInt(4) == 0 ? IndexFacts.NO_KEY : random.nextInt(24);
      Set<String> tags = random.nextBoolean() ? Set.of("dark", "wide") : Set.of("bright");
      IndexFacts facts =
          new IndexFacts(
              role, bpm, key, random.nextInt(11) / 10.0, "pack " + random.nextInt(5), tags);
      sounds.add(new IndexEntry(new LoopId("%05x".formatted(i)), place(random), facts));
    }
    return sounds;
  }

  static Embedding place(Random random) {
    float[] values = new float[DIMENSIONS];
    double length = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      values[d] = (float) random.nextGaussian();
      length += values[d] * values[d];
    }
    for (int d = 0; d < DIMENSIONS; d++) {
      values[d] /= (float) Math.sqrt(length);
    }
    return new Embedding(values);
  }

  /** By comparing with each, without any index. */
  static List<LoopId> truth(
      List<IndexEntry> sounds, Embedding wanted, IndexFilter filter, int limit) {
    return sounds.stream()
        .filter(sound -> filter.passes(sound.facts()))
        .sorted(
            Comparator.comparingDouble((IndexEntry sound) -> sound.place().cosine(wanted))
                .reversed()
                .thenComparing(IndexEntry::id))
        .limit(limit)
        .map(IndexEntry::id)
        .toList();
  }

  static List<LoopId> ids(List<Near> found) {
    return found.stream().map(Near::id).toList();
  }

  static List<IndexFilter> filters() {
    return List.of(
        IndexFilter.NONE,
        IndexFilter.of(Role.BASS),
        new IndexFilter(
            Optional.empty(),
            List.of(new TempoRange(80, 100), new TempoRange(160, 170)),
            Set.of(),
            "",
            "",
            0,
            1),
        new IndexFilter(Optional.empty(), List.of(), Set.of(0, 14), "", "dark", 0, 1),
        new IndexFilter(
            Optional.of(Role.DRUMS),
            List.of(new TempoRange(90, 150)),
            Set.of(3, 7, 12),
            "pack 2",
            "bright",
            0.2,
            0.9));
  }

  @Test
  default void findsTheNearestUnderEveryFilter() {
    try (VectorIndex index = index()) {
      List<IndexEntry> sounds = sounds(1, SOUNDS);
      index.hold(sounds);
      Random random = new Random(2);
      for (IndexFilter filter : filters()) {
        for (int query = 0; query < 8; query++) {
          Embedding wanted = place(random);
          List<Near> found = index.nearest(wanted, filter, 10);
          assertThat(ids(found)).isEqualTo(truth(sounds, wanted, filter, 10));
          found.forEach(
              near ->
                  assertThat(near.cosine())
                      .isCloseTo(
                          sounds.get(Integer.parseInt(near.id().text(), 16)).place().cosine(wanted),
                          org.assertj.core.api.Assertions.within(1e-4)));
        }
      }
    }
  }

  @Test
  default void aSoundIsNearestToItself() {
    try (VectorIndex index = index()) {
      List<IndexEntry> sounds = sounds(3, SOUNDS);
      index.hold(sounds);
      for (IndexEntry sound : sounds.subList(0, 20)) {
        Near first = index.nearest(sound.place(), IndexFilter.NONE, 1).getFirst();
        assertThat(first.id()).isEqualTo(sound.id());
        assertThat(first.cosine()).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-4));
      }
    }
  }

  @Test
  default void holdsWhatItIsToldAndNothingElse() {
    try (VectorIndex index = index()) {
      List<IndexEntry> sounds = sounds(4, SOUNDS);
      index.hold(sounds);
      List<IndexEntry> later = new ArrayList<>(sounds.subList(100, SOUNDS));
      IndexEntry moved =
          new IndexEntry(later.getFirst().id(), place(new Random(9)), later.getFirst().facts());
      later.set(0, moved);
      IndexEntry retagged =
          new IndexEntry(
              later.get(1).id(),
              later.get(1).place(),
              new IndexFacts(Role.VOCAL, 0, IndexFacts.NO_KEY, 0.5, "new", Set.of("mine")));
      later.set(1, retagged);
      index.hold(later);
      assertThat(index.size()).isEqualTo(SOUNDS - 100);
      Embedding gone = sounds.getFirst().place();
      assertThat(ids(index.nearest(gone, IndexFilter.NONE, SOUNDS)))
          .doesNotContain(sounds.getFirst().id())
          .hasSize(SOUNDS - 100);
      assertThat(ids(index.nearest(moved.place(), IndexFilter.NONE, 1)))
          .containsExactly(moved.id());
      IndexFilter mine =
          new IndexFilter(Optional.empty(), List.of(), Set.of(), "new", "mine", 0, 1);
      assertThat(ids(index.nearest(gone, mine, 5))).containsExactly(retagged.id());
    }
  }

  @Test
  default void holdsNothingAtFirstAndAgainAfterwards() {
    try (VectorIndex index = index()) {
      Embedding wanted = place(new Random(5));
      assertThat(index.size()).isZero();
      assertThat(index.nearest(wanted, IndexFilter.NONE, 5)).isEmpty();
      index.hold(sounds(6, 30));
      assertThat(index.nearest(wanted, IndexFilter.NONE, 50)).hasSize(30);
      index.hold(List.of());
      assertThat(index.size()).isZero();
      assertThat(index.nearest(wanted, IndexFilter.NONE, 5)).isEmpty();
    }
  }

  @Test
  default void soundsThatAreAsNearComeInTheOrderOfTheirIds() {
    try (VectorIndex index = index()) {
      Embedding place = place(new Random(7));
      IndexFacts facts = sounds(8, 1).getFirst().facts();
      List<IndexEntry> twins = new ArrayList<>();
      for (String id : List.of("c", "a", "d", "b")) {
        twins.add(new IndexEntry(new LoopId(id), place, facts));
      }
      index.hold(twins);
      assertThat(ids(index.nearest(place, IndexFilter.NONE, 4)))
          .containsExactly(new LoopId("a"), new LoopId("b"), new LoopId("c"), new LoopId("d"));
    }
  }
}
