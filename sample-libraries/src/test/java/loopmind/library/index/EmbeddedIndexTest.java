package loopmind.library.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import loopmind.arranger.loop.Embedding;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ways of finding without a server, and how they take turns. */
class EmbeddedIndexTest {

  @TempDir Path folder;

  @Nested
  class Scan implements VectorIndexContract {
    @Override
    public VectorIndex index() {
      return new ScanIndex();
    }
  }

  @Nested
  class Graph implements VectorIndexContract {
    @Override
    public VectorIndex index() {
      return new GraphIndex(folder);
    }
  }

  @Nested
  class FromScanToGraph implements VectorIndexContract {
    @Override
    public VectorIndex index() {
      return new EmbeddedIndex(folder, 300);
    }
  }

  @Test
  void oneThreadOrManyFindTheSame() {
    List<IndexEntry> sounds = VectorIndexContract.sounds(11, 30_000);
    try (ScanIndex index = new ScanIndex()) {
      index.hold(sounds);
      Random random = new Random(12);
      for (IndexFilter filter : VectorIndexContract.filters()) {
        Embedding wanted = VectorIndexContract.place(random);
        List<Near> found = index.nearest(wanted, filter, 25);
        assertThat(VectorIndexContract.ids(found))
            .isEqualTo(VectorIndexContract.truth(sounds, wanted, filter, 25));
      }
    }
  }

  @Test
  void theGraphStaysFromOneStartToTheNext() {
    List<IndexEntry> sounds = VectorIndexContract.sounds(13, 500);
    try (GraphIndex index = new GraphIndex(folder)) {
      index.hold(sounds);
    }
    try (GraphIndex index = new GraphIndex(folder)) {
      assertThat(index.size()).isEqualTo(500);
    }
  }

  @Test
  void aGraphThatAnotherHasOpenIsLeftAlone() {
    List<IndexEntry> sounds = VectorIndexContract.sounds(17, 400);
    try (GraphIndex index = new GraphIndex(folder)) {
      index.hold(sounds);
      assertThatThrownBy(() -> new GraphIndex(folder))
          .isInstanceOf(IndexUnusable.class)
          .hasMessageContaining("in use by another LoopMind");
    }
    try (GraphIndex index = new GraphIndex(folder)) {
      assertThat(index.size()).isEqualTo(400);
    }
  }

  @Test
  void allOfALargeLibraryCanBeRanked() {
    List<IndexEntry> sounds = VectorIndexContract.sounds(18, 70_000);
    try (ScanIndex index = new ScanIndex()) {
      index.hold(sounds);
      Embedding wanted = VectorIndexContract.place(new Random(19));
      assertThat(index.nearest(wanted, IndexFilter.NONE, 70_000)).hasSize(70_000);
    }
  }

  @Test
  void aDamagedGraphIsMadeAnew() throws IOException {
    List<IndexEntry> sounds = VectorIndexContract.sounds(14, 500);
    try (GraphIndex index = new GraphIndex(folder)) {
      index.hold(sounds);
    }
    Random random = new Random(15);
    for (String which : List.of(".cfs", "segments_", "everything")) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          String name = file.getFileName().toString();
          if (which.equals("everything") || name.contains(which)) {
            byte[] junk = new byte[(int) Files.size(file) / 2];
            random.nextBytes(junk);
            Files.write(file, junk);
          }
        }
      }
      try (GraphIndex index = new GraphIndex(folder)) {
        index.hold(sounds);
        Embedding wanted = VectorIndexContract.place(random);
        assertThat(VectorIndexContract.ids(index.nearest(wanted, IndexFilter.NONE, 5)))
            .isEqualTo(VectorIndexContract.truth(sounds, wanted, IndexFilter.NONE, 5));
      }
    }
  }

  @Test
  void placesOfAnotherKindAreRefused() {
    try (ScanIndex index = new ScanIndex()) {
      index.hold(VectorIndexContract.sounds(16, 10));
      assertThatThrownBy(
              () -> index.nearest(new Embedding(new float[] {1, 0}), IndexFilter.NONE, 1))
          .hasMessageContaining("24 dimensions");
    }
  }
}
