package loopmind.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
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
    assertThat(titles()).containsExactly("a", "b", "ac");
    assertThat(saved).hasSize(3);
    assertThat(desk.branches())
        .extracting(History.Entry::message)
        .containsExactly("edit", "no, like this");
    desk.turn("undo", () -> new Undo(desk).undo(new Undo.Request(null)));
    assertThat(desk.song().facts().title()).isEqualTo("a");
  }

  @Test
  void aCommandGoesToAnyVersionByNameOrNumberAndIsSaved() {
    desk.turn("make one", () -> lay(song("a")));
    desk.turn("edit", () -> desk.apply(song -> song("b")));
    assertThat(desk.name("Dark one ")).isEqualTo("Version 2 is now called \"Dark one\".");
    assertThat(desk.goTo("1")).startsWith("This is version 1. The song is now \"a\": trap at 140");
    assertThat(desk.goTo("dark ONE")).startsWith("This is version 2.");
    assertThat(desk.goTo("1")).startsWith("This is version 1.");
    assertThat(desk.name("dark one"))
        .isEqualTo("Version 1 is now called \"dark one\"; until now version 2 was.");
    assertThat(saved).hasSize(7);
    assertThat(saved.getLast()).isEqualTo(desk.history().orElseThrow());
    assertThat(desk.versions()).extracting(History.Entry::number).containsExactly(1, 2);
    assertThatThrownBy(() -> desk.goTo("bright one"))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("There is no version \"bright one\".");
  }

  @Test
  void aCommandThatCannotBeSavedHasNotHappened() {
    SongDesk unsafe =
        new SongDesk(
            Optional.of(History.of("a", song("a")).with("b", song("b"))),
            history -> {
              throw new EditRefused("The disk is full.");
            });
    assertThatThrownBy(() -> unsafe.goTo("1")).hasMessage("The disk is full.");
    assertThatThrownBy(() -> unsafe.name("x")).hasMessage("The disk is full.");
    assertThat(unsafe.song().facts().title()).isEqualTo("b");
    assertThat(unsafe.versions().getLast().names()).isEmpty();
  }

  @Test
  void commandsStandForThemselvesAndNeedASong() {
    assertThatThrownBy(() -> desk.goTo("1")).hasMessageContaining("There is no song yet");
    assertThatThrownBy(() -> desk.turn("x", () -> desk.name("x")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(desk.versions()).isEmpty();
    assertThat(desk.branches()).isEmpty();
  }

  @Test
  void listenersHearOfEveryChangeWhenItIsSavedAndInOrder() {
    Logger.getLogger(SongDesk.class.getName()).setLevel(Level.OFF); // one listener fails on purpose
    List<String> heard = new ArrayList<>();
    desk.onChange(
        change -> {
          throw new IllegalArgumentException("A listener that fails stops nobody.");
        });
    Runnable leave =
        desk.onChange(
            change ->
                heard.add(
                    "%s > %s is %d, %d saved"
                        .formatted(
                            change.before().map(song -> song.facts().title()).orElse("none"),
                            change.after().facts().title(),
                            change.version(),
                            saved.size())));
    desk.turn("make one", () -> lay(song("a")));
    desk.turn("edit", () -> desk.apply(song -> song("b")));
    desk.turn("look", () -> desk.song());
    assertThatThrownBy(() -> desk.turn("no", () -> desk.move(history -> history.undone(9))))
        .isInstanceOf(EditRefused.class);
    desk.name("named");
    desk.goTo("1");
    desk.turn("redo", () -> new Redo(desk).redo(new Redo.Request(1)));
    assertThat(heard)
        .containsExactly(
            "none > a is 1, 1 saved",
            "a > b is 2, 2 saved",
            "b > a is 1, 4 saved",
            "a > b is 2, 5 saved");
    leave.run();
    desk.goTo("1");
    assertThat(heard).hasSize(4);
  }

  @Test
  void eightThreadsThatEditAtOnceEqualASerialOrder() throws InterruptedException {
    desk.turn("make one", () -> lay(song("0")));
    List<Thread> threads = new ArrayList<>();
    for (int client = 0; client < 8; client++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int edit = 0; edit < 100; edit++) {
                      desk.turn("edit", () -> desk.apply(SongDeskTest::oneMore));
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(desk.song().facts().title()).isEqualTo("800");
    assertThat(titles())
        .isEqualTo(IntStream.rangeClosed(0, 800).mapToObj(String::valueOf).toList());
  }

  private static Song oneMore(Song song) {
    return song(String.valueOf(Integer.parseInt(song.facts().title()) + 1));
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
