package loopmind.mixer.render;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.units.TempoMap;

/**
 * The segments of a song and where they lie. A pure function of the song.
 *
 * @param map of the song
 * @param frames length of the song
 * @param places in play order
 */
record SongPlan(TempoMap map, long frames, List<Place> places) {

  /**
   * @param section which section
   * @param at frame of the song in which the section begins
   * @param segment what it adds
   */
  record Place(SectionId section, long at, Segment segment) {

    /** The frame of the song with which its sound begins; may lie before the song. */
    long from() {
      return at - segment.lead();
    }

    /** The frame after its last. */
    long to() {
      return at + segment.frames() + segment.tail();
    }
  }

  SongPlan {
    places = List.copyOf(places);
  }

  Set<String> keys() {
    return places.stream().map(place -> place.segment().key()).collect(Collectors.toSet());
  }

  /** What sounds between two frames. */
  List<Place> between(long from, long to) {
    return places.stream().filter(place -> place.from() < to && place.to() > from).toList();
  }

  /** The frame in which a bar begins; the end of the song for bars beyond it. */
  long frameOfBar(int bar) {
    return bar == RenderOptions.END
        ? frames
        : Math.min(frames, map.framesAt(map.startOfBar(bar)).count());
  }
}
