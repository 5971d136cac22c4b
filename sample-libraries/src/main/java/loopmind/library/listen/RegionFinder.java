package loopmind.library.listen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioStream;

/**
 * Splits a stream at silence into the regions that sound, and hands each on as soon as it is whole,
 * so that a long recording never lies in memory at once.
 *
 * <p>A file of up to {@value #SHORT_SECONDS} s whose sounds begin on a regular grid of its length
 * is one region, however sparse: a loop's pauses belong to it, and so do the rests before its first
 * and after its last note. Longer files are split at {@value #LONG_GAP_SECONDS} s of silence, and
 * what lies between where its content changes and at bar lines ({@link StretchCutter}), {@value
 * #LONGEST_SECONDS} s at a time.
 */
final class RegionFinder {

  /** Raised when the same file may be split in another way. */
  static final int VERSION = 2;

  /** Files up to {@value #SHORT_SECONDS} s are split as they were from this version on. */
  static final int SHORT_VERSION = 1;

  static final double SHORT_SECONDS = 40,
      SHORT_GAP_SECONDS = 1.5,
      LONG_GAP_SECONDS = 1.25,
      LONGEST_SECONDS = 120,
      LEAST_LONGEST_SECONDS = 30;

  private static final double SILENCE = 0.001; // −60 dBFS
  private static final double BLOCK_SECONDS = 0.01, GRID_TOLERANCE_SECONDS = 0.015;

  /** Parts of a loop on which its sounds begin: sixteenths of one bar to eighths of eight. */
  private static final int[] GRIDS = {4, 6, 8, 12, 16, 24, 32, 48, 64};

  /** Long files that are read at the same time: each takes up to a quarter of a gigabyte. */
  private static final Semaphore ROOM =
      new Semaphore((int) Math.max(1, Runtime.getRuntime().maxMemory() >> 28));

  private final AudioStream stream;
  private final Consumer<Sound> found;
  private final StretchCutter cutter;
  private final SampleRate rate;
  private final int block;
  private final Tape tape;
  private final List<Float> levels = new ArrayList<>();
  private long firstLevel;
  private final double longestSeconds;
  private boolean isLong;
  private long regionStart = -1;

  /** Where the open region begins, where that is not at a block: after a bar line. */
  private long startFrame;

  private long lastSounding = -1;

  RegionFinder(AudioStream stream, Consumer<Sound> found) {
    this(stream, found, StretchCutter.usual());
  }

  RegionFinder(AudioStream stream, Consumer<Sound> found, StretchCutter cutter) {
    this.stream = stream;
    this.found = found;
    this.cutter = cutter;
    rate = stream.rate();
    block = Math.max(1, (int) Math.round(BLOCK_SECONDS * rate.hz()));
    tape = new Tape(stream.channels(), rate);
    longestSeconds = longestSeconds(rate.hz(), stream.channels());
  }

  /** As long a stretch as two minutes of stereo at 44.1 kHz take memory, but not below 30 s. */
  static double longestSeconds(int rateHz, int channels) {
    double samples = LONGEST_SECONDS * 44_100 * 2;
    return Math.clamp(samples / rateHz / channels, LEAST_LONGEST_SECONDS, LONGEST_SECONDS);
  }

  /**
   * Reads the stream to its end.
   *
   * @return frames read
   */
  long run() {
    try {
      return read();
    } finally {
      if (isLong) {
        ROOM.release();
      }
    }
  }

  private long read() {
    float[][] frames = new float[stream.channels()][block];
    long shortFrames = (long) (SHORT_SECONDS * rate.hz());
    for (int count = readBlock(frames); count > 0; count = readBlock(frames)) {
      tape.add(frames, count);
      levels.add(peak(frames, count));
      if (!isLong && tape.end() > shortFrames) {
        ROOM.acquireUninterruptibly();
        isLong = true;
        List<Float> sofar = List.copyOf(levels);
        levels.clear();
        for (float level : sofar) {
          levels.add(level);
          step();
        }
      } else if (isLong) {
        step();
      }
    }
    if (isLong) {
      emitOpen();
    } else {
      emitShort();
    }
    return tape.end();
  }

  /** Fills a whole block wherever the stream has that much left, so that blocks stay on a grid. */
  private int readBlock(float[][] frames) {
    int filled = 0;
    float[][] rest = frames;
    while (filled < block) {
      int count = stream.read(rest, block - filled);
      if (count == 0) {
        break;
      }
      if (rest != frames) {
        for (int c = 0; c < frames.length; c++) {
          System.arraycopy(rest[c], 0, frames[c], filled, count);
        }
      }
      filled += count;
      if (filled < block) {
        rest = new float[frames.length][block - filled];
      }
    }
    return filled;
  }

