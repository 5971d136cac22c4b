package loopmind.library.listen;

import java.util.List;
import loopmind.arranger.loop.SpectralProfile;

/**
 * Where in the spectrum it sounds.
 *
 * @param levelsDb as in {@link SpectralProfile}
 */
public record SpectrumFacts(List<Double> levelsDb) {

  public SpectrumFacts {
    levelsDb = List.copyOf(levelsDb);
  }

  public SpectralProfile profile() {
    return new SpectralProfile(levelsDb);
  }
}
