package loopmind.library.listen.ears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MelSpectrogramTest {

  static List<JsonNode> cases() {
    return EarsVectors.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void showsWhatTheTrainingCodeShows(JsonNode wanted) {
    Windowed windows = heard(EarsSignal.ofSeconds(wanted.get("seconds").asDouble()));
    assertThat(windows.count()).isEqualTo(wanted.get("windows").asInt());
    for (JsonNode picture : wanted.get("pictures")) {
      float[] bands = windows.picture(picture.get("window").asInt())[picture.get("frame").asInt()];
      double[] bandsWanted = EarsVectors.numbers(picture.get("bands"));
      for (int band = 0; band < bands.length; band++) {
        // 1e-3 is 0.08 dB, far below what the network was made insensitive to
        assertThat(bands[band]).isCloseTo((float) bandsWanted[band], within(1e-3f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tellsTheFactsOfTheTrainingCode(JsonNode wanted) {
    float[] facts =
        new SoundFacts(heard(EarsSignal.ofSeconds(wanted.get("seconds").asDouble()))).values();
    double[] factsWanted = EarsVectors.numbers(wanted.get("facts"));
    assertThat(facts).hasSameSizeAs(factsWanted);
    for (int i = 0; i < facts.length; i++) {
      assertThat(facts[i]).as("fact %d", i).isCloseTo((float) factsWanted[i], within(1e-3f));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {55, 220, 1000, 7000})
  void putsASineIntoTheBandAroundItsFrequency(double hz) {
    float[] sine = new float[MelSpectrogram.READ];
    for (int i = 0; i < sine.length; i++) {
      sine[i] = (float) Math.sin(2 * Math.PI * hz * i / MelSpectrogram.RATE_HZ);
    }
    double[] bands = new MelSpectrogram().power(sine)[60];
    int loudest = 0;
    for (int band = 1; band < bands.length; band++) {
      loudest = bands[band] > bands[loudest] ? band : loudest;
    }
    // bands whose centre lies below the tone; the tone falls into the last of them or the next
    int below = MelSpectrogram.bandsBelow(hz);
    assertThat(loudest).isBetween(below - 1, below);
    for (int band = 0; band < bands.length; band++) {
      if (Math.abs(band - loudest) >= 6) {
        // six bands away lie beyond the main lobe; side lobes of a Hann window are below −31 dB
        assertThat(bands[band]).isLessThan(bands[loudest] * 1e-3);
      }
    }
  }

  @Test
  void gainDoesNotCount() {
    float[] loud = EarsSignal.ofSeconds(1.2);
    float[] quiet = loud.clone();
    for (int i = 0; i < quiet.length; i++) {
      quiet[i] /= 64; // exact in floating point, so that rounding is the same
    }
    assertThat(heard(quiet).picture(0)[20])
        .containsExactly(heard(loud).picture(0)[20], within(1e-5f));
  }

  @Test
  void leadingSilenceDoesNotCount() {
    float[] sound = EarsSignal.ofSeconds(1.2);
    float[] late = new float[sound.length + 5000];
    System.arraycopy(sound, 0, late, 5000, sound.length);
    assertThat(heard(late).picture(0)[20]).containsExactly(heard(sound).picture(0)[20]);
    assertThat(heard(late).samples()).isEqualTo(heard(sound).samples());
  }

  @ParameterizedTest
  @ValueSource(ints = {16_000, 44_100, 48_000, 96_000})
  void everySampleRateShowsTheSamePicture(int hz) {
    Windowed here = heard(chord(MelSpectrogram.RATE_HZ));
    Windowed there = Windowed.of(chord(hz), hz).orElseThrow();
    double worst = 0;
    for (int band = 0; band < MelSpectrogram.bandsBelow(5000); band++) {
      float a = here.picture(0)[60][band];
      float b = there.picture(0)[60][band];
      worst = Math.max(worst, a > 0.3 || b > 0.3 ? Math.abs(a - b) : 0);
    }
    // 0.8 dB: the resampler's own ripple and a start that may lie half a sample elsewhere
    assertThat(worst).isLessThan(0.01);
  }

  @Test
  void windowsReachFromTheStartToTheEnd() {
    assertThat(Windowed.starts(1000)).containsExactly(0);
    assertThat(Windowed.starts(MelSpectrogram.SPAN)).containsExactly(0);
    int[] starts = Windowed.starts(20 * MelSpectrogram.RATE_HZ);
    assertThat(starts).hasSize(Windowed.MOST_WINDOWS).isSorted().startsWith(0);
    assertThat(starts[3] + MelSpectrogram.SPAN).isEqualTo(20 * MelSpectrogram.RATE_HZ);
  }

  @Test
  void silenceHasNoPicture() {
    assertThat(Windowed.of(new float[4410], MelSpectrogram.RATE_HZ)).isEmpty();
    assertThat(Windowed.of(new float[0], MelSpectrogram.RATE_HZ)).isEmpty();
  }

  @Test
  void refusesAnotherLengthWithASentence() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MelSpectrogram().power(new float[100]))
        .withMessage("A spectrogram reads 67072 samples, but was given 100.");
  }

  private static float[] chord(int rateHz) {
    float[] chord = new float[2 * rateHz];
    for (int i = 0; i < chord.length; i++) {
      double t = (double) i / rateHz;
      chord[i] =
          (float)
              (0.3 * Math.cos(2 * Math.PI * 220 * t)
                  + 0.2 * Math.cos(2 * Math.PI * 277.18 * t)
                  + 0.1 * Math.cos(2 * Math.PI * 3300 * t));
    }
    return chord;
  }

  private static Windowed heard(float[] sound) {
    return Windowed.of(sound, MelSpectrogram.RATE_HZ).orElseThrow();
  }
}