  private static float peak(float[][] frames, int count) {
    float peak = 0;
    for (float[] channel : frames) {
      for (int i = 0; i < count; i++) {
        peak = Math.max(peak, Math.abs(channel[i]));
      }
    }
    return Float.isFinite(peak) ? peak : 1;
  }

  /** Takes in the newest block of a long file. */
  private void step() {
    long at = firstLevel + levels.size() - 1;
    if (levels.getLast() >= SILENCE) {
      if (regionStart < 0) {
        regionStart = at;
        startFrame = at * block;
      }
      lastSounding = at;
      if ((at + 1 - regionStart) * BLOCK_SECONDS >= longestSeconds) {
        startFrame = emitParts((at + 1) * block, true);
        regionStart = startFrame / block;
        forget(regionStart);
      }
    } else if (regionStart >= 0 && (at - lastSounding) * BLOCK_SECONDS >= LONG_GAP_SECONDS) {
      emitOpen();
      forget(at);
    } else if (regionStart < 0) {
      forget(at);
    }
  }

  private void emitOpen() {
    if (regionStart >= 0) {
      emitParts((lastSounding + 1) * block, false);
      regionStart = -1;
    }
  }

  /**
   * Hands on the parts of what lies between the start of the open region and {@code to}, after
   * which there is silence up to the end of the tape.
   *
   * @param goesOn whether the last part may not be whole yet, and is left
   * @return first frame of what is left
   */
  private long emitParts(long to, boolean goesOn) {
    long from = startFrame;
    AudioBuffer stretch = tape.cut(from, tape.end());
    int sounding = (int) (Math.min(to, tape.end()) - from);
    List<StretchCutter.Cut> cuts = cutter.cut(stretch, sounding);
    boolean leave = goesOn && cuts.size() > 1;
    for (StretchCutter.Cut cut : leave ? cuts.subList(0, cuts.size() - 1) : cuts) {
      handOn(stretch.slice(cut.from(), cut.to() - cut.from()), from + cut.from());
    }
    return leave ? from + cuts.getLast().from() : to;
  }

  private void forget(long beforeBlock) {
    int gone = (int) (beforeBlock - firstLevel);
    levels.subList(0, gone).clear();
    firstLevel = beforeBlock;
    tape.forgetBefore(beforeBlock * block);
  }

  private void emitShort() {
    List<long[]> stretches = stretches();
    if (stretches.isEmpty()) {
      return;
    }
    if (stretches.size() == 1 || onAGrid(stretches)) {
      emit(0, levels.size());
      return;
    }
    for (long[] stretch : stretches) {
      emit(stretch[0], stretch[1]);
    }
  }

  private List<long[]> stretches() {
    List<long[]> stretches = new ArrayList<>();
    for (int at = 0; at < levels.size(); at++) {
      if (levels.get(at) < SILENCE) {
        continue;
      }
      if (!stretches.isEmpty()
          && (at - stretches.getLast()[1]) * BLOCK_SECONDS < SHORT_GAP_SECONDS) {
        stretches.getLast()[1] = at + 1;
      } else {
        stretches.add(new long[] {at, at + 1});
      }
    }
    return stretches;
  }

  private boolean onAGrid(List<long[]> stretches) {
    double length = tape.end() / (double) rate.hz();
    for (int parts : GRIDS) {
      double grid = length / parts;
      double worst = 0;
      for (long[] stretch : stretches) {
        double at = stretch[0] * BLOCK_SECONDS / grid;
        worst = Math.max(worst, Math.abs(at - Math.rint(at)) * grid);
      }
      if (worst <= GRID_TOLERANCE_SECONDS) {
        return true;
      }
    }
    return false;
  }

  private void emit(long fromBlock, long toBlock) {
    long from = fromBlock * block;
    long to = Math.min(toBlock * block, tape.end());
    if (to <= from) {
      return;
    }
    handOn(tape.cut(from, to), from);
  }

  private void handOn(AudioBuffer audio, long from) {
    long claimed = stream.frames().orElse(0);
    double fileSeconds = Math.max(claimed, tape.end()) / (double) rate.hz();
    found.accept(Sound.of(audio, new Seconds(from / (double) rate.hz()), new Seconds(fileSeconds)));
  }
}
