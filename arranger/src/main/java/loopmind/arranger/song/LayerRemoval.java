package loopmind.arranger.song;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Takes layers out of a song. A section that loses its last one stays, and is silent. */
public final class LayerRemoval {

  private LayerRemoval() {}

  /** The song without those layers. */
  public static Song without(Song song, Collection<LayerPlace> gone) {
    List<Section> sections = new ArrayList<>();
    for (Section section : song.sections()) {
      List<Layer> left =
          section.layers().stream()
              .filter(layer -> !gone.contains(new LayerPlace(section.id(), layer)))
              .toList();
      sections.add(left.equals(section.layers()) ? section : section.withLayers(left));
    }
    return song.with(sections, song.transitions(), Map.of());
  }
}
