package loopmind.mixer.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.Effects;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.TransitionKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Songs of short sections with any effects and transitions, the odd ones among them. */
final class AnySongTest {

  private static final Role[] ROLES = {
    Role.DRUMS, Role.BASS, Role.CHORDS, Role.MELODY, Role.PAD, Role.FX
  };

  /** From less than a slice of a build-up to longer than the section. */
  private static final double[] LENGTHS = {0.01, 0.3, 1, 1.5, 4, 7, 40};

  private static Effects effects(Random random) {
    Map<EffectKind, Integer> some = new EnumMap<>(EffectKind.class);
    for (EffectKind kind : EffectKind.values()) {
      if (random.nextInt(4) == 0) {
        some.put(kind, 1 + random.nextInt(3));
      }
    }
    return new Effects(some);
  }

  private static PlainSong any(Random random) {
    PlainSong song =
        new PlainSong()
            .with(Role.DRUMS, PlainSong.kicks())
            .with(Role.BASS, PlainSong.sine(60))
            .with(Role.CHORDS, PlainSong.noise(1))
            .with(Role.MELODY, PlainSong.burst())
            .with(Role.PAD, PlainSong.sine(500))
            .with(Role.FX, i -> 0);
    TransitionKind[] kinds = TransitionKind.values();
    for (int section = 0; section < 6; section++) {
      Role[] roles =
          java.util.Arrays.stream(ROLES).filter(role -> random.nextInt(3) > 0).toArray(Role[]::new);
      song.section(1 + random.nextInt(2), effects(random), effects(random), roles);
      if (section > 0 && random.nextInt(5) > 0) {
        song.by(kinds[random.nextInt(kinds.length)], LENGTHS[random.nextInt(LENGTHS.length)]);
      }
    }
    return song;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void addsUpToItsMixAndStaysWithinBounds(long seed) {
    Random random = new Random(seed);
    PlainSong made = any(random);
    Song song = made.song(seed % 2 == 0 ? MixMode.POLISHED : MixMode.RAW);
    float[][] mix = LocalRenderTest.mix(made.renderer(), song);
    Map<Role, float[][]> stems = made.stems(song, 2);
    double worst = 0;
    double loudest = 0;
    for (int c = 0; c < 2; c++) {
      for (int i = 0; i < mix[c].length; i++) {
        double rest = mix[c][i];
        for (float[][] stem : stems.values()) {
          rest -= stem[c][i];
        }
        worst = Math.max(worst, Math.abs(rest));
        loudest = Math.max(loudest, Math.abs(mix[c][i]));
      }
    }
    // −120 dBFS; what is no number is not below it either
    assertThat(worst).isLessThan(1e-6);
    assertThat(loudest).isBetween(0.01, 2.0);
  }
}
