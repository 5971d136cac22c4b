package loopmind.library.listen.ears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EarsTest {

  private static final Path FOLDER = Path.of(System.getProperty("loopmind.root"), "models", "ears");
  private static Ears ears;

  @BeforeAll
  static void open() {
    ears = new Ears(FOLDER);
  }

  @AfterAll
  static void close() {
    ears.close();
  }

  static List<JsonNode> cases() {
    return EarsVectors.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hearsWhatTheTrainingCodeHears(JsonNode wanted) {
    Hearing hearing = hear(EarsSignal.ofSeconds(wanted.get("seconds").asDouble()));
    double[] roles = EarsVectors.numbers(wanted.get("roles"));
    for (Role role : Role.values()) {
      // features agree to 1e-3 of their range; probabilities move by a few times that
      assertThat(hearing.roles().get(role)).isCloseTo(roles[role.ordinal()], within(5e-3));
    }
    assertThat(hearing.instrument()).isEqualTo(wanted.get("instrument").asText());
    double[] embedding = EarsVectors.numbers(wanted.get("embedding"));
    double cosine = 0;
    for (int i = 0; i < embedding.length; i++) {
      cosine += embedding[i] * hearing.embedding().values()[i];
    }
    assertThat(cosine).isGreaterThan(0.9999);
  }

  @Test
  void aLowThumpIsAKickAndAOneShot() {
    Hearing hearing = hear(thump());
    assertThat(hearing.role()).isEqualTo(Role.DRUMS);
    assertThat(hearing.instrument()).isEqualTo("kick");
    assertThat(hearing.kind()).isEqualTo(LoopKind.ONESHOT);
  }

  @Test
  void thumpsInARowAreALoopOfDrums() {
    float[] row = new float[4 * EarsSignal.RATE_HZ];
    for (int beat = 0; beat < 8; beat++) {
      System.arraycopy(thump(), 0, row, beat * EarsSignal.RATE_HZ / 2, EarsSignal.RATE_HZ / 2);
    }
    Hearing hearing = hear(row);
    assertThat(hearing.role()).isEqualTo(Role.DRUMS);
    assertThat(hearing.kind()).isEqualTo(LoopKind.LOOP);
  }

  @Test
  void theEmbeddingHasUnitLengthAndDependsOnTheSound() {
    Hearing thump = hear(thump());
    Hearing other = hear(EarsSignal.ofSeconds(7));
    assertThat(thump.embedding().cosine(thump.embedding())).isCloseTo(1, within(1e-6));
    assertThat(thump.embedding().cosine(other.embedding())).isLessThan(0.9);
    double length = 0;
    for (float value : thump.embedding().values()) {
      length += value * value;
    }
    assertThat(length).isCloseTo(1, within(1e-5));
  }

  @Test
  void threadsHearTheSameToTheLastBit() throws InterruptedException, ExecutionException {
    float[] sound = EarsSignal.ofSeconds(7);
    Hearing alone = hear(sound);
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Hearing>> tasks =
          IntStream.range(0, 12).<Callable<Hearing>>mapToObj(i -> () -> hear(sound)).toList();
      for (Future<Hearing> together : threads.invokeAll(tasks)) {
        assertThat(together.get()).isEqualTo(alone);
      }
    }
  }

  @Test
  void bothChannelsCountAndTheirOrderDoesNot() {
    float[] left = EarsSignal.ofSeconds(1.2);
    float[] right = new float[left.length];
    var leftFirst = ears.hear(new float[][] {left, right}, EarsSignal.RATE_HZ);
    var rightFirst = ears.hear(new float[][] {right, left}, EarsSignal.RATE_HZ);
    assertThat(leftFirst).isPresent().isEqualTo(rightFirst);
  }

  @Test
  void silenceIsNotHeard() {
    assertThat(ears.hear(new float[2][44_100], 44_100)).isEmpty();
  }

  @Test
  void asksForAChannelAndARateWithASentence() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ears.hear(new float[0][], 0))
        .withMessage("Ears hear 1 channel or more at 1000 to 400000 Hz, but were given 0 at 0 Hz.");
  }

  @Test
  void aFolderWithoutEarsIsRefusedWithASentence(@TempDir Path empty) {
    assertThatExceptionOfType(EarsUnusable.class)
        .isThrownBy(() -> new Ears(empty).close())
        .withMessageContaining("Give the folder that holds ears.onnx and manifest.json.");
  }

  @Test
  void aDamagedNetworkIsRefusedBeforeItRuns(@TempDir Path copy) throws IOException {
    Files.copy(FOLDER.resolve("manifest.json"), copy.resolve("manifest.json"));
    byte[] network = Files.readAllBytes(FOLDER.resolve("ears.onnx"));
    network[network.length / 2] ^= 1;
    Files.write(copy.resolve("ears.onnx"), network);
    assertThatExceptionOfType(EarsUnusable.class)
        .isThrownBy(() -> new Ears(copy).close())
        .withMessageContaining("is not the file its manifest describes");
  }

  @Test
  void earsTrainedOnOtherFeaturesAreRefused(@TempDir Path copy) throws IOException {
    Files.copy(FOLDER.resolve("ears.onnx"), copy.resolve("ears.onnx"));
    String manifest = Files.readString(FOLDER.resolve("manifest.json"));
    Files.writeString(
        copy.resolve("manifest.json"),
        manifest.replace("\"hopSamples\": 512", "\"hopSamples\": 256"));
    assertThatExceptionOfType(EarsUnusable.class)
        .isThrownBy(() -> new Ears(copy).close())
        .withMessageContaining("says hopSamples 256, but this program computes 512.0");
  }

  private static Hearing hear(float[] mono) {
    return ears.hear(new float[][] {mono}, EarsSignal.RATE_HZ).orElseThrow();
  }

  /** A sine that falls from 300 to 50 Hz and fades within a fifth of a second. */
  private static float[] thump() {
    float[] thump = new float[EarsSignal.RATE_HZ / 2];
    double phase = 0;
    for (int i = 0; i < thump.length; i++) {
      double t = (double) i / EarsSignal.RATE_HZ;
      phase += 2 * Math.PI * (50 + 250 * Math.exp(-t / 0.02)) / EarsSignal.RATE_HZ;
      thump[i] = (float) (0.9 * Math.sin(phase) * Math.exp(-t / 0.08));
    }
    return thump;
  }
}
