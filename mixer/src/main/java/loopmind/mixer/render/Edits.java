package loopmind.mixer.render;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loopmind.arranger.song.SectionId;

/** What sounds different in a song than in an earlier version of it. */
final class Edits {

  /**
   * A stretch to listen to is no longer than this, however much changed; the whole is there before
   * it has been heard.
   */
  private static final double LONGEST_S = 24;

  /** A stretch of frames of the song. */
  record Stretch(long start, long end) {}

  private final SongPlan now;
  private final SongPlan before;

  Edits(SongPlan now, SongPlan before) {
    this.now = now;
    this.before = before;
  }

  /** The sections whose own sound differs, or that are new, in play order. */
  Set<SectionId> changed() {
    Map<SectionId, String> old = new HashMap<>();
    before.places().forEach(place -> old.put(place.section(), place.segment().key()));
    Set<SectionId> changed = new LinkedHashSet<>();
    for (SongPlan.Place place : now.places()) {
      if (!place.segment().key().equals(old.get(place.section()))) {
        changed.add(place.section());
      }
    }
    return changed;
  }

  /**
   * Where to listen: from a bar before the first place at which the songs differ to the end of the
   * sections that differ there without a break.
   */
  Stretch stretch() {
    List<SongPlan.Place> places = now.places();
    int first = 0;
    int most = Math.min(places.size(), before.places().size());
    while (first < most && key(now, first).equals(key(before, first))) {
      first++;
    }
    // a section that is gone leaves a border to listen to; songs that are equal have their start
    int from = first < places.size() ? first : first == before.places().size() ? 0 : first - 1;
    Set<String> old = new HashSet<>();
    before.places().forEach(place -> old.add(place.segment().key()));
    int last = from;
    while (last + 1 < places.size() && !old.contains(key(now, last + 1))) {
      last++;
    }
    double bar = places.get(from).segment().barFrames();
    long start = Math.max(0, places.get(from).at() - Math.round(bar));
    long longest = Math.round(LONGEST_S * now.map().rate().hz());
    long end = places.get(last).at() + places.get(last).segment().frames();
    return new Stretch(start, Math.min(Math.min(now.frames(), end), start + longest));
  }

  private static String key(SongPlan plan, int index) {
    return plan.places().get(index).segment().key();
  }
}
