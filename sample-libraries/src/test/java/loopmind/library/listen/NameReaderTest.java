package loopmind.library.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.LoopKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameReaderTest {

  private static Clues clues(String path) {
    return Clues.of(Path.of(path), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "NH_124_bass_loop_deep_10_Am.wav, 124, A minor, bass",
    "Tape Cafe - Iron Bass Loop 04 - 82bpm FMaj.wav, 82, F major, bass",
    "Gmin_174_Bassline_7.wav, 174, G minor, bass",
    "TT_112_keys_silk_02_C#maj.wav, 112, C# major, chords",
    "Vox Chant 98.5 BPM Bbm.mp3, 98.5, A# minor, vocal",
    "Glass Arp bpm140 F# minor.aif, 140, F# minor, melody"
  })
  void readsTempoKeyAndRoleAsProducersWriteThem(String name, double bpm, String key, String role) {
    Clues clues = clues(name);
    assertThat(clues.tempi().getFirst().bpm()).isEqualTo(bpm);
    assertThat(clues.keys().getFirst().key().text()).isEqualTo(key);
    assertThat(clues.roles().getFirst().role().word()).isEqualTo(role);
  }

  @Test
  void aFolderSpeaksForItsFilesButLessThanTheirNames() {
    Clues clues = clues("Trap Vault (140 bpm C#m)/Drums/Hat Loop 05.wav");
    assertThat(clues.tempi()).hasSize(1);
    assertThat(clues.tempi().getFirst().trust()).isLessThan(1);
    assertThat(clues.roles().getFirst().instrument()).isEqualTo("hihat");
    assertThat(clues.ranges()).isNotEmpty();
  }

  @Test
  void aMinorCIsNotAnArticleAndAnIndexIsNoTempo() {
    assertThat(clues("Drums 07.wav").tempi()).isEmpty();
    assertThat(clues("808 Kick.wav").tempi()).isEmpty();
    assertThat(clues("Such A Groove.wav").keys())
        .allSatisfy(key -> assertThat(key.trust()).isLessThan(0.3));
  }

  @Test
  void kindsAreNamed() {
    assertThat(clues("One Shots/Kick 17.wav").kinds().getFirst().kind())
        .isEqualTo(LoopKind.ONESHOT);
    assertThat(clues("WT_132_riser_pale_13.flac").kinds().getFirst().kind()).isEqualTo(LoopKind.FX);
    assertThat(List.copyOf(clues("Drum Loop 02.wav").kinds()).getFirst().kind())
        .isEqualTo(LoopKind.LOOP);
  }
}
