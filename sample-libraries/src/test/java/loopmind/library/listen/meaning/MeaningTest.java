package loopmind.library.listen.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loopmind.arranger.choose.SentenceEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeaningTest {

  private static final Path MODEL =
      Path.of(System.getProperty("loopmind.root"), "models", "meaning");

  @TempDir Path folder;

  private static double cosine(float[] one, float[] other) {
    double dot = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * (double) other[i];
    }
    return dot;
  }

  @Test
  void opposedWordsLieApartAndOtherWordsForTheSameClose() {
    try (Meaning meaning = new Meaning(MODEL, new SentenceEncoder())) {
      List<float[]> places =
          meaning.ofWords(List.of("dark piano", "gloomy piano", "bright piano", "closed hat"));
      assertThat(cosine(places.get(0), places.get(0))).isBetween(0.999, 1.001);
      assertThat(cosine(places.get(0), places.get(1)))
          .isGreaterThan(cosine(places.get(0), places.get(2)))
          .isGreaterThan(cosine(places.get(0), places.get(3)) + 0.2);
      assertThat(meaning.tags()).contains("dark", "dusty", "wide", "compressed");
    }
  }

  @Test
  void aNetworkThatIsNotTheOneDescribedIsRefused() throws IOException {
    for (String name : List.of("manifest.json", "sound.onnx", "words.onnx")) {
      Files.copy(MODEL.resolve(name), folder.resolve(name));
    }
    Files.write(folder.resolve("words.onnx"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> new Meaning(folder, new SentenceEncoder()))
        .isInstanceOf(MeaningUnusable.class)
        .hasMessageContaining("words.onnx is not the file its manifest describes");
    Files.delete(folder.resolve("manifest.json"));
    assertThatThrownBy(() -> new Meaning(folder, new SentenceEncoder()))
        .isInstanceOf(MeaningUnusable.class)
        .hasMessageContaining("cannot be read");
  }
}
