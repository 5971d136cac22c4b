package loopmind.library.listen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Role;
import loopmind.library.listen.ears.Ears;
import loopmind.library.listen.ears.Hearing;

/** Asks the ears' network. */
final class EarsAnalyser implements Analyser<EarsFacts> {

  private static final int INSTRUMENTS_KEPT = 6;

  private final Ears ears;

  EarsAnalyser(Ears ears) {
    this.ears = ears;
  }

  @Override
  public String name() {
    return "ears";
  }

  /** The leading number of the network's version, so that a newer network listens anew. */
  @Override
  public int version() {
    return Integer.parseInt(ears.version().replaceFirst("\\D.*", ""));
  }

  @Override
  public Class<EarsFacts> factsType() {
    return EarsFacts.class;
  }

  @Override
  public EarsFacts listen(Sound sound, Heard heard) {
    Hearing hearing =
        ears.hear(sound.audio().channels(), sound.audio().rate().hz())
            .orElseThrow(() -> new IllegalStateException("The ears hear nothing in it."));
    List<Double> roles = new ArrayList<>();
    for (Role role : Role.values()) {
      roles.add(hearing.roles().getOrDefault(role, 0.0));
    }
    Map<String, Double> instruments = new LinkedHashMap<>();
    hearing.instruments().entrySet().stream()
        .limit(INSTRUMENTS_KEPT)
        .forEach(entry -> instruments.put(entry.getKey(), entry.getValue()));
    List<Float> embedding = new ArrayList<>();
    for (float value : hearing.embedding().values()) {
      embedding.add(value);
    }
    return new EarsFacts(
        roles,
        instruments,
        hearing.kinds().getOrDefault(LoopKind.LOOP, 0.0),
        hearing.kinds().getOrDefault(LoopKind.ONESHOT, 0.0),
        hearing.kinds().getOrDefault(LoopKind.FX, 0.0),
        embedding);
  }
}
