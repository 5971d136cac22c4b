package loopmind.library.listen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import loopmind.library.listen.meaning.Meaning;

/** Asks the network of meaning; it comes after all whose facts it is told. */
final class MeaningAnalyser implements Analyser<MeaningFacts> {

  /** Words less likely than this are not kept. */
  private static final double LEAST_KEPT = 0.05;

  /** Version of the measures that it is told; the network's and the ears' stand before it. */
  private static final int MEASURES = 1, EARS_APART = 10, MEANING_APART = 1000;

  private final Meaning meaning;

  MeaningAnalyser(Meaning meaning) {
    if (meaning.inputs() != MeaningInput.COUNT) {
      throw new IllegalArgumentException(
          "The network of meaning takes %d numbers, but this program has %d. Use the one that came with it."
              .formatted(meaning.inputs(), MeaningInput.COUNT));
    }
    this.meaning = meaning;
  }

  @Override
  public String name() {
    return "meaning";
  }

  @Override
  public int version() {
    return MEANING_APART * meaning.version() + EARS_APART * meaning.ears() + MEASURES;
  }

  @Override
  public Class<MeaningFacts> factsType() {
    return MeaningFacts.class;
  }

  @Override
  public MeaningFacts listen(Sound sound, Heard heard) {
    Meaning.Reading reading = meaning.ofSound(MeaningInput.of(sound, heard));
    List<Float> place = new ArrayList<>();
    for (float value : reading.place()) {
      place.add(value);
    }
    Map<String, Double> tags = new TreeMap<>(reading.tags());
    tags.values().removeIf(chance -> chance < LEAST_KEPT);
    return new MeaningFacts(place, tags);
  }
}
