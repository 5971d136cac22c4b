package loopmind.library.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Seconds;
import loopmind.library.index.IndexFilter;
import loopmind.library.index.Near;
import loopmind.library.index.VectorIndex;

/**
 * Sounds that are the same but for their file: another format, another level, another cut. (The
 * same bytes in two places are one loop anyway.)
 */
public final class Twins {

  private static final double LEAST_COSINE = 0.985, LENGTH_APART = 0.03, LENGTH_APART_S = 0.06;
  private static final double SPECTRUM_APART_DB = 2, HEARD_DB = -45;

  /** Onsets that must be found in the other too, and how near. */
  private static final double SAME_ONSETS = 0.95, ONSETS_APART_S = 0.012;

  private static final double CREST_APART_DB = 0.5;
  private static final double SURE_COSINE = 0.997,
      SURE_CREST_APART_DB = 0.05,
      SURE_LENGTH_APART_S = 0.002;

  private static final int LOOKED_AT = 12;

  private Twins() {}

  /**
   * Groups of two and more, the largest first, each by name.
   *
   * @param index that holds the loops
   */
  public static List<List<Loop>> of(List<Loop> loops, VectorIndex index) {
    Map<LoopId, Loop> known = new HashMap<>();
    loops.forEach(loop -> known.put(loop.id(), loop));
    Map<LoopId, LoopId> leader = new HashMap<>();
    for (Loop loop : loops) {
      if (loop.embedding().dimensions() == 0) {
        continue;
      }
      for (Near near : index.nearest(loop.embedding(), IndexFilter.NONE, LOOKED_AT)) {
        Loop other = known.get(near.id());
        if (near.cosine() >= LEAST_COSINE
            && other != null
            && other != loop
            && same(loop, other, near.cosine())) {
          leader.put(find(leader, loop.id()), find(leader, other.id()));
        }
      }
    }
    Map<LoopId, List<Loop>> groups = new TreeMap<>();
    for (Loop loop : loops) {
      groups.computeIfAbsent(find(leader, loop.id()), id -> new ArrayList<>()).add(loop);
    }
    return groups.values().stream()
        .filter(group -> group.size() > 1)
        .map(group -> group.stream().sorted(Comparator.comparing(Loop::name)).toList())
        .sorted(
            Comparator.comparingInt((List<Loop> group) -> -group.size())
                .thenComparing(group -> group.getFirst().name())
                .thenComparing(group -> group.getFirst().id()))
        .toList();
  }

  private static LoopId find(Map<LoopId, LoopId> leader, LoopId id) {
    LoopId at = id;
    while (!leader.getOrDefault(at, at).equals(at)) {
      at = leader.getOrDefault(at, at);
    }
    return at;
  }

  private static boolean same(Loop one, Loop other, double cosine) {
    double length = Math.abs(one.length().value() - other.length().value());
    return length <= Math.max(LENGTH_APART_S, LENGTH_APART * one.length().value())
        && one.role() == other.role()
        && one.kind() == other.kind()
        && apart(one.profile(), other.profile()) <= SPECTRUM_APART_DB
        && (sameOnsets(one.onsets(), other.onsets())
            ? crestApartDb(one, other) <= CREST_APART_DB
            // where tones only swell, onsets are heard elsewhere at another rate
            : one.role() != Role.DRUMS
                && one.role() != Role.PERCUSSION
                && cosine >= SURE_COSINE
                && crestApartDb(one, other) <= SURE_CREST_APART_DB
                && length <= SURE_LENGTH_APART_S);
  }

  private static double crestApartDb(Loop one, Loop other) {
    double crest = one.truePeak().value() - one.loudness().value();
    return Math.abs(crest - other.truePeak().value() + other.loudness().value());
  }

  /** Whether both play in the same rhythm; another beat of the same kit is another loop. */
  private static boolean sameOnsets(List<Seconds> one, List<Seconds> other) {
    int most = Math.max(one.size(), other.size());
    if (most == 0) {
      return true;
    }
    double first = one.isEmpty() || other.isEmpty() ? 0 : apart(one, other);
    int met = 0;
    int at = 0;
    for (Seconds onset : one) {
      while (at < other.size() && other.get(at).value() - first < onset.value() - ONSETS_APART_S) {
        at++;
      }
      if (at < other.size() && other.get(at).value() - first <= onset.value() + ONSETS_APART_S) {
        met++;
        at++;
      }
    }
    return met >= SAME_ONSETS * most;
  }

  /** How much later the other begins: another cut may keep some silence before the first. */
  private static double apart(List<Seconds> one, List<Seconds> other) {
    double later = other.getFirst().value() - one.getFirst().value();
    return Math.abs(later) <= LENGTH_APART_S ? later : 0;
  }

  /** Mean difference of the bands that are heard. */
  private static double apart(SpectralProfile one, SpectralProfile other) {
    double sum = 0;
    int heard = 0;
    for (int band = 0; band < SpectralProfile.BANDS; band++) {
      double a = one.levelsDb().get(band);
      double b = other.levelsDb().get(band);
      if (Math.max(a, b) > HEARD_DB) {
        sum += Math.abs(Math.max(a, HEARD_DB - 15) - Math.max(b, HEARD_DB - 15));
        heard++;
      }
    }
    return heard == 0 ? 0 : sum / heard;
  }
}
