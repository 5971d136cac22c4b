package loopmind.library.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Seconds;

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

  private Twins() {}

  /**
   * Groups of two and more, the largest first, each by name.
   *
   * @param cancelled asked for each loop; what was found until then is told
   */
  public static List<List<Loop>> of(List<Loop> loops, BooleanSupplier cancelled) {
    List<Loop> byLength =
        loops.stream()
            .filter(loop -> loop.embedding().dimensions() > 0)
            .sorted(
                Comparator.comparingDouble((Loop loop) -> loop.length().value())
                    .thenComparing(Loop::id))
            .toList();
    Map<LoopId, LoopId> leader = new HashMap<>();
    for (int i = 0; i < byLength.size() && !cancelled.getAsBoolean(); i++) {
      Loop loop = byLength.get(i);
      // longer ones are of another length; what costs little is compared first
      for (int j = i + 1; j < byLength.size() && isAsLong(loop, byLength.get(j)); j++) {
        if (same(loop, byLength.get(j))) {
          leader.put(find(leader, loop.id()), find(leader, byLength.get(j).id()));
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

  private static boolean isAsLong(Loop one, Loop other) {
    return lengthApart(one, other) <= Math.max(LENGTH_APART_S, LENGTH_APART * one.length().value());
  }

  private static double lengthApart(Loop one, Loop other) {
    return Math.abs(one.length().value() - other.length().value());
  }

  private static boolean same(Loop one, Loop other) {
    if (one.role() != other.role()
        || one.kind() != other.kind()
        || crestApartDb(one, other) > CREST_APART_DB
        || apart(one.profile(), other.profile()) > SPECTRUM_APART_DB) {
      return false;
    }
    double cosine = one.embedding().cosine(other.embedding());
    boolean swelling = one.role() != Role.DRUMS && one.role() != Role.PERCUSSION;
    return cosine >= LEAST_COSINE
        && (sameOnsets(one.onsets(), other.onsets())
            // where tones only swell, onsets are heard elsewhere at another rate
            || (swelling
                && cosine >= SURE_COSINE
                && crestApartDb(one, other) <= SURE_CREST_APART_DB
                && lengthApart(one, other) <= SURE_LENGTH_APART_S));
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
