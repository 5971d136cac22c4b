package loopmind.mixer.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarterPackTest {

  private static final Path PACK =
      Path.of(System.getProperty("loopmind.root"), "sample-libraries", "packs", "starter");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trap/808_Glide_Cm_140.flac",
        "house/House_Drums_Warehouse_124.flac",
        "reggaeton/Reggaeton_Marimba_Verano_95_Bbm.flac",
        "one-shots/Kick_Trap_Punch.flac"
      })
  void theCommittedPackIsWhatTheGeneratorWrites(String file) {
    AudioBuffer committed = AudioFiles.read(PACK.resolve(file));
    AudioBuffer made = StarterPack.sound(file);
    assertThat(committed.rate()).isEqualTo(made.rate());
    assertThat(committed.channels()).isDeepEqualTo(made.channels());
  }

  @Test
  void everySoundIsThereAndNothingElse() throws IOException {
    try (Stream<Path> files = Files.walk(PACK)) {
      List<String> there =
          files
              .filter(file -> file.toString().endsWith(".flac"))
              .map(file -> PACK.relativize(file).toString().replace('\\', '/'))
              .toList();
      assertThat(there).containsExactlyInAnyOrderElementsOf(StarterPack.files());
    }
    assertThat(StarterPack.files()).hasSizeGreaterThanOrEqualTo(80).doesNotHaveDuplicates();
  }

  @Test
  void thePackIsSmall() throws IOException {
    try (Stream<Path> files = Files.walk(PACK)) {
      long bytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      assertThat(bytes).isLessThanOrEqualTo(15_000_000);
    }
  }
}
