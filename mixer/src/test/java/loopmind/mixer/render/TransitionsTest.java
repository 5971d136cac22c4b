package loopmind.mixer.render;

import static loopmind.mixer.render.PlainSong.BAR;
import static loopmind.mixer.render.PlainSong.BEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.TransitionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each transition does to known signals, raw, on its way to a border after four bars. */
final class TransitionsTest {

  private static final int BORDER = 4 * BAR;

  private static PlainSong signals() {
    return new PlainSong()
        .with(Role.PAD, PlainSong.noise(1))
        .with(Role.MELODY, PlainSong.sine(1000))
        .with(Role.CHORDS, PlainSong.noise(2))
        .with(Role.DRUMS, PlainSong.noise(3))
        .with(Role.BASS, PlainSong.sine(60));
  }

  private static PlainSong into(TransitionKind kind, double beats, Role... roles) {
    return signals().section(4, roles).section(4, Role.PAD).by(kind, beats);
  }

  private static PlainSong without(Role... roles) {
    return signals().section(4, roles).section(4, Role.PAD);
  }

  @ParameterizedTest
  @EnumSource(TransitionKind.class)
  void changesNothingBeforeItsPassageAndNothingAfterTheBorderButATail(TransitionKind kind) {
    Role[] roles = {Role.MELODY, Role.DRUMS, Role.BASS};
    float[][] plain = LocalRenderTest.mix(without().renderer(), without(roles).song(MixMode.RAW));
    PlainSong made = into(kind, 4, roles);
    float[][] with = LocalRenderTest.mix(made.renderer(), made.song(MixMode.RAW));
    int[] different = Heard.difference(plain, with);
    // a cut falls over 4 ms before its passage
    assertThat(different[0]).isBetween(BORDER - BAR - 192, BORDER);
    int tail = kind == TransitionKind.REVERB_TAIL ? (int) (1.1 * 2.5 * 48_000) + 1 : 0;
    assertThat(different[1]).isLessThan(BORDER + tail);
    assertThat(made.stems(made.song(MixMode.RAW), 1))
        .allSatisfy(
            (role, stem) ->
                assertThat(stem).isDeepEqualTo(made.stems(made.song(MixMode.RAW), 2).get(role)));
  }

  @Test
  void aRiserClimbsAndArrivesAtTheTonic() {
    float[] riser = into(TransitionKind.RISER, 8, Role.PAD).stems().get(Role.FX)[0];
    int start = BORDER - 2 * BAR;
    double centroid = 0;
    double level = -200;
    for (int quarter = 0; quarter < 4; quarter++) {
      int from = start + quarter * BAR / 2;
      assertThat(Heard.centroidHz(riser, from, BAR / 2)).isGreaterThan(1.3 * centroid);
      assertThat(Heard.levelDb(riser, from, BAR / 2)).isGreaterThan(level + 3);
      centroid = Heard.centroidHz(riser, from, BAR / 2);
      level = Heard.levelDb(riser, from, BAR / 2);
    }
    // the tonic of A minor; a quarter tone beside it there is only noise
    int end = BORDER - 9600;
    double tonic = Heard.toneDb(riser, end, 9000, 440);
    assertThat(tonic)
        .isGreaterThan(Heard.toneDb(riser, end, 9000, 440 * Math.pow(2, 0.5 / 12)) + 6);
    assertThat(tonic).isGreaterThan(Heard.toneDb(riser, end, 9000, 220) + 10);
    assertThat(Heard.levelDb(riser, BORDER, BAR)).isLessThan(-190);
  }

  @Test
  void aFillRepeatsHalvesAndThenQuartersOfABeat() {
    Map<Role, float[][]> stems = into(TransitionKind.FILL, 4, Role.DRUMS, Role.CHORDS).stems();
    float[] drums = stems.get(Role.DRUMS)[0];
    int half = BORDER - 2 * BEAT;
    assertThat(Heard.likeness(drums, half, half + BEAT / 2, BEAT / 2)).isGreaterThan(0.98);
    int quarter = BORDER - BEAT;
    for (int n = 1; n < 4; n++) {
      assertThat(Heard.likeness(drums, quarter, quarter + n * BEAT / 4, BEAT / 4 - 200))
          .isGreaterThan(0.95);
    }
    float[][] plain = without(Role.DRUMS, Role.CHORDS).stems().get(Role.CHORDS);
    assertThat(stems.get(Role.CHORDS)).isDeepEqualTo(plain);
  }

  @Test
  void aSweepTakesTheLowsAway() {
    float[] swept = into(TransitionKind.SWEEP, 8, Role.CHORDS).stems().get(Role.CHORDS)[0];
    double before = Heard.bandDb(swept, BAR, BAR, 60, 200);
    double middle = Heard.bandDb(swept, BORDER - BAR, BEAT, 60, 200);
    double last = Heard.bandDb(swept, BORDER - BEAT, BEAT - 1000, 60, 200);
    assertThat(before - middle).isGreaterThan(1.5);
    assertThat(before - last).isGreaterThan(15);
    double highs = Heard.bandDb(swept, BORDER - BEAT, BEAT - 1000, 4000, 8000);
    assertThat(highs).isCloseTo(Heard.bandDb(swept, BAR, BAR, 4000, 8000), within(0.7));
  }

