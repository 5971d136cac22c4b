package loopmind.library.listen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/**
 * All that was heard in one file, by content: what the catalogue keeps.
 *
 * @param length of the file
 * @param rate of the file
 * @param channels of the file
 * @param regions the parts that sound, in order; empty for silence
 */
public record Listening(Seconds length, SampleRate rate, int channels, List<Region> regions) {

  public Listening {
    regions = List.copyOf(regions);
  }

  /**
   * One part of a file.
   *
   * @param start in the file
   * @param end in the file, after {@code start}
   * @param facts by analyser name
   */
  public record Region(Seconds start, Seconds end, Map<String, Analysis> facts) {

    public Region {
      facts = Map.copyOf(facts);
    }
  }

  /**
   * What one analyser said of one region.
   *
   * @param version of the analyser
   * @param facts its record as JSON; empty where it failed
   * @param failure why it failed, one sentence
   */
  public record Analysis(int version, Optional<JsonNode> facts, Optional<String> failure) {}

  /**
   * The outline of a region, for drawing; empty where it is not known.
   *
   * @param region counted from 0
   */
  public Optional<WaveformFacts> waveform(int region) {
    if (region < 0 || region >= regions.size()) {
      return Optional.empty();
    }
    return Optional.ofNullable(regions.get(region).facts().get(WaveformAnalyser.NAME))
        .flatMap(Analysis::facts)
        .map(
            facts -> new WaveformFacts(facts.path("coarse").asText(), facts.path("fine").asText()));
  }
}
