package loopmind.arranger.choose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import loopmind.arranger.loop.TestLoops;
import loopmind.arranger.song.Styles;
import org.junit.jupiter.api.Test;

final class StyleFinderTest {

  private final StyleFinder finder = new StyleFinder(Styles.known(), new SentenceEncoder());

  @Test
  void findsByNameAndSaysNothing() {
    StyleFinder.Found found = finder.find("UK Drill");
    assertThat(found.style().name()).isEqualTo("drill");
    assertThat(found.note()).isEmpty();
  }

  @Test
  void findsAStyleWithinWhatWasSaid() {
    assertThat(finder.find("latin house").style().name()).isEqualTo("house");
  }

  @Test
  void anUnknownStyleFallsToTheNearestByMeaningAndSaysSo() {
    StyleFinder.Found found = finder.find("big room festival rave");
    assertThat(found.style().dance()).isTrue();
    assertThat(found.note())
        .hasValueSatisfying(
            note ->
                assertThat(note).contains("big room festival rave").contains(found.style().name()));
  }

  @Test
  void aLibrarySpeaksForItsStyle() {
    assertThat(finder.fromLibrary(TestLoops.trapPack(), List.of()).name()).isEqualTo("trap");
  }
}
