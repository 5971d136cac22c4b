package loopmind.library.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import loopmind.arranger.loop.Embedding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The index on a Qdrant server: the one that {@code -Dloopmind.qdrant=URL} names (a collection
 * called loopmind-test is made and emptied there), else one that speaks its protocol in process.
 */
class QdrantIndexTest implements VectorIndexContract {

  private static final String REAL = System.getProperty("loopmind.qdrant", "");

  private QdrantStandIn standIn;

  @BeforeEach
  void start() throws IOException {
    standIn = new QdrantStandIn();
    if (!REAL.isEmpty()) {
      try (QdrantIndex before = open()) {
        before.hold(List.of());
      }
    }
  }

  @AfterEach
  void stop() {
    standIn.close();
  }

  private QdrantIndex open() {
    return new QdrantIndex(REAL.isEmpty() ? standIn.url() : REAL, "", "loopmind-test");
  }

  @Override
  public VectorIndex index() {
    return open();
  }

  @Test
  void aServerThatLostEverythingIsFilledAgain() {
    List<IndexEntry> sounds = VectorIndexContract.sounds(21, 400);
    try (QdrantIndex index = open()) {
      index.hold(sounds);
      standIn.forget();
      index.hold(sounds);
      Embedding wanted = VectorIndexContract.place(new Random(22));
      assertThat(VectorIndexContract.ids(index.nearest(wanted, IndexFilter.NONE, 5)))
          .isEqualTo(VectorIndexContract.truth(sounds, wanted, IndexFilter.NONE, 5));
    }
  }

  @Test
  void whatIsThereAlreadyIsFoundByTheNextProcess() {
    List<IndexEntry> sounds = VectorIndexContract.sounds(23, 50);
    try (QdrantIndex index = open()) {
      index.hold(sounds);
    }
    try (QdrantIndex index = open()) {
      assertThat(index.size()).isEqualTo(50);
    }
  }

  @Test
  void aServerThatIsNotThereIsNamedInOneSentence() {
    String url = standIn.url();
    standIn.close();
    try (QdrantIndex index = new QdrantIndex(url, "")) {
      assertThatThrownBy(index::size)
          .isInstanceOf(IndexUnusable.class)
          .hasMessageContaining("Qdrant at 127.0.0.1:")
          .hasMessageContaining("does not answer");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://", "not a url", "http:///path"})
  void whatIsNoAddressIsRefused(String server) {
    assertThatThrownBy(() -> new QdrantIndex(server, ""))
        .isInstanceOf(IndexUnusable.class)
        .hasMessageContaining("no address of a Qdrant server");
  }
}
