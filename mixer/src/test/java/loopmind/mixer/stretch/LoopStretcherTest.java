package loopmind.mixer.stretch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import loopmind.arranger.units.Frames;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Semitones;
import loopmind.mixer.audio.AudioBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoopStretcherTest {

  private static final int SECOND = 48_000;

  @ParameterizedTest
  @EnumSource(Material.class)
  void withoutAChangeGivesTheSamplesBack(Material material) {
    var loop = drums(4 * SECOND);
    var same = fit(loop, material, loop.frames(), loop.frames(), 0);
    for (int c = 0; c < 2; c++) {
      assertThat(same.channel(c)).isEqualTo(loop.channel(c));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PERCUSSIVE, 96001, 0", "PERCUSSIVE, 61234, 3", "TONAL, 96001, 0", "TONAL, 61234, -5",
    "MIXED, 96001, 0", "MIXED, 77777, 7", "TONAL, 400, 0", "PERCUSSIVE, 399, 1"
  })
  void isAsLongAsItWasAskedToBe(Material material, int target, double semitones) {
    int body = target < 1000 ? 420 : 80_000;
    var loop = drums(body);
    assertThat(fit(loop, material, body, target, semitones).frames()).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({"1.15, 0", "0.87, 0", "1, 3", "1, -5"})
  void keepsASineClean(double longer, double semitones) {
    // 5 s hold whole periods before and after both changes of length, as a seamless loop must
    int body = 5 * SECOND;
    var out =
        fit(sine(440, body), Material.TONAL, body, (int) Math.round(body * longer), semitones);
    double ideal = 440 * Math.pow(2, semitones / 12);
    var found = SineFit.near(out.channel(0), ideal, SECOND);
    // half a cent is the least that trained listeners hear; due are 55 dB
    assertThat(found.cents()).isCloseTo(0, within(0.5));
    assertThat(found.snrDb()).isGreaterThan(65);
    assertThat(found.snrDb()).isEqualTo(SineFit.near(out.channel(1), ideal, SECOND).snrDb());
  }

  @ParameterizedTest
  @CsvSource({"0.8", "0.9", "1.1", "1.25"})
  void movesEveryHitOnItsPlace(double longer) {
    int body = 4 * SECOND;
    int target = (int) (body * longer);
    float[] out = fit(drums(body), Material.PERCUSSIVE, body, target, 0).channel(0);
    for (int hit = 0; hit < 16; hit++) {
      int place = (int) Math.round(hit * (body / 16) * longer);
      int found = attackNear(out, place, 600);
      // 0.3 ms; the attack itself is one frame
      assertThat(found).isCloseTo(place, within(14));
    }
  }

  @ParameterizedTest
  @CsvSource({"TONAL, 1.13", "TONAL, 0.91", "MIXED, 1.13", "PERCUSSIVE, 1.13", "PERCUSSIVE, 0.91"})
  void theSeamDoesNotClick(Material material, double longer) {
    int body = 3 * SECOND;
    // whole periods a turn before, but not after: the hard case
    var loop = material == Material.PERCUSSIVE ? bell(body) : sine(441, body);
    float[] out = fit(loop, material, body, (int) (body * longer), 0).channel(0);
    double inside = 0;
    for (int i = 3; i < out.length; i++) {
      inside = Math.max(inside, Math.abs(jerk(out, i)));
    }
    double seam = 0;
    for (int i = 0; i < 3; i++) {
      seam = Math.max(seam, Math.abs(jerk(out, i)));
    }
    // a click is energy that the sound inside the loop has nowhere
    assertThat(seam - inside).isLessThan(0.001);
  }

  @Test
  void whatRingsAfterTheBodySoundsIntoTheNextTurn() {
    float[] samples = new float[1500];
    samples[100] = 0.5f;
    samples[1100] = 0.25f;
    var loop = new AudioBuffer(new float[][] {samples}, SampleRate.STUDIO);
    float[] out = fit(loop, Material.PERCUSSIVE, 1000, 1000, 0).channel(0);
    assertThat(out[100]).isEqualTo(0.75f);
  }

  @ParameterizedTest
  @EnumSource(Material.class)
  void silenceStaysSilence(Material material) {
    var silence = AudioBuffer.silence(2, SECOND, SampleRate.STUDIO);
    assertThat(fit(silence, material, SECOND, SECOND * 9 / 8, 2).channel(0)).containsOnly(0f);
  }

  @ParameterizedTest
  @EnumSource(Material.class)
  void givesTheSameFramesEveryTime(Material material) {
    var loop = drums(2 * SECOND);
    float[] once = fit(loop, material, 2 * SECOND, 90_000, 1).channel(1);
    assertThat(fit(loop, material, 2 * SECOND, 90_000, 1).channel(1)).isEqualTo(once);
  }

  @Test
  void refusesChangesItIsNotGoodFor() {
    assertThatThrownBy(
            () -> new LoopFit(Material.TONAL, new Frames(1000), new Frames(100), Semitones.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000 frames cannot become 100");
  }

  private static double jerk(float[] x, int i) {
    int n = x.length;
    return x[i]
        - 3.0 * x[Math.floorMod(i - 1, n)]
        + 3.0 * x[Math.floorMod(i - 2, n)]
        - x[Math.floorMod(i - 3, n)];
  }

  private static int attackNear(float[] x, int place, int reach) {
    int best = place;
    double steepest = 0;
    for (int i = place - reach; i < place + reach; i++) {
      double rise =
          Math.abs(x[Math.floorMod(i, x.length)]) - Math.abs(x[Math.floorMod(i - 1, x.length)]);
      if (rise > steepest) {
        steepest = rise;
        best = i;
      }
    }
    return best;
  }

  private static AudioBuffer fit(
      AudioBuffer loop, Material material, int body, int target, double semitones) {
    return LoopStretcher.fit(
        loop,
        new LoopFit(material, new Frames(body), new Frames(target), new Semitones(semitones)));
  }

  private static AudioBuffer sine(double hz, int frames) {
    float[][] samples = new float[2][frames];
    for (int i = 0; i < frames; i++) {
      samples[0][i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / SECOND));
      samples[1][i] = samples[0][i] / 2;
    }
    return new AudioBuffer(samples, SampleRate.STUDIO);
  }

  /** One struck tone that rings on over the seam. */
  private static AudioBuffer bell(int frames) {
    float[] samples = new float[2 * frames];
    for (int i = frames / 2; i < samples.length; i++) {
      double t = (i - frames / 2) / (double) SECOND;
      samples[i] =
          (float) (0.5 * Math.exp(-2 * t) * Math.min(1, t * 500) * Math.sin(2 * Math.PI * 300 * t));
    }
    return new AudioBuffer(new float[][] {samples}, SampleRate.STUDIO);
  }

  /** Sixteen bursts of noise that begin in one frame and ring for 60 ms. */
  private static AudioBuffer drums(int frames) {
    var random = new SplittableRandom(5);
    float[][] samples = new float[2][frames];
    for (int i = 0; i < frames; i++) {
      int age = i % (frames / 16);
      double level = age == 0 ? 0.9 : 0.3 * Math.exp(-age / (0.06 * SECOND));
      samples[0][i] = (float) (level * (age == 0 ? 1 : random.nextDouble(-1, 1)));
      samples[1][i] = samples[0][i] / 3;
    }
    return new AudioBuffer(samples, SampleRate.STUDIO);
  }
}
