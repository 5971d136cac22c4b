package loopmind.mixer.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.MixColour;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.master.Reel;
import loopmind.mixer.measure.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each axis of a colour does to a finished song, and to what it is made of. */
final class ColourTest {

  @TempDir private Path folder;

  private static final TestSong MADE =
      new TestSong(120, 120)
          .section(
              SectionKind.HOOK,
              8,
              0.6,
              Role.DRUMS,
              Role.BASS,
              Role.CHORDS,
              Role.MELODY,
              Role.PAD,
              Role.PERCUSSION);

  private static Song coloured(MixColour colour) {
    Song song = MADE.song(MixMode.POLISHED, -14);
    return LocalRenderTest.settled(
        song.withFacts(song.facts().with(song.facts().mix().with(colour))));
  }

  private AudioBuffer master(MixColour colour) {
    Path file = folder.resolve("c.wav");
    new Renderer(MADE.audio())
        .render(
            coloured(colour), RenderOptions.whole(file, Optional.empty(), 2), RenderProgress.NONE);
    return AudioFiles.read(file);
  }

  private static AudioBuffer mix(MixColour colour) {
    return new AudioBuffer(
        LocalRenderTest.mix(new Renderer(MADE.audio()), coloured(colour)), new SampleRate(48_000));
  }

  private static double bandDb(AudioBuffer sound, double lowHz, double highHz) {
    return 10 * Math.log10(Spectrum.of(sound).power(lowHz, highHz));
  }

  /** A band against the middle of the spectrum. */
  private static double leaning(AudioBuffer sound, double lowHz, double highHz) {
    return bandDb(sound, lowHz, highHz) - bandDb(sound, 600, 2500);
  }

  @Test
  void warmerHasMoreLowMiddlesAndFewerHighs() {
    AudioBuffer warm = master(new MixColour(1, 0, 0, 0, 0, 0));
    AudioBuffer plain = master(MixColour.NEUTRAL);
    assertThat(leaning(warm, 120, 300) - leaning(plain, 120, 300)).isBetween(0.4, 3.0);
    assertThat(leaning(warm, 6000, 14_000) - leaning(plain, 6000, 14_000)).isBetween(-3.0, -0.5);
  }

  @Test
  void brighterHasMoreHighs() {
    AudioBuffer bright = master(new MixColour(0, 1, 0, 0, 0, 0));
    AudioBuffer plain = master(MixColour.NEUTRAL);
    assertThat(leaning(bright, 8000, 16_000) - leaning(plain, 8000, 16_000)).isBetween(0.8, 3.5);
  }

  @Test
  void heavierHasMoreBassBelowAHundredAndTwentyHertz() {
    AudioBuffer heavy = master(new MixColour(0, 0, 0, 1, 0, 0));
    AudioBuffer plain = master(MixColour.NEUTRAL);
    assertThat(leaning(heavy, 35, 110) - leaning(plain, 35, 110)).isBetween(0.7, 3.5);
  }

  @Test
  void clearerHasFewerLowMiddles() {
    AudioBuffer clear = master(new MixColour(0, 0, 0, 0, 0, 1));
    AudioBuffer plain = master(MixColour.NEUTRAL);
    assertThat(leaning(clear, 220, 450) - leaning(plain, 220, 450)).isBetween(-3.0, -0.4);
  }

  @Test
  void widerHasMoreAtTheSidesAndTheSameLows() {
    AudioBuffer wide = mix(new MixColour(0, 0, 0, 0, 1, 0));
    AudioBuffer plain = mix(MixColour.NEUTRAL);
    assertThat(sideDb(wide) - sideDb(plain)).isBetween(0.8, 4.0);
    assertThat(bandDb(wide, 30, 100)).isCloseTo(bandDb(plain, 30, 100), within(0.3));
  }

  private static double sideDb(AudioBuffer sound) {
    double side = 0;
    double middle = 0;
    for (int i = 0; i < sound.frames(); i++) {
      side += Math.pow(sound.channel(0)[i] - sound.channel(1)[i], 2);
      middle += Math.pow(sound.channel(0)[i] + sound.channel(1)[i], 2);
    }
    return 10 * Math.log10(side / middle);
  }

  @Test
  void punchierHasHitsThatStandOutAndSmootherHasNot() {
    double punchy = contrastDb(stem(Role.DRUMS, 1));
    double plain = contrastDb(stem(Role.DRUMS, 0));
    double smooth = contrastDb(stem(Role.DRUMS, -1));
    assertThat(punchy - plain).isBetween(0.7, 3.0);
    assertThat(plain - smooth).isBetween(0.7, 3.0);
    // and the kick makes more room for itself: 1 dB, of which some is heard in 50 ms
    assertThat(dipDb(stem(Role.BASS, 1)) - dipDb(stem(Role.BASS, 0))).isBetween(0.3, 1.2);
  }

  private static AudioBuffer stem(Role role, double punch) {
    RenderOptions options = RenderOptions.whole(Path.of("no.wav"), Optional.of(Path.of("no")), 2);
    Song song = coloured(new MixColour(0, 0, punch, 0, 0, 0));
    try (Takes takes = new Renderer(MADE.audio()).play(song, options, RenderProgress.NONE)) {
      float[][] samples = new float[2][(int) takes.mix().frames()];
      Reel reel = Objects.requireNonNull(takes.stems().get(role));
      reel.read(0, samples, samples[0].length);
      return new AudioBuffer(samples, new SampleRate(48_000));
    }
  }

  /** How much quieter the bass is under the kick of beat 5 than at the end of beat 4. */
  private static double dipDb(AudioBuffer bass) {
    return Heard.levelDb(bass.channel(0), 96_000 - 7200, 2400)
        - Heard.levelDb(bass.channel(0), 96_000 + 1200, 2400);
  }

  /** By how much kicks and snares begin louder than they are a twentieth of a second later. */
  private static double contrastDb(AudioBuffer drums) {
    double sum = 0;
    int hits = 0;
    for (int at = 0; at + 24_000 <= drums.frames() - 96_000; at += 24_000, hits++) {
      sum +=
          Heard.levelDb(drums.channel(0), at, 480)
              - Heard.levelDb(drums.channel(0), at + 2400, 960);
    }
    return sum / hits;
  }

  @Test
  void aRawMixHasNoColour() {
    Song plain = MADE.song(MixMode.RAW, -14);
    Song coloured =
        plain.withFacts(
            plain.facts().with(plain.facts().mix().with(new MixColour(3, 3, 3, 3, 3, 3))));
    assertThat(new Renderer(MADE.audio()).changed(coloured, plain)).isEmpty();
  }
}
