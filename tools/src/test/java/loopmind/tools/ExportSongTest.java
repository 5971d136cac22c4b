package loopmind.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.song.EditRefused;
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
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.export.LoopFiles;
import loopmind.mixer.export.SongExport;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Renderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExportSongTest {

  private static final LoopFiles NO_LOOPS =
      new LoopFiles() {
        @Override
        public Path file(Loop loop) {
          throw new AssertionError("The song has no loops.");
        }

        @Override
        public AudioBuffer read(Loop loop) {
          throw new AssertionError("The song has no loops.");
        }
      };

  @TempDir Path folder;
  private final SongDesk desk = new SongDesk(Optional.empty(), history -> {});

  private static Song song(String title) {
    return new Song(
        new SongFacts(
            title,
            "house",
            new Bpm(120),
            Meter.FOUR_FOUR,
            new MusicalKey(0, Mode.MINOR),
            1,
            new MixSettings(MixMode.RAW, new Lufs(-14))),
        List.of(
            new Section(
                new SectionId("intro-1"),
                SectionKind.INTRO,
                new Bars(4),
                0.5,
                List.of(),
                Optional.empty())),
        Map.of(),
        Map.of());
  }

  private ToolAnswer export(String title, String format, boolean stems) {
    desk.turn(
        "a song",
        () -> {
          desk.lay(song(title));
          return title;
        });
    return tool().exportSong(new ExportSong.Request(format, stems));
  }

  private ExportSong tool() {
    return new ExportSong(
        desk, new SongExport(new Renderer(NO_LOOPS), NO_LOOPS), folder, 1, RenderProgress.NONE);
  }

  @ParameterizedTest
  @CsvSource({"midi, mid", "dawproject, dawproject", "ZIP, zip"})
  void saysWhereItWroteAndWhatItReplaced(String format, String ending) {
    Path file = folder.resolve("my-song." + ending);
    assertThat(export("My song", format, false).sentence())
        .isEqualTo("Written to %s.".formatted(file));
    assertThat(file).isNotEmptyFile();
    assertThat(export("My song", format, false).sentence())
        .isEqualTo("Written to %s, in place of the one that was there.".formatted(file));
  }

  @Test
  void aFormatWithoutStemsSaysSo() {
    assertThat(export("My song", "midi", true).notes())
        .contains("Each role has a track of its own in it, so there are no stems beside it.");
  }

  @Test
  void aFormatOutsideTheListIsRefusedAndNothingIsWritten() throws IOException {
    assertThatThrownBy(() -> export("My song", "aac", false))
        .isInstanceOf(EditRefused.class)
        .hasMessage(
            "The song would be written as aac, which LoopMind does not write. Choose one of wav, flac, mp3, ogg, midi, dawproject, zip.");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, etc-passwd",
    "'C:\\Windows\\..', c-windows",
    "'..', song",
    "'a\nb\u0000c', a-b-c",
    "'夜の歌', song"
  })
  void aHostileTitleStaysInTheFolder(String title, String name) throws IOException {
    export(title, "midi", false);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve(name + ".mid"));
    }
  }
}
