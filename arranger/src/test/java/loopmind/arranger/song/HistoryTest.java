package loopmind.arranger.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HistoryTest {

  private final History history =
      History.of("one", TestSongs.song())
          .with("two", TestSongs.song())
          .with("three", TestSongs.song());

  /** One, then two and three; beside two, made after an undo of two steps, four. */
  private final History branched = history.undone(2).with("four", TestSongs.song());

  @Test
  void undoAndRedoAreEachOthersInverse() {
    assertThat(history.undone(2).redone(2)).isEqualTo(history);
    assertThat(history.undone(1).lastMessage()).hasValue("two");
    assertThat(history.undone(2).lastMessage()).isEmpty();
  }

  @Test
  void anEditAfterAnUndoBeginsABranchAndDropsNothing() {
    assertThat(messages(branched.list())).containsExactly("one", "two", "three", "four");
    assertThat(branched.list())
        .extracting(entry -> entry.parent().orElse(0))
        .containsExactly(0, 1, 2, 1);
    assertThat(messages(branched.branches())).containsExactly("three", "four");
    assertThat(branched.number()).isEqualTo(4);
    assertThat(branched.undone(1).lastMessage()).isEmpty();
  }

  @Test
  void redoLeadsToTheChildVisitedLast() {
    assertThat(branched.undone(1).redone(1).lastMessage()).hasValue("four");
    History visited = branched.at("3").undone(2);
    assertThat(visited.redone(1).lastMessage()).hasValue("two");
    assertThat(visited.redone(2).lastMessage()).hasValue("three");
    assertThat(visited.at("4").undone(1).redone(1).lastMessage()).hasValue("four");
  }

  @Test
  void namesAreFoundWhateverTheirCapitalsAndMove() {
    History named = branched.named("Before the Drop");
    assertThat(named.at("1").at("before the drop").number()).isEqualTo(4);
    assertThat(named.numberOf("BEFORE THE DROP")).hasValue(4);
    assertThat(named.branches().getLast().names()).containsExactly("Before the Drop");
    History moved = named.at("2").named("before the drop");
    assertThat(moved.numberOf("before the drop")).hasValue(2);
    assertThat(moved.list().get(3).names()).isEmpty();
    assertThat(moved.list().get(1).names()).containsExactly("before the drop");
    assertThat(moved.list().get(1).current()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'  '|The version would have no name. Give it one, such as \"before the drop\".",
        "12|The version would be named 12, but numbers count the versions. Choose a word.",
        "'a\tb'|The name of the version would break its line. Choose plain words.",
      })
  void aNameThatIsNoneIsRefused(String name, String sentence) {
    assertThatThrownBy(() -> history.named(name))
        .isInstanceOf(EditRefused.class)
        .hasMessage(sentence);
  }

  @Test
  void aNameHasUpToSixtyCharacters() {
    assertThat(history.named("x".repeat(60)).numberOf("x".repeat(60))).hasValue(3);
    assertThatThrownBy(() -> history.named("x".repeat(61)))
        .hasMessage("The name of the version would have 61 characters. Choose one of up to 60.");
  }

  @Test
  void aVersionThatIsNotThereIsRefusedWithThoseThatAre() {
    for (String wrong : List.of("4", "0", "-1", "", "99999999999", "hook")) {
      assertThatThrownBy(() -> history.at(wrong))
          .isInstanceOf(EditRefused.class)
          .hasMessage("There is no version \"%s\". Say a number from 1 to 3.", wrong);
    }
    assertThatThrownBy(() -> history.named("b").undone(1).named("a").at("c"))
        .hasMessage(
            "There is no version \"c\". Say a number from 1 to 3, or one of the names a, b.");
  }

  @Test
  void theTimeIsKeptWhereItIsGiven() {
    Instant noon = Instant.parse("2026-11-25T12:00:00Z");
    History timed = History.of("one", TestSongs.song(), noon).with("two", TestSongs.song());
    assertThat(timed.list().get(0).savedAt()).hasValue(noon);
    assertThat(timed.list().get(1).savedAt()).isEmpty();
  }

  @Test
  void refusesMoreStepsThanThereAre() {
    assertThatThrownBy(() -> history.undone(3)).hasMessage("Only 2 steps can be undone, not 3.");
    assertThatThrownBy(() -> history.undone(1).redone(2))
        .hasMessage("Only 1 step can be redone, not 2.");
    assertThatThrownBy(() -> history.redone(1)).hasMessageContaining("nothing to redo");
    assertThatThrownBy(() -> history.undone(2).undone(1)).hasMessageContaining("nothing to undo");
    assertThatThrownBy(() -> history.undone(0)).hasMessageContaining("1 step or more");
    assertThatThrownBy(() -> history.undone(Integer.MAX_VALUE)).hasMessageContaining("Only 2");
  }

  private static List<String> messages(List<History.Entry> entries) {
    return entries.stream().map(History.Entry::message).toList();
  }
}
