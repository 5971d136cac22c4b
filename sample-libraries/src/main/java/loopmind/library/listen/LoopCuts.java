package loopmind.library.listen;

import java.util.ArrayList;
import java.util.List;
import loopmind.library.listen.LoopCut.Trim;

/**
 * Lists every way in which a sound could be a loop: whole numbers of beats between {@value
 * #SLOWEST_BPM} and {@value #FASTEST_BPM} BPM in the file as it is, without silence at its ends,
 * without an MPEG encoder's padding, and without a release that rings on.
 */
final class LoopCuts {

  static final double SLOWEST_BPM = 48, FASTEST_BPM = 215;

  private static final int[] BEATS = {
    2, 3, 4, 6, 8, 9, 12, 16, 18, 20, 24, 32, 36, 40, 48, 64, 96, 128
  };
  private static final double LEAD_SECONDS = 0.004, TAIL_SECONDS = 0.02;
  private static final int MPEG_FRAME = 1152, MPEG_DELAY = 1105, MARGIN_FRAMES = 96;
  private static final int SLOWEST_RELEASED = 60, FASTEST_RELEASED = 185;
  private static final double SHORTEST_RELEASE = 0.15, LONGEST_RELEASE = 2.6;

  private final SoundEnds ends;
  private final float[] mono;
  private final List<LoopCut> cuts = new ArrayList<>();

  private LoopCuts(SoundEnds ends, float[] mono) {
    this.ends = ends;
    this.mono = mono;
  }

  /** In an order that depends on the sound alone; empty where it is too short for two beats. */
  static List<LoopCut> of(SoundEnds ends, float[] mono) {
    LoopCuts all = new LoopCuts(ends, mono);
    double end = ends.seconds();
    all.add(0, end, Trim.NONE);
    boolean lead = ends.first() > LEAD_SECONDS;
    boolean tail = end - ends.last() > TAIL_SECONDS;
    if (lead) {
      all.add(ends.first(), end, Trim.LEAD);
    }
    if (tail) {
      all.add(0, ends.last(), Trim.TAIL);
    }
    if (lead && tail) {
      all.add(ends.first(), ends.last(), Trim.BOTH);
    }
    if (ends.frames() > 4 * MPEG_FRAME) {
      if (ends.frames() % MPEG_FRAME == 0) {
        all.addPadded(MPEG_DELAY / (ends.frames() / end));
      } else if ((ends.frames() + MPEG_DELAY) % MPEG_FRAME == 0) {
        all.addPadded(0); // the delay is cut off already
      }
    }
    if (ends.fadesOut() && end - ends.lastOnset() > 0.35) {
      all.addReleased();
    }
    return List.copyOf(all.cuts);
  }

  private void add(double start, double end, Trim trim) {
    for (int beats : BEATS) {
      add(start, end - start, beats, trim);
    }
  }

  private void add(double start, double length, int beats, Trim trim) {
    double bpm = 60 * beats / length;
    if (bpm < SLOWEST_BPM || bpm > FASTEST_BPM) {
      return;
    }
    if (beats % 4 == 0 || beats == 2) {
      cuts.add(new LoopCut(start, length, beats, 4, trim));
    }
    if (beats % 3 == 0 && beats <= 36) {
      cuts.add(new LoopCut(start, length, beats, 3, trim));
    }
  }

  /**
   * The encoder's delay is known, what it adds to fill its last block is not: where the sound
   * breaks off it ends there, and otherwise whole tempi fit best.
   */
  private void addPadded(double start) {
    double rate = ends.frames() / ends.seconds();
    int edge = ends.breaksOff(mono, MPEG_FRAME + MARGIN_FRAMES);
    double longest = ends.seconds() - start;
    double shortest = longest - MPEG_FRAME / rate;
    if (edge >= 0) {
      double length = edge / rate - start;
      longest = length + MARGIN_FRAMES / rate;
      shortest = length - MARGIN_FRAMES / rate;
    }
    for (int beats : BEATS) {
      double slowest = 60 * beats / longest;
      double fastest = 60 * beats / shortest;
      double middle = (slowest + fastest) / 2;
      double whole = Math.rint(middle);
      double bpm = whole >= slowest && whole <= fastest ? whole : middle;
      add(start, 60 * beats / bpm, beats, Trim.PADDING);
    }
  }

  /** Where the loop ends cannot be seen, so only whole tempi and whole bars are tried. */
  private void addReleased() {
    double end = ends.seconds();
    for (int bpm = SLOWEST_RELEASED; bpm <= FASTEST_RELEASED; bpm++) {
      for (int beats : BEATS) {
        double length = beats * 60.0 / bpm;
        if (length > ends.lastOnset() - 0.03
            && length < end - SHORTEST_RELEASE
            && end - length < LONGEST_RELEASE
            && beats <= 64) {
          if (beats % 4 == 0) {
            cuts.add(new LoopCut(0, length, beats, 4, Trim.RELEASE));
          }
          if (beats == 6 || beats == 12 || beats == 24) {
            cuts.add(new LoopCut(0, length, beats, 3, Trim.RELEASE));
          }
        }
      }
    }
  }
}
