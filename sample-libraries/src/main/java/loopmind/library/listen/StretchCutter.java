package loopmind.library.listen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.units.Bpm;
import loopmind.library.bars.BarFeatures;
import loopmind.library.bars.PartFinder;
import loopmind.library.bars.TrackBars;
import loopmind.library.bars.TrackFrames;
import loopmind.library.bars.TrackPart;
import loopmind.library.bars.TrackTempo;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.measure.TempoGrid;

/**
 * Cuts a stretch of a long recording into parts that can be used: where its content changes, and
 * within music at bar lines, in parts of up to {@value #MOST_BARS} bars that begin where the music
 * changes. What has no beat is cut at its quietest moments.
 */
final class StretchCutter {

  static final int MOST_BARS = 8, FEWEST_BARS = 2;

  /** What sounds for less beside a bar line is no part. */
  static final double LEAST_PART_S = 1;

  static final double LONGEST_FREE_S = 30;

  private static final int BEATS_A_BAR = 4;
  private static final double SHORTEST_S = 8, SEARCH_S = 8, NEAR_BAR = 0.06;
  private static final double ON_GRID_S = 0.04, SUDDEN_S = 0.1, SUDDEN_SHARE = 0.03;
  private static final int STEPS_A_BEAT = 4;
  private static final Bpm USUAL = new Bpm(115);

  /** Cut so much before each bar line, so that what begins on it keeps its attack. */
  private static final double AHEAD_S = 0.004;

  private final ContentWindows windows;

  StretchCutter(ContentWindows windows) {
    this.windows = windows;
  }

  /** With the network that travels with the program. */
  static StretchCutter usual() {
    return Usual.CUTTER;
  }

  private static final class Usual {
    private static final StretchCutter CUTTER =
        new StretchCutter(new ContentWindows(ScoreNet.named("content")));
  }

  /**
   * A part of the stretch.
   *
   * @param from first frame
   * @param to one after the last
   */
  record Cut(int from, int to) {}

