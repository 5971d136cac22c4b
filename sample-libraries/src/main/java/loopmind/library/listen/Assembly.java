package loopmind.library.listen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.Seconds;
import loopmind.library.listen.FileFacts.Contents;
import loopmind.library.listen.FileFacts.Failure;
import loopmind.library.listen.FileFacts.Part;
import loopmind.library.listen.Listening.Region;

/**
 * Puts together what was heard in a file and what is said about it: into the loops that songs are
 * made of, and into the facts that are shown.
 */
public final class Assembly {

  /** A file above this length, or a shorter one of several regions, is used by its regions. */
  public static final Seconds LONG = new Seconds(90), SHORT = new Seconds(30);

  private static final SpectralProfile SILENT =
      new SpectralProfile(
          java.util.Collections.nCopies(SpectralProfile.BANDS, SpectralProfile.FLOOR_DB));
  private static final double UNKNOWN_ENERGY = 0.5, SILENCE_DB = -150;
  private static final double SHORTEST_SILENCE_S = StretchCutter.LEAST_PART_S;
  private static final String UNKNOWN = "unknown";
  private static final String SILENT_FILE =
      "It is silent from beginning to end, so there is nothing to hear in it.";

  private final Listener listener;

  /**
   * @param listener that heard the files, or one with the same analysers
   */
  public Assembly(Listener listener) {
    this.listener = listener;
  }

  /** The loops of a file, one for each region; none where it is silent. */
  public List<Loop> loops(SoundFile file, Listening listening, Clues clues) {
    List<Loop> loops = new ArrayList<>();
    boolean single = listening.regions().size() == 1;
    for (int i = 0; i < listening.regions().size(); i++) {
      LoopId id = LoopId.ofRegion(file.hash(), single ? 0 : i + 1);
      loops.add(loop(id, file, listening, listening.regions().get(i), clues));
    }
    return loops;
  }

  private Loop loop(LoopId id, SoundFile file, Listening listening, Region region, Clues clues) {
    Heard heard = listener.heard(region);
    Verdict verdict = Weighing.weigh(heard, cluesFor(listening, clues), length(region).value());
    Optional<LoudnessFacts> loudness = heard.get(LoudnessFacts.class);
    return new Loop(
        id,
        name(file, listening, region),
        file.path(),
        file.inside(),
        verdict.kind(),
        region.start(),
        length(region),
        listening.rate(),
        listening.channels(),
        verdict.tempo(),
        verdict.key(),
        verdict.role(),
        verdict.roleConfidence(),
        verdict.instrument(),
        verdict.tags(),
        loudness.map(facts -> new Lufs(facts.lufs())).orElse(Lufs.SILENCE),
        new Decibels(loudness.map(LoudnessFacts::truePeakDb).orElse(SILENCE_DB)),
        heard.get(FeelFacts.class).map(FeelFacts::energy).orElse(UNKNOWN_ENERGY),
        onsets(heard).stream().map(Seconds::new).toList(),
        heard.get(SpectrumFacts.class).map(SpectrumFacts::profile).orElse(SILENT),
        SoundPlaces.of(heard));
  }

  /** One of several parts is called by its file and by where in it it begins. */
  private static String name(SoundFile file, Listening listening, Region region) {
    if (listening.regions().size() == 1) {
      return file.name();
    }
    double start = region.start().value();
    long minutes = (long) (start / 60);
    double seconds = start - 60 * minutes;
    return isLong(listening)
        ? String.format(Locale.ROOT, "%s %d:%02d", file.name(), minutes, (long) seconds)
        : String.format(Locale.ROOT, "%s %.1f s", file.name(), start);
  }

  /** What a name says of a file of many regions is said of none of them in particular. */
  private static Clues cluesFor(Listening listening, Clues clues) {
    return listening.regions().size() == 1
        ? clues
        : new Clues(List.of(), List.of(), clues.roles(), List.of(), clues.words(), clues.ranges());
  }

  private static Seconds length(Region region) {
    return region.end().minus(region.start());
  }

  private static List<Double> onsets(Heard heard) {
    return heard.get(OnsetFacts.class).map(OnsetFacts::seconds).orElse(List.of());
  }

  /** The facts of a file, as they are shown. */
  public FileFacts facts(SoundFile file, Listening listening, Clues clues) {
    Optional<Region> longest =
        listening.regions().stream()
            .max(Comparator.comparingDouble(region -> length(region).value()));
    if (longest.isEmpty()) {
      return FileFacts.unreadable(file, SILENT_FILE);
    }
    Region main = longest.get();
    Heard heard = listener.heard(main);
    Clues usable = cluesFor(listening, clues);
    Verdict verdict = Weighing.weigh(heard, usable, length(main).value());
    Contents contents =
        new Contents(
            listening.length(),
            listening.rate(),
            listening.channels(),
            verdict,
            main.start(),
            heard.get(LoudnessFacts.class),
            heard.get(FeelFacts.class).map(FeelFacts::energy).orElse(UNKNOWN_ENERGY),
            onsets(heard),
            isLong(listening) ? timeline(listening) : parts(listening, usable),
            failures(listening));
    LoopKind kind = isLong(listening) ? LoopKind.LONG : verdict.kind();
    return new FileFacts(file, kind, Optional.empty(), Optional.of(contents));
  }

  private static boolean isLong(Listening listening) {
    double seconds = listening.length().value();
    return seconds > LONG.value() || (listening.regions().size() > 1 && seconds > SHORT.value());
  }

  private List<Part> parts(Listening listening, Clues clues) {
    return listening.regions().stream().map(region -> part(region, clues)).toList();
  }

  /** What a long recording holds from its beginning to its end, its silences too. */
  private List<Part> timeline(Listening listening) {
    List<Part> parts = new ArrayList<>();
    Seconds at = Seconds.ZERO;
    for (Region region : listening.regions()) {
      addSilence(parts, at, region.start());
      Optional<ContentFacts> content = listener.heard(region).get(ContentFacts.class);
      parts.add(
          new Part(
              region.start(),
              region.end(),
              content.map(ContentFacts::word).orElse(UNKNOWN),
              content.map(ContentFacts::confidence).orElse(0.0)));
      at = region.end();
    }
    addSilence(parts, at, listening.length());
    return parts;
  }

  private static void addSilence(List<Part> parts, Seconds from, Seconds to) {
    if (to.value() - from.value() >= SHORTEST_SILENCE_S) {
      parts.add(new Part(from, to, "silence", 1));
    }
  }

  private Part part(Region region, Clues clues) {
    Verdict verdict = Weighing.weigh(listener.heard(region), clues, length(region).value());
    String content =
        verdict.kind() == LoopKind.ONESHOT ? verdict.instrument() : verdict.role().word();
    return new Part(region.start(), region.end(), content, verdict.roleConfidence());
  }

  private static List<Failure> failures(Listening listening) {
    Map<String, String> failures = new TreeMap<>();
    for (Region region : listening.regions()) {
      region
          .facts()
          .forEach(
              (name, analysis) ->
                  analysis.failure().ifPresent(why -> failures.putIfAbsent(name, why)));
    }
    return failures.entrySet().stream()
        .map(failure -> new Failure(failure.getKey(), failure.getValue()))
        .toList();
  }
}
