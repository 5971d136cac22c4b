package loopmind.mixer.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.master.Reel;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.TruePeakMeter;
import org.junit.jupiter.api.Test;

/** The balance of rendered stems, where the render gives them their sound. */
final class SongMixTest {

  private static Takes played(TestSong made, MixMode mode) {
    RenderOptions options =
        RenderOptions.whole(Path.of("unwritten.wav"), Optional.of(Path.of("unwritten")), 2);
    return new Renderer(made.audio()).play(made.song(mode, -14), options, RenderProgress.NONE);
  }

  private static AudioBuffer sound(Reel reel) {
    float[][] samples = new float[2][(int) reel.frames()];
    reel.read(0, samples, samples[0].length);
    return new AudioBuffer(samples, new SampleRate(48_000));
  }

  private static TestSong hook(Role... roles) {
    return new TestSong(120, 120).section(SectionKind.HOOK, 8, 0.6, roles);
  }

  @Test
  void rawStemsStandAtTheFadersOfTheirRoles() {
    try (Takes takes =
        played(hook(Role.DRUMS, Role.BASS, Role.CHORDS, Role.PERCUSSION), MixMode.RAW)) {
      double bass = loudness(takes.stems(), Role.BASS);
      // faders of drums −10.5, bass −10, chords −11.5, percussion −14; the end of the song fades
      assertThat(loudness(takes.stems(), Role.DRUMS) - bass).isCloseTo(-0.5, within(0.5));
      assertThat(loudness(takes.stems(), Role.CHORDS) - bass).isCloseTo(-1.5, within(0.5));
      assertThat(loudness(takes.stems(), Role.PERCUSSION) - bass).isCloseTo(-4, within(0.5));
    }
  }

  private static double loudness(Map<Role, Reel> stems, Role role) {
    return LoudnessMeter.of(sound(stems.get(role))).value();
  }

  @Test
  void theKickMakesRoomForItself() {
    try (Takes with = played(hook(Role.DRUMS, Role.PAD), MixMode.POLISHED);
        Takes alone = played(hook(Role.PAD), MixMode.POLISHED)) {
      float[] ducked = sound(with.stems().get(Role.PAD)).channel(0);
      float[] free = sound(alone.stems().get(Role.PAD)).channel(0);
      // the kick of beat 5 at 2 s, and the end of beat 4, where nothing low sounds
      double under = ratioDb(ducked, free, 96_000 + 1200, 2400);
      double between = ratioDb(ducked, free, 96_000 - 6000, 4800);
      assertThat(between - under).isBetween(1.5, 4.0);
    }
  }

  private static double ratioDb(float[] a, float[] b, int from, int count) {
    double one = 0;
    double other = 0;
    for (int i = from; i < from + count; i++) {
      one += a[i] * a[i];
      other += b[i] * b[i];
    }
    return 10 * Math.log10(one / other);
  }

  @Test
  void stemsKeepHeadroom() {
    try (Takes takes = played(TestSong.usual(124, 124), MixMode.POLISHED)) {
      for (Reel reel : takes.stems().values()) {
        assertThat(TruePeakMeter.of(sound(reel)).value()).isLessThan(-1);
      }
    }
  }
}
