package loopmind.mixer.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EditBenchTest {

  @TempDir Path folder;

  @Test
  void countsTheSectionsThatAnEditChangedAndWritesBothFiles() {
    TestSong made = TestSong.usual(124, 124);
    Song song = LocalRenderTest.settled(made.song(MixMode.POLISHED, -12));
    EditBench bench = new EditBench(new Renderer(made.audio()), folder, 2, RenderProgress.NONE);
    bench.whole(song);
    Song quieter =
        LocalRenderTest.edited(
            song, song.sections().get(1).id(), layer -> layer.withGain(new Decibels(-3)));
    EditBench.Row local = bench.edit(quieter, song);
    assertThat(local.playedAnew()).isEqualTo(1);
    assertThat(local.sections()).isEqualTo(song.sections().size());
    assertThat(local.stretchSeconds()).isGreaterThan(0).isLessThan(song.length().value());
    assertThat(folder.resolve("preview.wav")).isNotEmptyFile();
    assertThat(local.whole().mix()).isEqualTo(folder.resolve("bench.wav")).isNotEmptyFile();
    Song faster = quieter.withFacts(quieter.facts().with(new Bpm(126)));
    assertThat(bench.edit(faster, quieter).playedAnew()).isEqualTo(song.sections().size());
  }
}
