package loopmind.arranger.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SaveTimesTest {

  private static final int EDITS = 400;

  @TempDir Path folder;

  @Test
  void anEditCostsALineHoweverLongTheHistory() throws IOException {
    SaveTimes times = new SaveTimes(folder, EDITS);
    times.run();
    // a layer with its reasons, a section and a version; the whole song would be 50,000 bytes
    assertThat(times.journalBytes() / EDITS).isLessThan(1_200);
    // the median, because a disk that others use may hold up a single save
    assertThat(times.medianOfLast(100)).isLessThan(50);
  }
}
