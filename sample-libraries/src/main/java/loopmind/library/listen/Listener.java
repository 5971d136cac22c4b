package loopmind.library.listen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loopmind.arranger.units.Seconds;
import loopmind.library.listen.Listening.Analysis;
import loopmind.library.listen.Listening.Region;
import loopmind.library.listen.ears.Ears;
import loopmind.library.listen.meaning.Meaning;
import loopmind.mixer.audio.AudioStream;

/**
 * Listens to whole files: finds the regions that sound and runs every analyser over each. An
 * analyser that throws, or takes more than {@value Patience#SECONDS_PER_MINUTE} s a minute of
 * sound, is reported on that region and stops nothing. Safe to share between threads, as long as
 * its analysers are.
 */
public final class Listener {

  /** Under this name each region says how it was found. */
  public static final String REGIONS = "regions";

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final List<Analyser<?>> analysers;

  /**
   * @param analysers in the order in which they run; names are unique
   */
  public Listener(List<Analyser<?>> analysers) {
    this.analysers = List.copyOf(analysers);
    Map<String, Integer> names = new TreeMap<>();
    for (Analyser<?> analyser : analysers) {
      if (names.put(analyser.name(), analyser.version()) != null
          || analyser.name().equals(REGIONS)) {
        throw new IllegalArgumentException(
            "Two analysers are called %s; each needs a name of its own."
                .formatted(analyser.name()));
      }
    }
  }

  /** Everything that is heard without the ears' large network. */
  public static List<Analyser<?>> measuring() {
    return List.of(
        new OnsetAnalyser(),
        new LoudnessAnalyser(),
        new SpectrumAnalyser(),
        new WaveformAnalyser(),
        new FeelAnalyser(),
        new KindAnalyser(ScoreNet.named("kind")),
        new TempoAnalyser(ScoreNet.named("tempo")),
        new KeyAnalyser(ScoreNet.named("key"), ScoreNet.named("tonal")),
        new RoleAnalyser(ScoreNet.named("role")),
        new ContentAnalyser(new ContentWindows(ScoreNet.named("content"))));
  }

  /** All that LoopMind hears: what is measured, and what both networks hear. */
  public static Listener with(Ears ears, Meaning meaning) {
    List<Analyser<?>> all = new ArrayList<>(measuring());
    EarsAnalyser hearing = new EarsAnalyser(ears);
    if (hearing.version() != meaning.ears()) {
      throw new IllegalArgumentException(
          "The network of meaning was trained on version %d of the ears, these are version %d. Use those that came together."
              .formatted(meaning.ears(), hearing.version()));
    }
    all.add(hearing);
    all.add(new MeaningAnalyser(meaning));
    return new Listener(all);
  }

  /** The version of each analyser by its name, and that of the regions under {@link #REGIONS}. */
  public Map<String, Integer> versions() {
    Map<String, Integer> versions = new TreeMap<>();
    versions.put(REGIONS, RegionFinder.VERSION);
    for (Analyser<?> analyser : analysers) {
      versions.put(analyser.name(), analyser.version());
    }
    return versions;
  }

  /** Whether nothing in {@code known} would be heard anew; what failed is not tried again. */
  public boolean isCurrent(Listening known) {
    for (Region region : known.regions()) {
      for (Map.Entry<String, Integer> wanted : versions().entrySet()) {
        Analysis analysis = region.facts().get(wanted.getKey());
        if (analysis == null || analysis.version() < wanted.getValue()) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Reads a stream to its end and says what is heard.
   *
   * @throws loopmind.mixer.audio.AudioUnreadable where the stream breaks off
   */
  public Listening listen(AudioStream stream) {
    return listenAgain(
        stream, new Listening(Seconds.ZERO, stream.rate(), stream.channels(), List.of()));
  }

  /**
   * As {@link #listen}, but keeps the facts of {@code known} that are of today's version.
   *
   * @param known what was heard earlier in the same content
   */
  public Listening listenAgain(AudioStream stream, Listening known) {
    List<Region> regions = new ArrayList<>();
    try (Patience patience = new Patience()) {
      RegionFinder finder =
          new RegionFinder(
              stream,
              sound -> regions.add(listen(sound, same(known, regions.size(), sound), patience)));
      long frames = finder.run();
      Seconds length = new Seconds(frames / (double) stream.rate().hz());
      return new Listening(length, stream.rate(), stream.channels(), regions);
    }
  }

  /** What was heard earlier in the region that is now the {@code index}-th. */
  private static Map<String, Analysis> same(Listening known, int index, Sound sound) {
    if (index >= known.regions().size()) {
      return Map.of();
    }
    Region region = known.regions().get(index);
    Analysis found = region.facts().get(REGIONS);
    boolean sameCut =
        found != null
            && found.version()
                >= (known.length().value() <= RegionFinder.SHORT_SECONDS
                    ? RegionFinder.SHORT_VERSION
                    : RegionFinder.VERSION)
            && region.start().equals(sound.start());
    return sameCut ? region.facts() : Map.of();
  }

  private Region listen(Sound sound, Map<String, Analysis> known, Patience patience) {
    Map<String, Analysis> facts = new LinkedHashMap<>();
    facts.put(REGIONS, new Analysis(RegionFinder.VERSION, Optional.empty(), Optional.empty()));
    Heard heard = new Heard();
    for (Analyser<?> analyser : analysers) {
      Analysis old = known.get(analyser.name());
      if (old != null && old.version() == analyser.version()) {
        facts.put(analyser.name(), old);
        heard = with(heard, analyser, old);
        continue;
      }
      heard = hear(analyser, sound, heard, facts, patience);
    }
    Seconds end = new Seconds(sound.start().value() + sound.seconds());
    return new Region(sound.start(), end, facts);
  }

  private static <F extends Record> Heard hear(
      Analyser<F> analyser,
      Sound sound,
      Heard heard,
      Map<String, Analysis> facts,
      Patience patience) {
    try {
      F fact = patience.ask(analyser, sound, heard);
      facts.put(
          analyser.name(),
          new Analysis(analyser.version(), Optional.of(JSON.valueToTree(fact)), Optional.empty()));
      return heard.with(fact);
    } catch (AnalysisFailed failed) {
      facts.put(
          analyser.name(),
          new Analysis(analyser.version(), Optional.empty(), Optional.of(failed.getMessage())));
      return heard;
    }
  }

  /** The facts of a region, by their types. */
  public Heard heard(Region region) {
    Heard heard = new Heard();
    for (Analyser<?> analyser : analysers) {
      Analysis analysis = region.facts().get(analyser.name());
      if (analysis != null) {
        heard = with(heard, analyser, analysis);
      }
    }
    return heard;
  }

  private static <F extends Record> Heard with(Heard heard, Analyser<F> analyser, Analysis known) {
    if (known.facts().isEmpty()) {
      return heard;
    }
    JsonNode json = known.facts().get();
    try {
      return heard.with(JSON.treeToValue(json, analyser.factsType()));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "The stored facts of %s version %d do not read as such."
              .formatted(analyser.name(), known.version()),
          e);
    }
  }
}
