package loopmind.mixer.render;

import static loopmind.mixer.render.PlainSong.BAR;
import static loopmind.mixer.render.PlainSong.BEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.Effects;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.Song;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each effect does to known signals, raw, between two sections without it. */
final class EffectsTest {

  private static final int START = 2 * BAR, END = 6 * BAR;

  private static PlainSong song(Role role, Effects onLayer) {
    return new PlainSong()
        .with(Role.PAD, PlainSong.noise(1))
        .with(Role.MELODY, PlainSong.sine(1000))
        .with(Role.CHORDS, PlainSong.burst())
        .with(Role.DRUMS, PlainSong.kicks())
        .section(2, role)
        .section(4, Effects.NONE, onLayer, role)
        .section(2, role);
  }

  private static float[] left(Role role, EffectKind kind, int strength) {
    return song(role, PlainSong.effect(kind, strength)).stems().get(role)[0];
  }

  private static float[] plain(Role role) {
    return song(role, Effects.NONE).stems().get(role)[0];
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aLowPassOpensOverTheSection(int strength) {
    float[] swept = left(Role.PAD, EffectKind.LOWPASS_SWEEP, strength);
    float[] plain = plain(Role.PAD);
    double before = 0;
    for (int quarter = 0; quarter < 4; quarter++) {
      double centroid = Heard.centroidHz(swept, START + quarter * BAR, BAR);
      assertThat(centroid).as("bar %d", quarter).isGreaterThan(1.3 * before);
      before = centroid;
    }
    double closed =
        Heard.bandDb(swept, START, BEAT, 4000, 16_000)
            - Heard.bandDb(plain, START, BEAT, 4000, 16_000);
    double open =
        Heard.bandDb(swept, END - BEAT / 2, BEAT / 2, 2000, 8000)
            - Heard.bandDb(plain, END - BEAT / 2, BEAT / 2, 2000, 8000);
    assertThat(closed).isLessThan(-35);
    assertThat(open).isCloseTo(0, within(1.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aHighPassTakesTheLowsAwayOverTheSection(int strength) {
    float[] swept = left(Role.PAD, EffectKind.HIGHPASS_SWEEP, strength);
    float[] plain = plain(Role.PAD);
    double[] lost = new double[4];
    for (int bar = 0; bar < 4; bar++) {
      lost[bar] =
          Heard.bandDb(plain, START + bar * BAR, BAR, 60, 200)
              - Heard.bandDb(swept, START + bar * BAR, BAR, 60, 200);
    }
    assertThat(lost[0]).isLessThan(3);
    assertThat(lost[2]).isGreaterThan(lost[1]);
    assertThat(lost[3]).isGreaterThan(10 + 5.0 * strength);
  }

  @Test
  void reverbRingsOnInAHallTheMoreTheStronger() {
    double before = -200;
    for (int strength = 1; strength <= 3; strength++) {
      float[] hall =
          song(Role.CHORDS, PlainSong.effect(EffectKind.REVERB, strength)).stems().get(Role.FX)[0];
      double early = Heard.levelDb(hall, START + 9600, 4800);
      double late = Heard.levelDb(hall, START + 9600 + 24_000, 4800);
      // a hall of 1.75 s falls by 17 dB in half a second
      assertThat(early - late).isBetween(12.0, 23.0);
      assertThat(early).isGreaterThan(before + 3);
      before = early;
      assertThat(Heard.levelDb(hall, 0, START - 720)).isLessThan(-190);
    }
    assertThat(song(Role.CHORDS, Effects.NONE).stems()).doesNotContainKey(Role.FX);
  }

  @Test
  void delayAnswersAfterThreeQuartersOfABeat() {
    float[][] echo = song(Role.CHORDS, PlainSong.effect(EffectKind.DELAY, 2)).stems().get(Role.FX);
    int first = 0;
    for (int i = 0; i < echo[0].length && first == 0; i++) {
      first = Math.abs(echo[0][i]) > 1e-4 ? i : 0;
    }
    // 375 ms after the burst, which takes some frames to rise
    assertThat(first - START).isBetween(18_000, 18_060);
    double one = Heard.levelDb(echo[0], START + 18_000, 1200);
    double two = Heard.levelDb(echo[1], START + 36_000, 1200);
    assertThat(one - two).isBetween(6.0, 14.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aTapeStopFallsInTheLastBarToAHalt(int strength) {
    float[] stopped = left(Role.MELODY, EffectKind.TAPE_STOP, strength);
    float[] plain = plain(Role.MELODY);
    int bar = END - BAR;
    for (int i = 0; i < bar; i++) {
      assertThat(stopped[i]).isEqualTo(plain[i]);
    }
    double before = 1001;
    for (int quarter = 0; quarter < 4; quarter++) {
      double hz = Heard.crossingsHz(stopped, bar + quarter * BEAT, BEAT);
      // the mean speed of a quarter is that of its middle, to the power of the strength
      double left = 1 - (quarter + 0.5) / 4;
      assertThat(hz).isCloseTo(1000 * Math.pow(left, strength), within(40.0));
      assertThat(hz).isLessThan(before);
      before = hz;
    }
    assertThat(Heard.levelDb(stopped, END - 1200, 400)).isLessThan(-20);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aStutterRepeatsTheLastBarInEverShorterSlices(int strength) {
    float[] cut = left(Role.PAD, EffectKind.STUTTER, strength);
    float[] plain = plain(Role.PAD);
    int bar = END - BAR;
    for (int i = 0; i < bar; i++) {
      assertThat(cut[i]).isEqualTo(plain[i]);
    }
    int[] second = {BEAT / 2, BEAT / 4, BEAT / 8};
    int[] last = {BEAT / 4, BEAT / 8, BEAT / 16};
    int slice = second[strength - 1];
    assertThat(Heard.likeness(cut, bar + BEAT, bar + BEAT + slice, slice)).isGreaterThan(0.98);
    slice = last[strength - 1];
    for (int repeat = 1; repeat < 4; repeat++) {
      int from = bar + 3 * BEAT;
      assertThat(Heard.likeness(cut, from, from + repeat * slice, slice)).isGreaterThan(0.9);
      // and all of them are the beginning of the bar
      assertThat(Heard.likeness(cut, from, bar, slice)).isGreaterThan(0.9);
    }
    assertThat(Heard.likeness(plain, bar, bar + BEAT, BEAT)).isLessThan(0.1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aSideChainDipsAtEveryKick(int strength) {
    PlainSong made =
        new PlainSong()
            .with(Role.MELODY, PlainSong.sine(1000))
            // half a beat early, so that the kicks are not on the beats
            .with(Role.DRUMS, i -> PlainSong.kicks().applyAsDouble(i + BEAT / 2))
            .section(
                4,
                Effects.NONE,
                PlainSong.effect(EffectKind.SIDECHAIN, strength),
                Role.MELODY,
                Role.DRUMS);
    float[] pumped = made.stems().get(Role.MELODY)[0];
    for (int beat = 1; beat < 15; beat++) {
      int kick = beat * BEAT + BEAT / 2;
      double under = Heard.levelDb(pumped, kick + 700, 480);
      double before = Heard.levelDb(pumped, kick - 480, 480);
      assertThat(before - under).as("kick %d", beat).isBetween(4.5, 17.0);
      assertThat(before - under).isGreaterThan(new double[] {4.5, 8, 12}[strength - 1]);
    }
  }

  @Test
  void aSideChainWithoutAKickFollowsTheBeat() {
    float[] pumped = left(Role.MELODY, EffectKind.SIDECHAIN, 2);
    for (int beat = 1; beat < 15; beat++) {
      int at = START + beat * BEAT;
      double dip = Heard.levelDb(pumped, at - 480, 480) - Heard.levelDb(pumped, at + 240, 480);
      assertThat(dip).isBetween(8.0, 11.0);
    }
  }

  @Test
  void saturationAddsPartialsAndNoLoudness() {
    float[] plain = plain(Role.MELODY);
    double before = 0;
    for (int strength = 1; strength <= 3; strength++) {
      float[] driven = left(Role.MELODY, EffectKind.SATURATION, strength);
      double third =
          Heard.toneDb(driven, START, 48_000, 3000) - Heard.toneDb(driven, START, 48_000, 1000);
      double share = Math.pow(10, third / 20);
      assertThat(share).isBetween(0.005, 0.35);
      assertThat(share).isGreaterThan(1.5 * before);
      before = share;
      assertThat(Heard.levelDb(driven, START, BAR))
          .isCloseTo(Heard.levelDb(plain, START, BAR), within(0.05));
      // 17 kHz would fold back to 14 kHz if the curve were not drawn at twice the rate
      assertThat(Heard.toneDb(driven, START, 48_000, 14_500)).isLessThan(-110);
    }
  }

  @Test
  void wideningSpreadsAMonoLoopAndLeavesItsSumAlone() {
    float[][] plain = song(Role.PAD, Effects.NONE).stems().get(Role.PAD);
    double before = sideDb(plain);
    for (int strength = 1; strength <= 3; strength++) {
      float[][] wide =
          song(Role.PAD, PlainSong.effect(EffectKind.WIDEN, strength)).stems().get(Role.PAD);
      assertThat(sideDb(wide)).isGreaterThan(before + 2);
      before = sideDb(wide);
      for (int i = START; i < END; i++) {
        assertThat((double) wide[0][i] + wide[1][i])
            .isCloseTo((double) plain[0][i] + plain[1][i], within(1e-6));
      }
    }
  }

  private static double sideDb(float[][] stem) {
    double side = 0;
    double middle = 0;
    for (int i = START; i < END; i++) {
      side += Math.pow(stem[0][i] - stem[1][i], 2);
      middle += Math.pow(stem[0][i] + stem[1][i], 2);
    }
    return 10 * Math.log10(side / middle + 1e-9);
  }

  @ParameterizedTest
  @EnumSource(EffectKind.class)
  void anEffectOnASectionChangesAllItsStemsAndNothingOutsideItAndItsTail(EffectKind kind) {
    Role[] roles = {Role.MELODY, Role.PAD, Role.DRUMS};
    PlainSong plain = sections(roles, Effects.NONE);
    PlainSong with = sections(roles, PlainSong.effect(kind, 2));
    Song song = LocalRenderTest.settled(plain.song(MixMode.POLISHED));
    Song other = LocalRenderTest.settled(with.song(MixMode.POLISHED));
    Map<Role, float[][]> before = plain.stems(song, 2);
    Map<Role, float[][]> after = with.stems(other, 2);
    // echoes are cut after seven repeats of 375 ms
    int end = END + (int) (7 * 0.375 * 48_000) + 1;
    for (Role role : before.keySet()) {
      int[] different = Heard.difference(before.get(role), after.get(role));
      assertThat(different[0] < 0 || different[0] >= START - 720).as("%s", role).isTrue();
      assertThat(different[1]).as("last of %s", role).isLessThan(end);
    }
    boolean onlySends = kind == EffectKind.REVERB || kind == EffectKind.DELAY;
    for (Role role : roles) {
      assertThat(Heard.difference(before.get(role), after.get(role))[0] < 0)
          .as(role.word())
          .isEqualTo(onlySends);
    }
    assertThat(Heard.difference(before.get(Role.FX), after.get(Role.FX))[0]).isPositive();
    Map<Role, float[][]> alone = with.stems(other, 1);
    after.forEach((role, stem) -> assertThat(alone.get(role)).isDeepEqualTo(stem));
  }

  private static PlainSong sections(Role[] roles, Effects onSection) {
    return new PlainSong()
        .with(Role.PAD, PlainSong.noise(1))
        .with(Role.MELODY, PlainSong.sine(1000))
        .with(Role.DRUMS, PlainSong.kicks())
        .section(2, roles)
        .section(4, onSection, Effects.NONE, roles)
        .section(4, roles);
  }
}
