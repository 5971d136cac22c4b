package loopmind.mixer.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;

/**
 * A track of a project: all that layers of one role and one id play, section after section.
 *
 * @param name such as {@code Drums} or {@code Drums 2}
 * @param role of its layers
 * @param clips in the order in which they sound
 */
record ProjectTrack(String name, Role role, List<Clip> clips) {

  /** As far as the fader of a project goes, linear. */
  static final double LOUDEST = 2;

  ProjectTrack {
    clips = List.copyOf(clips);
  }

  /**
   * A placement of the song.
   *
   * @param loop what sounds
   * @param layer how it is fitted
   * @param placement within its section
   * @param startBeat where it begins in the song
   * @param gain linear
   */
  record Clip(Loop loop, Layer layer, Placement placement, double startBeat, double gain) {}

  /** The tracks of a song, by role and then in the order in which layers appear. */
  static List<ProjectTrack> of(Song song) {
    List<ProjectTrack> tracks = new ArrayList<>();
    for (Role role : song.roles()) {
      Map<String, List<Clip>> byLayer = new LinkedHashMap<>();
      for (Section section : song.sections()) {
        double start = song.startOf(section.id()).value();
        for (Layer layer : section.layersOf(role)) {
          double gain = ClipLevel.of(song, layer).ratio();
          for (Placement placement : layer.placements()) {
            byLayer
                .computeIfAbsent(layer.id().text(), any -> new ArrayList<>())
                .add(
                    new Clip(
                        song.loop(layer.loop()),
                        layer,
                        placement,
                        start + placement.start().value(),
                        gain));
          }
        }
      }
      String word = role.word();
      String title = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
      byLayer
          .values()
          .forEach(
              clips -> tracks.add(new ProjectTrack(numbered(tracks, role, title), role, clips)));
    }
    return List.copyOf(tracks);
  }

  private static String numbered(List<ProjectTrack> before, Role role, String title) {
    long same = before.stream().filter(track -> track.role() == role).count();
    return same == 0 ? title : title + " " + (same + 1);
  }

  /**
   * Fader of the track, linear: its loudest clip needs no gain of its own, as far as a fader goes.
   */
  double volume() {
    return Math.min(LOUDEST, clips.stream().mapToDouble(Clip::gain).max().orElse(1));
  }
}
