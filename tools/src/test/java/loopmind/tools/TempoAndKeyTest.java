package loopmind.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import org.junit.jupiter.api.Test;

/** The song is in C minor at 140 BPM. */
final class TempoAndKeyTest {

  private final Workbench bench = Workbench.withSong();
  private final Song before = bench.song();

  @Test
  void aNewTempoRefitsEveryLoop() {
    ToolAnswer answer = bench.call("set_tempo", "{'percent':5}");
    assertThat(bench.song().facts().tempo().value()).isEqualTo(147);
    for (Section section : bench.song().sections()) {
      for (Layer layer : section.layers()) {
        if (!layer.isOneShot()) {
          Loop loop = bench.song().loop(layer.loop());
          double cycleSeconds = layer.cycle().value() * 60 / 147;
          double loopSeconds =
              loop.tempo().orElseThrow().length().value()
                  * 60
                  / loop.tempo().orElseThrow().bpm().value();
          assertThat(loopSeconds / layer.speed()).isCloseTo(cycleSeconds, within(1e-9));
        }
      }
    }
    assertThat(answer.sentence()).startsWith("The tempo is 147 BPM now instead of 140");
  }

  @Test
  void aTempoThereAndBackIsTheSameSong() {
    bench.call("set_tempo", "{'bpm':133}");
    bench.call("set_tempo", "{'bpm':140}");
    for (Section section : bench.song().sections()) {
      List<Layer> were = before.section(section.id()).layers();
      for (int i = 0; i < were.size(); i++) {
        assertThat(section.layers().get(i).speed()).isCloseTo(were.get(i).speed(), within(1e-9));
        assertThat(section.layers().get(i).cycle()).isEqualTo(were.get(i).cycle());
      }
    }
  }

  @Test
  void aNewKeyMovesTonalLoopsTheSmallestWay() {
    bench.call("set_key", "{'semitones':-2}");
    assertThat(bench.song().facts().key().text()).isEqualTo("A# minor");
    for (Section section : bench.song().sections()) {
      for (Layer layer : section.layers()) {
        Loop loop = bench.song().loop(layer.loop());
        if (layer.role().isTonal() && loop.key().isPresent()) {
          int shift = loop.key().orElseThrow().key().shiftTo(bench.song().facts().key());
          assertThat(layer.shift().value()).isEqualTo(shift);
        }
        if (!layer.role().isTonal()) {
          assertThat(layer.shift().value()).isZero();
        }
      }
    }
  }
}
