package loopmind.arranger.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class HistoryTest {

  private final History history =
      History.of("one", TestSongs.song())
          .with("two", TestSongs.song())
          .with("three", TestSongs.song());

  @Test
  void undoAndRedoAreEachOthersInverse() {
    assertThat(history.undone(2).redone(2)).isEqualTo(history);
    assertThat(history.undone(1).lastMessage()).hasValue("two");
    assertThat(history.undone(2).lastMessage()).isEmpty();
  }

  @Test
  void aNewVersionDropsWhatWasUndone() {
    History other = history.undone(2).with("four", TestSongs.song());
    assertThat(other.versions())
        .extracting(History.Version::message)
        .containsExactly("one", "four");
  }

  @Test
  void refusesMoreStepsThanThereAre() {
    assertThatThrownBy(() -> history.undone(3)).hasMessage("Only 2 steps can be undone, not 3.");
    assertThatThrownBy(() -> history.redone(1)).hasMessageContaining("nothing to redo");
    assertThatThrownBy(() -> history.undone(2).undone(1)).hasMessageContaining("nothing to undo");
    assertThatThrownBy(() -> history.undone(0)).hasMessageContaining("1 step or more");
  }
}
