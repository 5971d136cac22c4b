package loopmind.library.listen;

import java.util.List;
import java.util.Map;

/**
 * What the network of meaning hears in a region.
 *
 * @param place among what people say of sounds, of unit length
 * @param tags the words that it may deserve, each with a probability
 */
public record MeaningFacts(List<Float> place, Map<String, Double> tags) {

  public MeaningFacts {
    place = List.copyOf(place);
    tags = Map.copyOf(tags);
  }
}
