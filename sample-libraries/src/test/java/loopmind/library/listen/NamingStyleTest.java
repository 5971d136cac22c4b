package loopmind.library.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.library.listen.NamingStyle.Known;
import org.junit.jupiter.api.Test;

class NamingStyleTest {

  private static List<Known> files(int each) {
    List<Known> files = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      files.add(new Known("DrmLp_%02d_Zed".formatted(i), Role.DRUMS, "drums", Set.of("dry")));
      files.add(new Known("Kyz-%d Zed".formatted(i), Role.CHORDS, "piano", Set.of("warm")));
      files.add(new Known("TapePd%d".formatted(i), Role.PAD, "pad", Set.of("dusty", "wet")));
      files.add(new Known("qq%d zed".formatted(i), Role.values()[i % 8], "synth", Set.of()));
    }
    return files;
  }

  @Test
  void learnsWhatPartsOfNamesStandFor() {
    NamingStyle style = NamingStyle.learn(files(10));
    assertThat(style.of("DrmLp_99").roles())
        .singleElement()
        .satisfies(clue -> assertThat(clue.role()).isEqualTo(Role.DRUMS));
    assertThat(style.of("kyz 140 Cm").roles().getFirst().instrument()).isEqualTo("piano");
    assertThat(style.of("Tape-melody").words()).containsExactly("dusty", "wet");
  }

  @Test
  void whatStandsInAllKindsOfNamesSaysNothing() {
    NamingStyle style = NamingStyle.learn(files(10));
    assertThat(style.of("zed").roles()).isEmpty();
    assertThat(style.of("qq17").roles()).isEmpty();
    assertThat(style.of("never seen 12").roles()).isEmpty();
  }

  @Test
  void fewFilesTeachNothing() {
    assertThat(NamingStyle.learn(files(7)).isEmpty()).isTrue();
    assertThat(NamingStyle.learn(files(8)).isEmpty()).isFalse();
  }

  @Test
  void namesAreTakenApartWhereLettersMeetDigits() {
    assertThat(NamingStyle.parts("Dark808_140_Cm")).contains("dark", "808", "cm");
    assertThat(NamingStyle.parts("01 - 120")).isEmpty();
  }
}
