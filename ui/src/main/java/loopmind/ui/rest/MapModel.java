package loopmind.ui.rest;

import java.util.Comparator;
import java.util.List;
import loopmind.arranger.loop.Loop;
import loopmind.library.search.SoundMap;
import loopmind.ui.SoundMaps;

/**
 * The library's sounds on a plane, neighbours together.
 *
 * @param progress 1 where it is whole, less while it is laid out
 * @param sounds by id; none while it is laid out
 */
public record MapModel(double progress, List<Dot> sounds) {

  /**
   * @param id of the loop
   * @param name of it
   * @param role such as drums
   * @param instrument such as flute
   * @param kind loop, oneshot, fx or long
   * @param x 0 to 1, rightward
   * @param y 0 to 1, downward
   */
  public record Dot(
      String id, String name, String role, String instrument, String kind, double x, double y) {}

  static MapModel of(SoundMaps.Laid laid) {
    return new MapModel(
        1,
        laid.loops().stream()
            .filter(loop -> laid.places().containsKey(loop.id()))
            .sorted(Comparator.comparing(Loop::id))
            .map(loop -> dot(loop, laid.places().getOrDefault(loop.id(), MIDDLE)))
            .toList());
  }

  private static final SoundMap.Place MIDDLE = new SoundMap.Place(0.5, 0.5);

  private static Dot dot(Loop loop, SoundMap.Place place) {
    return new Dot(
        loop.id().text(),
        loop.name(),
        loop.role().word(),
        loop.instrument(),
        loop.kind().word(),
        rounded(place.x()),
        rounded(place.y()));
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e5) / 1e5;
  }
}