  @Test
  void aReverbTailRingsOnBeyondTheBorderAndDies() {
    float[] tail = into(TransitionKind.REVERB_TAIL, 4, Role.CHORDS).stems().get(Role.FX)[0];
    double dry = Heard.levelDb(without(Role.CHORDS).stems().get(Role.CHORDS)[0], BAR, BAR);
    double ringing = Heard.levelDb(tail, BORDER, 4800);
    assertThat(ringing).isGreaterThan(dry - 16);
    // damping makes highs die sooner than the 2.5 s of the lows: noise falls faster at first
    double later = Heard.levelDb(tail, BORDER + 48_000, 4800);
    assertThat(ringing - later).isBetween(15.0, 50.0);
    double bass =
        Heard.bandDb(tail, BORDER, 9600, 100, 400)
            - Heard.bandDb(tail, BORDER + 48_000, 9600, 100, 400);
    assertThat(bass).isCloseTo(60 / 2.5, within(8.0));
    int end = BORDER + (int) (1.1 * 2.5 * 48_000) + 1;
    assertThat(Heard.levelDb(tail, end, 4800)).isLessThan(-190);
  }

  @Test
  void aTapeStopSlowsEverythingDown() {
    float[] stopped = into(TransitionKind.TAPE_STOP, 4, Role.MELODY).stems().get(Role.MELODY)[0];
    int start = BORDER - BAR;
    for (int quarter = 0; quarter < 4; quarter++) {
      double hz = Heard.crossingsHz(stopped, start + quarter * BEAT, BEAT);
      assertThat(hz).isCloseTo(1000 * (1 - (quarter + 0.5) / 4), within(20.0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8, 16})
  void aBuildUpChopsEverShorterAndHigher(int beats) {
    Map<Role, float[][]> stems =
        into(TransitionKind.BUILDUP, beats, Role.DRUMS, Role.CHORDS).stems();
    float[] drums = stems.get(Role.DRUMS)[0];
    // the last slice is a quarter of a bar, and fills what is left
    int from = BORDER - 2 * BEAT;
    assertThat(Heard.likeness(drums, from, from + BEAT, BEAT - 400)).isGreaterThan(0.8);
    int quarter = beats * BEAT / 4;
    double first = Heard.bandDb(drums, BORDER - 4 * quarter, quarter, 60, 200);
    double last = Heard.bandDb(drums, BORDER - quarter, quarter, 60, 200);
    assertThat(first - last).isGreaterThan(10);
    assertThat(stems).containsKey(Role.FX);
    assertThat(Heard.levelDb(stems.get(Role.FX)[0], BORDER - BEAT, BEAT)).isGreaterThan(-45);
  }

  @Test
  void theSlicesOfABuildUpRiseInPitch() {
    PlainSong made =
        new PlainSong()
            .with(Role.DRUMS, PlainSong.sine(1000))
            .with(Role.PAD, PlainSong.noise(1))
            .section(4, Role.DRUMS)
            .section(4, Role.PAD)
            .by(TransitionKind.BUILDUP, 8);
    float[] drums = made.stems().get(Role.DRUMS)[0];
    int start = BORDER - 2 * BAR;
    // slices of a bar, half a bar and a quarter, two semitones apart; a grain sounds for its first
    // part
    int[] stages = {start, start + BAR, start + BAR + BAR / 2};
    for (int stage = 0; stage < 3; stage++) {
      double hz = 1000 * Math.pow(2, 2.0 * stage / 12);
      assertThat(Heard.crossingsHz(drums, stages[stage] + 200, 3600)).isCloseTo(hz, within(15.0));
    }
  }

  @Test
  void aCutSilencesTheGroundAndNothingElse() {
    Map<Role, float[][]> stems =
        into(TransitionKind.CUT, 1, Role.DRUMS, Role.BASS, Role.CHORDS).stems();
    for (Role role : new Role[] {Role.DRUMS, Role.BASS}) {
      assertThat(Heard.levelDb(stems.get(role)[0], BORDER - BEAT, BEAT)).isLessThan(-190);
      assertThat(Heard.levelDb(stems.get(role)[0], BORDER - 2 * BEAT, BEAT - 200))
          .isGreaterThan(-50);
    }
    assertThat(stems.get(Role.CHORDS))
        .isDeepEqualTo(without(Role.DRUMS, Role.BASS, Role.CHORDS).stems().get(Role.CHORDS));
  }

  @Test
  void inACrossfadeOneSectionFallsWhileTheOtherRises() {
    Map<Role, float[][]> stems = into(TransitionKind.CROSSFADE, 8, Role.CHORDS).stems();
    float[] leaving = stems.get(Role.CHORDS)[0];
    float[] coming = stems.get(Role.PAD)[0];
    double full = Heard.levelDb(leaving, BAR, BAR);
    double arrived = Heard.levelDb(coming, BORDER, BAR);
    int start = BORDER - 2 * BAR;
    for (int eighth = 0; eighth < 8; eighth++) {
      int from = start + eighth * BAR / 4;
      double share = straight(eighth / 8.0, (eighth + 1) / 8.0);
      double left = straight(1 - (eighth + 1) / 8.0, 1 - eighth / 8.0);
      assertThat(Heard.levelDb(leaving, from, BAR / 4) - full)
          .isCloseTo(20 * Math.log10(left), within(0.5));
      assertThat(Heard.levelDb(coming, from, BAR / 4) - arrived)
          .isCloseTo(20 * Math.log10(share), within(0.5));
    }
  }

  /** Root of the mean square of a straight fade from {@code a} to {@code b}. */
  private static double straight(double a, double b) {
    return Math.sqrt((b * b + a * b + a * a) / 3);
  }

  @Test
  void aLoopThatGoesOnThroughACrossfadeStaysAsItIs() {
    float[][] faded =
        signals().section(4, Role.PAD).section(4, Role.PAD).by(TransitionKind.CROSSFADE, 8).mix();
    float[][] plain = signals().section(8, Role.PAD).mix();
    for (int i = 0; i < plain[0].length; i++) {
      assertThat((double) faded[0][i]).isCloseTo(plain[0][i], within(1e-7));
    }
  }
}
