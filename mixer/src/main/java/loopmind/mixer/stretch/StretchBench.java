package loopmind.mixer.stretch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Frames;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Semitones;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.dsp.Resampler;
import loopmind.mixer.synth.Etude;

/**
 * Measures {@link LoopStretcher} beside other programs: synthesised loops at 0.8, 0.9, 1.1 and 1.25
 * times their length against the same notes played at that tempo.
 */
public final class StretchBench {

  private static final double[] LENGTHS = {0.8, 0.9, 1.1, 1.25};
  private static final Bpm TEMPO = new Bpm(120);
  private static final double WINDOW_MS = 25, AUDIBLE_MS = 4;

  /**
   * One measured figure.
   *
   * @param peer who was measured beside it; {@code -} for nobody
   * @param peerValue not a number for nobody
   * @param goal what the figure should reach
   */
  public record Row(
      String name,
      double value,
      String unit,
      String peer,
      double peerValue,
      double goal,
      boolean passes) {

    /** {@code name value unit peer peer_value goal PASS|FAIL}. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s %.3f %s %s %.3f %.3f %s",
          name,
          value,
          unit,
          peer,
          peerValue,
          goal,
          passes ? "PASS" : "FAIL");
    }
  }

  private final int pieces;
  private final List<Row> rows = new ArrayList<>();

  private StretchBench(int pieces) {
    this.pieces = pieces;
  }

  /** Every figure, with all the loops there are: some minutes, most of them the peers'. */
  public static List<Row> run() {
    return run(Etude.COUNT);
  }

  /**
   * Every figure.
   *
   * @param pieces how many loops of either sort, 1 to {@link Etude#COUNT}
   */
  public static List<Row> run(int pieces) {
    var bench = new StretchBench(pieces);
    try {
      Path folder = Files.createTempDirectory("stretch-bench");
      try {
        bench.compare(folder);
      } finally {
        Files.deleteIfExists(folder.resolve("in.wav"));
        Files.deleteIfExists(folder.resolve("out.wav"));
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bench.sines();
    bench.speed();
    return bench.rows;
  }

  /** What one program did to all loops of one sort. */
  private static final class Score {
    final List<Double> distances = new ArrayList<>();
    final List<Double> errors = new ArrayList<>();
    int truths;
    int found;
    int missedFrames;

    double distance() {
      return distances.stream().mapToDouble(x -> x).average().orElse(Double.NaN);
    }

    double medianError() {
      double[] sorted = errors.stream().mapToDouble(x -> x).sorted().toArray();
      return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    double recall() {
      return truths == 0 ? Double.NaN : 100.0 * found / truths;
    }
  }

  private interface Stretch {
    float[] to(AudioBuffer loop, int target);
  }

  private void compare(Path folder) {
    List<Peer> peers = Arrays.stream(Peer.values()).filter(Peer::isInstalled).toList();
    List<Stretch> hits = new ArrayList<>();
    List<Stretch> tones = new ArrayList<>();
    hits.add((loop, target) -> fit(loop, Material.PERCUSSIVE, target));
    tones.add((loop, target) -> fit(loop, Material.TONAL, target));
    for (Peer peer : peers) {
      Stretch theirs =
          (loop, target) -> peer.stretched(loop, target, folder).orElse(new float[target]);
      hits.add(theirs);
      tones.add(theirs);
    }
    // the negative control: a record player at another speed keeps no pitch and has to fail
    tones.add((loop, target) -> Resampler.around(loop.channel(0), target));
    List<Score> hitScores = scores(Etude::drums, hits);
    List<Score> toneScores = scores(Etude::tones, tones);
    Score ours = hitScores.get(0);
    for (int i = 0; i < peers.size(); i++) {
      String peer = peers.get(i).program();
      add(peer, ours, hitScores.get(1 + i));
      double tonal = toneScores.get(1 + i).distance();
      atMost("stretch.tonal.distance", toneScores.get(0).distance(), "dB", peer, tonal, 2.8);
    }
    double worst = ours.errors.stream().mapToDouble(x -> x).max().orElse(Double.NaN);
    atMost("stretch.percussive.onset_max", worst, "ms", "-", Double.NaN, 1);
    double length = ours.missedFrames + toneScores.get(0).missedFrames;
    atMost("stretch.length_error", length, "frames", "-", Double.NaN, 0);
    double control = toneScores.get(toneScores.size() - 1).distance();
    atLeast("stretch.control.distance", control, "dB", "-", Double.NaN, 2.8);
  }

  private void add(String peer, Score ours, Score theirs) {
    String name = "stretch.percussive.";
    atMost(name + "distance", ours.distance(), "dB", peer, theirs.distance(), 2.8);
    atMost(name + "onset_median", ours.medianError(), "ms", peer, theirs.medianError(), 0.3);
    atLeast(name + "recall", ours.recall(), "%", peer, theirs.recall(), 99.5);
  }

  private void atMost(
      String name, double value, String unit, String peer, double theirs, double goal) {
    rows.add(new Row(name, value, unit, peer, theirs, goal, value <= goal));
  }

  private void atLeast(
      String name, double value, String unit, String peer, double theirs, double goal) {
    rows.add(new Row(name, value, unit, peer, theirs, goal, value >= goal));
  }

  private List<Score> scores(BiFunction<Integer, Bpm, AudioBuffer> music, List<Stretch> programs) {
    List<Score> scores = programs.stream().map(program -> new Score()).toList();
    for (int piece = 0; piece < pieces; piece++) {
      AudioBuffer loop = music.apply(piece, TEMPO);
      for (double length : LENGTHS) {
        AudioBuffer truth = music.apply(piece, new Bpm(TEMPO.value() / length));
        for (int p = 0; p < programs.size(); p++) {
          float[] other = programs.get(p).to(loop, truth.frames());
          Score score = scores.get(p);
          score.missedFrames += Math.abs(other.length - truth.frames());
          int hz = truth.rate().hz();
          score.distances.add(new MelDistance(hz).between(truth.channel(0), other));
          onsets(score, Etude.strokesOfDrums(piece), truth, other);
        }
      }
    }
    return scores;
  }

  /**
   * Looks for the attack of every stroke that can be heard in the truth. What is looked for counts
   * as there when half as clear, so that an attack near the threshold is not missed by chance.
   */
  private static void onsets(Score score, double[] strokes, AudioBuffer truth, float[] other) {
    int hz = truth.rate().hz();
    var heard = Onsets.in(truth.channels(), hz, Onsets.EVERY_HIT);
    var found = Onsets.in(new float[][] {other}, hz, Onsets.EVERY_HIT / 2);
    for (double stroke : strokes) {
      int place = (int) (stroke / Etude.BEATS * other.length);
      int attack = nearest(heard, place, other.length);
      if (distance(attack, place, other.length) > hz * AUDIBLE_MS / 1000) {
        continue;
      }
      score.truths++;
      int gap = distance(nearest(found, attack, other.length), attack, other.length);
      if (gap <= hz * WINDOW_MS / 1000) {
        score.found++;
        score.errors.add(1000.0 * gap / hz);
      }
    }
  }

  private static int nearest(List<Onsets.Onset> onsets, int place, int turn) {
    return onsets.stream()
        .mapToInt(Onsets.Onset::frame)
        .boxed()
        .min(Comparator.comparingInt(frame -> distance(frame, place, turn)))
        .orElse(place + turn / 2);
  }

  private static int distance(int a, int b, int turn) {
    int gap = Math.floorMod(a - b, turn);
    return Math.min(gap, turn - gap);
  }

  private void sines() {
    int body = 5 * SampleRate.STUDIO.hz();
    float[] sine = new float[body];
    for (int i = 0; i < body; i++) {
      sine[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / SampleRate.STUDIO.hz()));
    }
    var loop = new AudioBuffer(new float[][] {sine}, SampleRate.STUDIO);
    double[][] changes = {{1.15, 0}, {0.87, 0}, {1, 3}, {1, -5}};
    for (double[] change : changes) {
      var shift = new Semitones(change[1]);
      var target = new Frames(Math.round(body * change[0]));
      float[] out =
          LoopStretcher.fit(loop, new LoopFit(Material.TONAL, new Frames(body), target, shift))
              .channel(0);
      var fit = SineFit.near(out, 440 * shift.frequencyRatio(), SampleRate.STUDIO.hz());
      String name = String.format(Locale.ROOT, "stretch.sine_x%.2f_%+.0fst", change[0], change[1]);
      atLeast(name + ".snr", fit.snrDb(), "dB", "-", Double.NaN, 65);
      atMost(name + ".cents", Math.abs(fit.cents()), "cent", "-", Double.NaN, 0.5);
    }
  }

  private void speed() {
    var drums = Etude.drums(3, TEMPO);
    var tones = Etude.tones(0, TEMPO);
    atLeast(
        "stretch.percussive.speed", speed(drums, Material.PERCUSSIVE), "xRT", "-", Double.NaN, 60);
    atLeast("stretch.tonal.speed", speed(tones, Material.TONAL), "xRT", "-", Double.NaN, 25);
    atLeast("stretch.mixed.speed", speed(tones, Material.MIXED), "xRT", "-", Double.NaN, 20);
  }

  /** Seconds of sound a second of one core: the median of five, after as many to warm up. */
  private static double speed(AudioBuffer loop, Material material) {
    var threads = ManagementFactory.getThreadMXBean();
    double[] times = new double[10];
    int target = loop.frames() * 11 / 10;
    for (int i = 0; i < times.length; i++) {
      // the time of this thread alone: what else the machine does costs nothing
      long start = threads.getCurrentThreadCpuTime();
      fit(loop, material, target);
      times[i] = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }
    double[] measured = Arrays.copyOfRange(times, 5, 10);
    Arrays.sort(measured);
    return (double) target / loop.rate().hz() / measured[2];
  }

  private static float[] fit(AudioBuffer loop, Material material, int target) {
    var fit = new LoopFit(material, new Frames(loop.frames()), new Frames(target), Semitones.ZERO);
    return LoopStretcher.fit(loop, fit).channel(0);
  }
}
