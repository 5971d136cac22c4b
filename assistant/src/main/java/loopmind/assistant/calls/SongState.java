package loopmind.assistant.calls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;

/**
 * What of a song a message can talk about: its structure and the names of its loops.
 *
 * @param style its genre
 * @param bpm its tempo
 * @param key its key
 * @param sections in playing order; empty where there is no song
 */
public record SongState(
    Optional<String> style,
    Optional<Double> bpm,
    Optional<MusicalKey> key,
    List<Section> sections) {

  /** There is no song yet. */
  public static final SongState EMPTY =
      new SongState(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  /** One section: its kind, its length in bars, what plays in it. */
  public record Section(SectionKind kind, int bars, List<Layer> layers) {
    public Section {
      layers = List.copyOf(layers);
    }
  }

  /** A loop, by its name, in its role. */
  public record Layer(Role role, String loop) {}

  public SongState {
    sections = List.copyOf(sections);
  }

  /** Whether there is no song to change. */
  public boolean isEmpty() {
    return sections.isEmpty();
  }

  /** Positions of the sections of a kind, from 0, in playing order. */
  public List<Integer> positionsOf(SectionKind kind) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).kind() == kind) {
        found.add(i);
      }
    }
    return found;
  }

  /** The role of each loop, by its name in lower case; of a loop in two roles the last. */
  public Map<String, Role> rolesByLoop() {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Section section : sections) {
      for (Layer layer : section.layers()) {
        roles.put(layer.loop().toLowerCase(Locale.ROOT), layer.role());
      }
    }
    return roles;
  }
}
