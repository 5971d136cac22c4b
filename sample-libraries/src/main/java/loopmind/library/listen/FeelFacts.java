package loopmind.library.listen;

import java.util.List;
import loopmind.arranger.loop.Tag;

/**
 * How a region feels.
 *
 * @param energy how driving, 0 (calm) to 1
 * @param tags how it sounds, the surest first
 */
public record FeelFacts(double energy, List<Tag> tags) {

  public FeelFacts {
    tags = List.copyOf(tags);
  }
}