  /**
   * In order; what lies between two, less than a second before a first bar, is left out.
   *
   * @param sounding frames after which only silence follows, which may belong to a last bar
   */
  List<Cut> cut(AudioBuffer stretch, int sounding) {
    int hz = stretch.rate().hz();
    if (sounding < SHORTEST_S * hz) {
      return List.of(new Cut(0, sounding));
    }
    TrackFrames frames = ContentWindows.frames(stretch.mono(), stretch.rate());
    List<ContentWindows.Segment> segments = windows.segments(frames);
    List<Cut> cuts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < segments.size(); i++) {
      ContentWindows.Segment segment = segments.get(i);
      int to =
          i + 1 == segments.size()
              ? stretch.frames()
              : Math.clamp((long) (frames.secondsAt(segment.to()) * hz), from, stretch.frames());
      cuts.addAll(cut(stretch, sounding, frames, segment, from, to));
      from = to;
    }
    return cuts;
  }

  private static List<Cut> cut(
      AudioBuffer stretch,
      int sounding,
      TrackFrames frames,
      ContentWindows.Segment segment,
      int from,
      int to) {
    int end = Math.clamp(sounding, from, to);
    if (segment.content().hasBars() && to - from >= SHORTEST_S * stretch.rate().hz()) {
      Optional<List<Cut>> bars =
          atBars(
              stretch.slice(from, to - from),
              end - from,
              frames.part(segment.from(), segment.to()),
              from);
      if (bars.isPresent()) {
        return bars.get();
      }
    }
    return atQuietMoments(stretch, from, end);
  }

  /** Empty where there is no beat, or no two bars of it. */
  private static Optional<List<Cut>> atBars(
      AudioBuffer part, int sounding, TrackFrames frames, int offset) {
    Optional<Bpm> rough = new TrackTempo(frames).rough(USUAL);
    if (rough.isEmpty()) {
      return Optional.empty();
    }
    Optional<TempoGrid.Fit> fit = TempoGrid.fit(part, rough.get());
    double beat = 60 / fit.map(TempoGrid.Fit::bpm).orElse(rough.get()).value();
    double bar = BEATS_A_BAR * beat;
    double first = firstBar(frames, beat, fit.map(f -> f.offsetMs() / 1000));
    double seconds = part.frames() / (double) part.rate().hz();
    double soundSeconds = sounding / (double) part.rate().hz();
    int whole = (int) Math.floor((seconds - first) / bar + NEAR_BAR);
    int count = Math.min(whole, (int) Math.ceil((soundSeconds - first) / bar - NEAR_BAR));
    if (count < FEWEST_BARS) {
      return Optional.empty();
    }
    double[] lines = lines(frames, first, bar, count);
    return Optional.of(cuts(lines, part, sounding, offset));
  }

  /**
   * Where the first bar begins. A part whose beginning lies on a beat, or half a beat beside it, is
   * taken at its word: it begins with a bar.
   */
  private static double firstBar(TrackFrames frames, double beat, Optional<Double> late) {
    double first = new TrackBars(frames, beat, BEATS_A_BAR, 0).first();
    if (late.isPresent()) {
      // onsets of the whole part place the grid better than those at one bar line do
      first -= Math.IEEEremainder(first - late.get(), beat / STEPS_A_BEAT);
    }
    double unit = beginsSuddenly(frames) ? beat / STEPS_A_BEAT : beat / 2;
    double start = Math.IEEEremainder(first, unit);
    return Math.max(0, Math.abs(start) < ON_GRID_S ? start : first);
  }

  /** Whether one of the strongest onsets is at the very beginning. */
  private static boolean beginsSuddenly(TrackFrames frames) {
    double[] rises = frames.rises();
    int reach = (int) Math.ceil(SUDDEN_S / frames.stepSeconds());
    double first = Arrays.stream(rises, 0, Math.min(reach, rises.length)).max().orElse(0);
    long stronger = Arrays.stream(rises).filter(rise -> rise > first).count();
    return stronger < SUDDEN_SHARE * rises.length;
  }

  /** Seconds of the bar lines at which to cut, the last after the last whole bar. */
  private static double[] lines(TrackFrames frames, double first, double bar, int count) {
    double[] levels = new double[count];
    for (int i = 0; i < count; i++) {
      levels[i] = level(frames, first + i * bar, first + (i + 1) * bar);
    }
    List<TrackPart> parts =
        new PartFinder(BarFeatures.of(frames, first, bar, count), levels).parts();
    List<Integer> at = new ArrayList<>();
    for (TrackPart part : parts) {
      int end = part.startBar() + part.bars();
      int bars = part.startBar();
      at.add(bars);
      while (end - bars >= MOST_BARS + FEWEST_BARS) {
        bars += MOST_BARS;
        at.add(bars);
      }
      if (end - bars > MOST_BARS) {
        at.add(bars + MOST_BARS / 2);
      }
    }
    at.add(count);
    return at.stream().mapToDouble(bars -> first + bars * bar).toArray();
  }

  private static double level(TrackFrames frames, double from, double to) {
    int first = Math.clamp((int) frames.stepAt(from), 0, frames.count() - 1);
    int last = Math.clamp((int) frames.stepAt(to), first + 1, frames.count());
    double power = 0;
    for (int t = first; t < last; t++) {
      for (int band = 0; band < TrackFrames.BANDS; band++) {
        power += Math.pow(10, frames.features(t)[band] / 10);
      }
    }
    return 10 * Math.log10(power / (last - first));
  }

  private static List<Cut> cuts(double[] lines, AudioBuffer part, int sounding, int offset) {
    int hz = part.rate().hz();
    int[] at = new int[lines.length];
    for (int i = 0; i < lines.length; i++) {
      at[i] = Math.clamp(Math.round((lines[i] - AHEAD_S) * hz), 0, part.frames());
    }
    List<Cut> cuts = new ArrayList<>();
    if (at[0] >= LEAST_PART_S * hz) {
      cuts.add(new Cut(offset, offset + at[0]));
    }
    for (int i = 0; i + 1 < at.length; i++) {
      cuts.add(new Cut(offset + at[i], offset + at[i + 1]));
    }
    int last = at[at.length - 1];
    if (sounding - last >= LEAST_PART_S * hz) {
      cuts.add(new Cut(offset + last, offset + sounding));
    }
    return cuts;
  }

  /** In parts of {@value #LONGEST_FREE_S} s at most. */
  private static List<Cut> atQuietMoments(AudioBuffer stretch, int from, int to) {
    int hz = stretch.rate().hz();
    List<Cut> cuts = new ArrayList<>();
    int start = from;
    while (to - start > LONGEST_FREE_S * hz) {
      int end = quietest(stretch, start + (int) ((LONGEST_FREE_S - SEARCH_S) * hz), SEARCH_S);
      cuts.add(new Cut(start, end));
      start = end;
    }
    if (to > start) {
      cuts.add(new Cut(start, to));
    }
    return cuts;
  }

  /** The middle of the quietest 50 ms. */
  private static int quietest(AudioBuffer stretch, int from, double seconds) {
    int block = stretch.rate().hz() / 20;
    int blocks = (int) (seconds * stretch.rate().hz() / block);
    double[] powers = new double[blocks];
    for (float[] channel : stretch.channels()) {
      for (int i = 0; i < blocks * block; i++) {
        powers[i / block] += channel[from + i] * channel[from + i];
      }
    }
    double least = Arrays.stream(powers).min().orElse(0);
    int best = 0;
    while (powers[best] > least) {
      best++;
    }
    return from + best * block + block / 2;
  }
}
