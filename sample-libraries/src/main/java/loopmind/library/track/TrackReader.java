package loopmind.library.track;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.Seconds;
import loopmind.library.bars.BarFeatures;
import loopmind.library.bars.PartFinder;
import loopmind.library.bars.TrackBars;
import loopmind.library.bars.TrackFrames;
import loopmind.library.bars.TrackPart;
import loopmind.library.bars.TrackTempo;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioStream;
import loopmind.mixer.audio.AudioUnreadable;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.Spectrum;
import loopmind.mixer.measure.TempoGrid;

/** Reads a finished track, or a loop, a block at a time, and says what it is. */
public final class TrackReader {

  /** Longer files are no songs. */
  public static final Seconds LONGEST = new Seconds(30 * 60);

  private static final Seconds SHORTEST = new Seconds(1);
  private static final int BLOCK = 1 << 14;
  private static final double SILENCE = 1e-3;

  private final int beatsPerBar;
  private final Bpm near;

  /**
   * @param beatsPerBar of the track, 1 to 16
   * @param near a tempo, its half and its double sound alike; the one that is clearly nearer to
   *     this is taken
   */
  public TrackReader(int beatsPerBar, Bpm near) {
    this.beatsPerBar = beatsPerBar;
    this.near = near;
  }

  /** What listens while the track goes by. */
  private static final class Ears {
    final TrackFrames frames;
    final TempoGrid grid;
    final TrackKey key;
    final LoudnessMeter loudness;
    final Spectrum spectrum;
    final double rate;
    long heard;
    long firstSound = -1;

    Ears(AudioStream track) {
      frames = new TrackFrames(track.rate());
      grid = new TempoGrid(track.rate());
      key = new TrackKey(track.rate());
      loudness = new LoudnessMeter(track.rate(), track.channels());
      spectrum = new Spectrum(track.rate());
      rate = track.rate().hz();
    }

    void hear(float[][] block, float[] mono, int count) {
      Arrays.fill(mono, 0, count, 0);
      for (float[] channel : block) {
        for (int i = 0; i < count; i++) {
          mono[i] += channel[i] / block.length;
          if (firstSound < 0 && Math.abs(channel[i]) > SILENCE) {
            firstSound = heard + i;
          }
        }
      }
      frames.add(mono, count);
      grid.add(block, 0, count);
      key.add(block, mono, count);
      loudness.add(block, 0, count);
      spectrum.add(block, 0, count);
      heard += count;
    }

    Seconds length() {
      return new Seconds(heard / rate);
    }
  }

  /**
   * @throws AudioUnreadable where the file is missing, no sound, damaged, silent, shorter than a
   *     second or longer than {@link #LONGEST}
   * @throws CancellationException where {@code progress} asks for an end
   */
  public TrackFacts read(Path file, TrackProgress progress) {
    try (AudioStream track = AudioFiles.open(file)) {
      Ears ears = new Ears(track);
      String name = String.valueOf(file.getFileName());
      listen(track, ears, name, progress);
      if (ears.length().compareTo(SHORTEST) < 0) {
        throw new AudioUnreadable("%s is shorter than a second.".formatted(name));
      }
      if (ears.firstSound < 0 || ears.loudness.integrated().equals(Lufs.SILENCE)) {
        throw new AudioUnreadable("%s is silent.".formatted(name));
      }
      return facts(ears);
    }
  }

  private static void listen(AudioStream track, Ears ears, String name, TrackProgress progress) {
    float[][] block = new float[track.channels()][BLOCK];
    float[] mono = new float[BLOCK];
    double frames = track.frames().orElse((long) (LONGEST.value() * track.rate().hz()));
    long most = track.rate().framesIn(LONGEST);
    for (int got = track.read(block, BLOCK); got > 0; got = track.read(block, BLOCK)) {
      if (progress.cancelled()) {
        throw new CancellationException("The reading of %s was stopped.".formatted(name));
      }
      ears.hear(block, mono, got);
      if (ears.heard > most) {
        throw new AudioUnreadable(
            "%s is longer than the %.0f minutes that a song may last."
                .formatted(name, LONGEST.value() / 60));
      }
      progress.at(Math.min(1, ears.heard / frames));
    }
  }

  private TrackFacts facts(Ears ears) {
    Optional<Bpm> rough = new TrackTempo(ears.frames).rough(near);
    Optional<Bpm> tempo = rough.map(near -> exact(ears, near));
    double first = tempo.map(bpm -> bars(ears, bpm).first()).orElse(ears.firstSound / ears.rate);
    return new TrackFacts(
        ears.length(),
        tempo,
        tempo.map(TrackReader::octaves).orElse(List.of()),
        ears.key.key(),
        ears.loudness.integrated(),
        ears.spectrum.profile(),
        new Seconds(first),
        tempo.map(bpm -> parts(ears, bpm, first)).orElse(List.of()));
  }

  private static Bpm exact(Ears ears, Bpm near) {
    double bpm = ears.grid.fit(near).map(TempoGrid.Fit::bpm).orElse(near).value();
    double whole = Math.rint(bpm);
    // a grid over the whole track is sure to within a beat in four of its length
    double sure = 60 / ears.length().value() / 4;
    return new Bpm(
        Math.abs(bpm - whole) < Math.max(0.05, sure) ? whole : Math.rint(bpm * 100) / 100);
  }

  private static List<Bpm> octaves(Bpm bpm) {
    List<Bpm> others = new ArrayList<>();
    for (double octave : new double[] {2, 0.5}) {
      double other = bpm.value() * octave;
      if (other >= 40 && other <= 240) {
        others.add(new Bpm(other));
      }
    }
    return others;
  }

  private TrackBars bars(Ears ears, Bpm bpm) {
    return new TrackBars(ears.frames, 60 / bpm.value(), beatsPerBar, ears.firstSound / ears.rate);
  }

  private List<TrackPart> parts(Ears ears, Bpm bpm, double first) {
    double bar = beatsPerBar * 60 / bpm.value();
    int count = (int) Math.floor((ears.length().value() - first) / bar + 0.25);
    if (count < 2) {
      return List.of();
    }
    double[] levels = new double[count];
    for (int i = 0; i < count; i++) {
      levels[i] = ears.loudness.between(first + i * bar, first + (i + 1) * bar).value();
    }
    return new PartFinder(BarFeatures.of(ears.frames, first, bar, count), levels).parts();
  }
}
