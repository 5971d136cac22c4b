package loopmind.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.History;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.MixSettings;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Lufs;
import org.junit.jupiter.api.Test;

final class SongDeskTest {

  private final List<History> saved = new ArrayList<>();
  private final SongDesk desk = new SongDesk(Optional.empty(), saved::add);

  @Test
  void anEmptyDeskSaysWhatToDo() {
    assertThatThrownBy(desk::song)
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("There is no song yet");
  }

  @Test
  void aTurnIsOneVersionHoweverManyEditsItHas() {
    desk.turn("make one", () -> lay(song("a")));
    desk.turn(
        "twice",
        () -> {
          desk.apply(song -> song("b"));
          return desk.apply(song -> song("c"));
        });
    assertThat(titles()).containsExactly("a", "c");
    assertThat(saved).hasSize(2);
  }

  @Test
  void aTurnThatFailsChangesNothingAndSavesNothing() {
    desk.turn("make one", () -> lay(song("a")));
    assertThatThrownBy(
            () ->
                desk.turn(
                    "half",
                    () -> {
                      desk.apply(song -> song("b"));
                      throw new EditRefused("No.");
                    }))
        .hasMessage("No.");
    assertThat(desk.song().facts().title()).isEqualTo("a");
    assertThat(saved).hasSize(1);
  }

  @Test
  void aTurnThatCannotBeSavedHasNotHappened() {
    SongDesk unsafe =
        new SongDesk(
            Optional.of(History.of("a", song("a"))),
            history -> {
              throw new EditRefused("The disk is full.");
            });
    assertThatThrownBy(() -> unsafe.turn("b", () -> unsafe.apply(song -> song("b"))))
        .hasMessage("The disk is full.");
    assertThat(unsafe.song().facts().title()).isEqualTo("a");
  }

  @Test
  void aTurnThatOnlyLooksSavesNothing() {
    desk.turn("make one", () -> lay(song("a")));
    assertThat(desk.turn("what is it?", () -> desk.song().facts().title())).isEqualTo("a");
    assertThat(saved).hasSize(1);
  }

  @Test
  void undoFirstAndThenAnEditIsOneVersionOnTheOlderOne() {
    desk.turn("make one", () -> lay(song("a")));
    desk.turn("edit", () -> desk.apply(song -> song("b")));
    desk.turn(
        "no, like this",
        () -> {
          desk.move(history -> history.undone(1));
          return desk.apply(song -> song(song.facts().title() + "c"));
        });
    assertThat(titles()).containsExactly("a", "ac");
  }

  @Test
  void undoAloneIsKept() {
    desk.turn("make one", () -> lay(song("a")));
    desk.turn("edit", () -> desk.apply(song -> song("b")));
    desk.turn("undo", () -> new Undo(desk).undo(new Undo.Request(null)));
    assertThat(desk.song().facts().title()).isEqualTo("a");
    desk.turn("redo", () -> new Redo(desk).redo(new Redo.Request(1)));
    assertThat(desk.song().facts().title()).isEqualTo("b");
    assertThat(saved).hasSize(4);
  }

  @Test
  void nothingIsEditedOutsideATurn() {
    assertThatThrownBy(() -> desk.lay(song("a"))).hasMessageContaining("within a turn");
    assertThatThrownBy(() -> desk.turn("a", () -> desk.turn("b", () -> 1)))
        .hasMessageContaining("within another");
  }

  private Song lay(Song song) {
    desk.lay(song);
    return song;
  }

  private List<String> titles() {
    return desk.history().orElseThrow().versions().stream()
        .map(version -> version.song().facts().title())
        .toList();
  }

  static Song song(String title) {
    SongFacts facts =
        new SongFacts(
            title,
            "trap",
            new Bpm(140),
            Meter.FOUR_FOUR,
            MusicalKey.parse("C minor").orElseThrow(),
            1,
            new MixSettings(MixMode.RAW, new Lufs(-14)));
    Section only =
        new Section(
            new SectionId("verse-1"),
            SectionKind.VERSE,
            new Bars(8),
            0.5,
            List.of(),
            Optional.empty());
    return new Song(facts, List.of(only), Map.of(), Map.of());
  }
}
