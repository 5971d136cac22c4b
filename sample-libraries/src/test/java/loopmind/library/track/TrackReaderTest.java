package loopmind.library.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.SampleRate;
import loopmind.library.bars.TrackPart;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioUnreadable;
import loopmind.mixer.audio.Dither;
import loopmind.mixer.audio.SampleFormat;
import loopmind.mixer.audio.WavWriter;
import loopmind.mixer.measure.LoudnessMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackReaderTest {

  private static final int HZ = 44_100;

  /** I, vi, IV, V of C major. */
  private static final int[][] CHORDS = {{60, 64, 67}, {57, 60, 64}, {53, 57, 60}, {55, 59, 62}};

  private static final TrackProgress UNWATCHED = watcher(false);

  @TempDir Path folder;

  private static TrackProgress watcher(boolean stops) {
    return new TrackProgress() {
      @Override
      public void at(double share) {}

      @Override
      public boolean cancelled() {
        return stops;
      }
    };
  }

  /**
   * Chords throughout, with kick, snare and bass in every part but the first, a third and the last:
   * calm 8 bars, full 8, calm 4, full 8, calm 4.
   */
  private AudioBuffer track(double bpm, int semitones, double lead) {
    int[] lengths = {8, 8, 4, 8, 4};
    double beat = 60 / bpm;
    int bars = 32;
    float[] out = new float[(int) ((lead + bars * 4 * beat) * HZ)];
    Random random = new Random(1);
    int bar = 0;
    for (int part = 0; part < lengths.length; part++) {
      for (int i = 0; i < lengths[part]; i++, bar++) {
        double start = lead + bar * 4 * beat;
        for (int note : CHORDS[bar % 4]) {
          tone(out, start, 4 * beat, note + semitones, 0.04);
        }
        for (int b = 0; part % 2 == 1 && b < 4; b++) {
          tone(out, start + b * beat, beat * 0.8, CHORDS[bar % 4][0] + semitones - 24, 0.2);
          hit(out, start + b * beat, b % 2 == 0, random);
          hit(out, start + (b + 0.5) * beat, false, random);
        }
      }
    }
    return new AudioBuffer(new float[][] {out}, new SampleRate(HZ));
  }

  private static void tone(float[] out, double start, double length, int midi, double peak) {
    double hz = 440 * Math.pow(2, (midi - 69) / 12.0);
    int from = (int) (start * HZ);
    int frames = (int) (length * HZ);
    for (int i = 0; i < frames && from + i < out.length; i++) {
      double edge = Math.min(1, Math.min(i / 400.0, (frames - i) / 400.0));
      double sum = 0;
      for (int partial = 1; partial <= 4; partial++) {
        sum += Math.sin(2 * Math.PI * partial * hz * i / HZ) / partial;
      }
      out[from + i] += (float) (peak * edge * sum);
    }
  }

  private static void hit(float[] out, double start, boolean kick, Random random) {
    int from = (int) (start * HZ);
    for (int i = 0; i < 6_000 && from + i < out.length; i++) {
      double sound =
          kick
              ? 0.6 * Math.sin(2 * Math.PI * 55 * i / HZ) * Math.exp(-i / 2_500.0)
              : 0.06 * random.nextGaussian() * Math.exp(-i / 900.0);
      out[from + i] += (float) sound;
    }
  }

  private Path written(AudioBuffer sound) {
    Path file = folder.resolve("track.wav");
    WavWriter.write(file, sound, SampleFormat.PCM_16, Dither.none());
    return file;
  }

  @ParameterizedTest
  @CsvSource({"120, 0, 0, C major", "96, 2, 0.3, D major", "133, -3, 1.1, A major"})
  void tempoKeyLoudnessAndPartsAreReadAsTheyWereMade(
      double bpm, int semitones, double lead, String key) {
    AudioBuffer sound = track(bpm, semitones, lead);
    TrackFacts facts = new TrackReader(4, new Bpm(bpm)).read(written(sound), UNWATCHED);
    assertThat(facts.tempo().orElseThrow().value()).isCloseTo(bpm, within(0.05));
    // the notes are those of the key and of its relative alike
    assertThat(
            List.of(facts.key().orElseThrow().text(), facts.key().orElseThrow().relative().text()))
        .contains(key);
    assertThat(facts.loudness().value()).isCloseTo(LoudnessMeter.of(sound).value(), within(0.05));
    // a window is 11 ms apart from the next, and a hit rises for some more
    assertThat(facts.firstBar().value()).isCloseTo(lead, within(0.05));
    assertThat(facts.parts()).extracting(TrackPart::startBar).containsExactly(0, 8, 16, 20, 28);
    assertThat(facts.parts()).extracting(TrackPart::bars).containsExactly(8, 8, 4, 8, 4);
    assertThat(facts.parts().get(1).likeness()).isEqualTo(facts.parts().get(3).likeness());
    assertThat(facts.parts().get(1).energy()).isGreaterThan(facts.parts().get(0).energy() + 0.2);
  }

  @Test
  void halfAndDoubleAreTheSameBeatAndTheNearerOneIsTaken() {
    Path file = written(track(88, 0, 0));
    TrackFacts slow = new TrackReader(4, new Bpm(90)).read(file, UNWATCHED);
    TrackFacts fast = new TrackReader(4, new Bpm(174)).read(file, UNWATCHED);
    assertThat(slow.tempo()).contains(new Bpm(88));
    assertThat(fast.tempo()).contains(new Bpm(176));
    assertThat(slow.otherTempi()).contains(new Bpm(176));
    assertThat(fast.otherTempi()).contains(new Bpm(88));
  }

  @Test
  void whatIsNoTrackIsRefusedInASentence() throws IOException {
    TrackReader reader = new TrackReader(4, new Bpm(120));
    Path silent = written(AudioBuffer.silence(1, 3 * HZ, new SampleRate(HZ)));
    assertThatThrownBy(() -> reader.read(silent, UNWATCHED))
        .isInstanceOf(AudioUnreadable.class)
        .hasMessage("track.wav is silent.");
    Path text = Files.writeString(folder.resolve("text.wav"), "no sound at all");
    assertThatThrownBy(() -> reader.read(text, UNWATCHED)).isInstanceOf(AudioUnreadable.class);
    Path missing = folder.resolve("missing.wav");
    assertThatThrownBy(() -> reader.read(missing, UNWATCHED))
        .isInstanceOf(AudioUnreadable.class)
        .hasMessageContaining("it is not there");
    Path tiny = written(AudioBuffer.silence(1, HZ / 2, new SampleRate(HZ)));
    assertThatThrownBy(() -> reader.read(tiny, UNWATCHED))
        .hasMessage("track.wav is shorter than a second.");
  }

  @Test
  void toneWithoutABeatHasNoTempoAndNoParts() {
    float[] out = new float[10 * HZ];
    tone(out, 0, 10, 57, 0.2);
    TrackFacts facts =
        new TrackReader(4, new Bpm(120))
            .read(written(new AudioBuffer(new float[][] {out}, new SampleRate(HZ))), UNWATCHED);
    assertThat(facts.tempo()).isEmpty();
    assertThat(facts.parts()).isEmpty();
  }

  @Test
  void aStopEndsTheReading() {
    Path file = written(track(120, 0, 0));
    TrackReader reader = new TrackReader(4, new Bpm(120));
    assertThatThrownBy(() -> reader.read(file, watcher(true)))
        .isInstanceOf(CancellationException.class);
  }
}
