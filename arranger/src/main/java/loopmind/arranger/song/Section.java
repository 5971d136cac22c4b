package loopmind.arranger.song;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.Bars;

/**
 * A named stretch of song.
 *
 * @param id unique within the song
 * @param kind what it is
 * @param bars its length, {@value #SHORTEST_BARS} to {@value #LONGEST_BARS} bars
 * @param energy 0 (calm) to 1, as the plan asks
 * @param layers what sounds in it; may be empty
 * @param variationOf the earlier section that this one repeats with a difference
 * @param effects on everything that sounds in it
 */
public record Section(
    SectionId id,
    SectionKind kind,
    Bars bars,
    double energy,
    List<Layer> layers,
    Optional<SectionId> variationOf,
    Effects effects) {

  public static final int SHORTEST_BARS = 1, LONGEST_BARS = 64;

  public Section {
    layers = List.copyOf(layers);
    if (bars.count() < SHORTEST_BARS || bars.count() > LONGEST_BARS) {
      throw new EditRefused(
          "The %s would last %d bars. Choose %d to %d bars.",
          kind.word(), bars.count(), SHORTEST_BARS, LONGEST_BARS);
    }
    if (!(energy >= 0 && energy <= 1)) {
      throw new IllegalArgumentException(
          "The energy of a section goes from 0 to 1, but was given %s.".formatted(energy));
    }
    Set<LayerId> seen = new HashSet<>();
    for (Layer layer : layers) {
      if (!seen.add(layer.id())) {
        throw new IllegalArgumentException(
            "Section %s would have two layers named %s.".formatted(id, layer.id()));
      }
    }
  }

  /** A section without effects. */
  public Section(
      SectionId id,
      SectionKind kind,
      Bars bars,
      double energy,
      List<Layer> layers,
      Optional<SectionId> variationOf) {
    this(id, kind, bars, energy, layers, variationOf, Effects.NONE);
  }

  /** The layers of that role, in order. */
  public List<Layer> layersOf(Role role) {
    return layers.stream().filter(layer -> layer.role() == role).toList();
  }

  /** A name for one more layer of that role: {@code drums}, or the first free {@code drums-2}. */
  public LayerId freeId(Role role) {
    LayerId id = new LayerId(role.word());
    for (int n = 2; has(id); n++) {
      id = new LayerId(role.word() + "-" + n);
    }
    return id;
  }

  private boolean has(LayerId id) {
    return layers.stream().anyMatch(layer -> layer.id().equals(id));
  }

  public Section withLayers(List<Layer> others) {
    return new Section(id, kind, bars, energy, others, variationOf, effects);
  }

  public Section withEffects(Effects others) {
    return new Section(id, kind, bars, energy, layers, variationOf, others);
  }

  public Section withEnergy(double other) {
    return new Section(id, kind, bars, other, layers, variationOf, effects);
  }

  public Section withVariationOf(Optional<SectionId> other) {
    return new Section(id, kind, bars, energy, layers, other, effects);
  }

  /** The same section of another length, with layers that fit it. */
  public Section lasting(Bars other, List<Layer> others) {
    return new Section(id, kind, other, energy, others, variationOf, effects);
  }
}
