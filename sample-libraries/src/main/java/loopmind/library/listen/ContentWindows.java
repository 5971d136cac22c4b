package loopmind.library.listen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loopmind.arranger.units.SampleRate;
import loopmind.library.bars.TrackFrames;

/**
 * What a stretch of sound holds from second to second. Each two seconds are heard by themselves;
 * then the likeliest course is found in which changes are rare (Viterbi), and each change is moved
 * to where the sound changes most.
 */
final class ContentWindows {

  static final double WINDOW_S = 2, HOP_S = 1;

  /** What a change costs, in nats: so much more must be heard in what follows. */
  private static final double CHANGE_COST = 4;

  private static final double SEARCH_S = 1.25, BESIDE_S = 2.5, LEAST_VARIANCE = 1;
  private static final double SILENT_DB = -62, FLOOR_DB = -80, LEAST_CHANCE = 1e-4;

  private final ScoreNet net;

  /**
   * @param net scores each {@link Content}
   */
  ContentWindows(ScoreNet net) {
    if (net.inputs() != ContentInput.COUNT) {
      throw new IllegalArgumentException(
          "The network of content takes %d numbers, but this program has %d."
              .formatted(net.inputs(), ContentInput.COUNT));
    }
    this.net = net;
  }

  /**
   * A stretch of one content.
   *
   * @param from first step
   * @param to one after the last
   */
  record Segment(int from, int to, Content content) {}

  static TrackFrames frames(Sound sound) {
    return frames(sound.mono(), sound.audio().rate());
  }

  /** Also of what is shorter than a window: silence is added behind it. */
  static TrackFrames frames(float[] mono, SampleRate rate) {
    TrackFrames frames = new TrackFrames(rate);
    frames.add(mono, mono.length);
    if (frames.count() == 0) {
      float[] rest = new float[rate.hz()];
      while (frames.count() == 0) {
        frames.add(rest, rest.length / 16);
      }
    }
    return frames;
  }

  /** Rows of the network's input, one a window; those without sound are left out. */
  static List<float[]> rows(TrackFrames frames) {
    ContentInput input = new ContentInput(frames);
    List<float[]> rows = new ArrayList<>();
    for (int[] window : windows(frames)) {
      if (sounds(input, window)) {
        rows.add(input.of(window[0], window[1]));
      }
    }
    return rows;
  }

  private static boolean sounds(ContentInput input, int[] window) {
    return Arrays.stream(input.totals(), window[0], window[1]).max().orElse(SILENT_DB) > SILENT_DB;
  }

  private static List<int[]> windows(TrackFrames frames) {
    int size = (int) Math.rint(WINDOW_S / frames.stepSeconds());
    int hop = (int) Math.rint(HOP_S / frames.stepSeconds());
    List<int[]> windows = new ArrayList<>();
    for (int from = 0; from == 0 || from + size <= frames.count(); from += hop) {
      windows.add(new int[] {from, Math.min(frames.count(), from + size)});
    }
    return windows;
  }

  /** Probabilities for the whole; all alike where it is silent. */
  ContentFacts whole(TrackFrames frames) {
    List<float[]> rows = rows(frames);
    double[] mean = new double[Content.values().length];
    for (float[] row : rows) {
      double[] chances = ScoreNet.softmax(net.answer(row));
      for (int i = 0; i < mean.length; i++) {
        mean[i] += chances[i] / rows.size();
      }
    }
    if (rows.isEmpty()) {
      Arrays.fill(mean, 1.0 / mean.length);
    }
    return new ContentFacts(Arrays.stream(mean).boxed().toList());
  }

  /** Stretches of one content each, in order, without gaps. */
  List<Segment> segments(TrackFrames frames) {
    List<int[]> windows = windows(frames);
    ContentInput input = new ContentInput(frames);
    double[][] chances = new double[windows.size()][];
    for (int i = 0; i < chances.length; i++) {
      int[] window = windows.get(i);
      chances[i] =
          sounds(input, window)
              ? ScoreNet.softmax(net.answer(input.of(window[0], window[1])))
              : new double[] {0.2, 0.2, 0.2, 0.2, 0.2};
    }
    int[] course = course(chances);
    List<Segment> segments = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= course.length; i++) {
      if (i == course.length) {
        segments.add(new Segment(start, frames.count(), Content.values()[course[i - 1]]));
      } else if (course[i] != course[i - 1]) {
        int middle = (windows.get(i - 1)[0] + windows.get(i)[1]) / 2;
        int at = change(frames, middle);
        // what is shorter than the windows are apart goes with what follows
        if (at - start >= HOP_S / frames.stepSeconds()) {
          segments.add(new Segment(start, at, Content.values()[course[i - 1]]));
          start = at;
        }
      }
    }
    return segments;
  }

  private static int[] course(double[][] chances) {
    int states = Content.values().length;
    int[][] from = new int[chances.length][states];
    double[] score = new double[states];
    for (int t = 0; t < chances.length; t++) {
      int best = 0;
      for (int s = 1; s < states; s++) {
        best = score[s] > score[best] ? s : best;
      }
      double[] next = new double[states];
      for (int s = 0; s < states; s++) {
        boolean stay = score[s] >= score[best] - CHANGE_COST;
        from[t][s] = stay ? s : best;
        next[s] =
            (stay ? score[s] : score[best] - CHANGE_COST)
                + Math.log(Math.max(LEAST_CHANCE, chances[t][s]));
      }
      score = next;
    }
    int[] course = new int[chances.length];
    int at = 0;
    for (int s = 1; s < states; s++) {
      at = score[s] > score[at] ? s : at;
    }
    for (int t = chances.length - 1; t >= 0; t--) {
      course[t] = at;
      at = from[t][at];
    }
    return course;
  }

  /**
   * The step near {@code middle} at which one way of sounding most likely gave way to another: band
   * levels before and after have each their own mean and spread (the likelihood of two Gaussians).
   */
  private static int change(TrackFrames frames, int middle) {
    int beside = (int) (BESIDE_S / frames.stepSeconds());
    int reach = (int) (SEARCH_S / frames.stepSeconds());
    int from = Math.max(0, middle - beside);
    int to = Math.min(frames.count(), middle + beside);
    double[][] sums = new double[to - from + 1][2 * TrackFrames.BANDS];
    for (int t = from; t < to; t++) {
      for (int band = 0; band < TrackFrames.BANDS; band++) {
        double level = Math.max(FLOOR_DB, frames.features(t)[band]);
        sums[t - from + 1][2 * band] = sums[t - from][2 * band] + level;
        sums[t - from + 1][2 * band + 1] = sums[t - from][2 * band + 1] + level * level;
      }
    }
    int best = middle;
    double least = Double.POSITIVE_INFINITY;
    for (int at = Math.max(from + 2, middle - reach);
        at <= Math.min(to - 2, middle + reach);
        at++) {
      double cost = cost(sums, 0, at - from) + cost(sums, at - from, to - from);
      if (cost < least) {
        least = cost;
        best = at;
      }
    }
    return best;
  }

  private static double cost(double[][] sums, int from, int to) {
    double n = to - from;
    double cost = 0;
    for (int band = 0; band < TrackFrames.BANDS; band++) {
      double mean = (sums[to][2 * band] - sums[from][2 * band]) / n;
      double square = (sums[to][2 * band + 1] - sums[from][2 * band + 1]) / n;
      cost += n * Math.log(Math.max(LEAST_VARIANCE, square - mean * mean));
    }
    return cost;
  }
}
