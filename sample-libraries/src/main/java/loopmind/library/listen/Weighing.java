package loopmind.library.listen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.KeyFact;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.Tag;
import loopmind.arranger.loop.TempoFact;
import loopmind.library.listen.Clues.KeyClue;
import loopmind.library.listen.Clues.KindClue;
import loopmind.library.listen.Clues.RoleClue;

/**
 * Sets what was heard in a region against what is said about it. Both are evidence: their
 * logarithms add up, so that a clear sound outweighs a wrong name, and a right name settles a
 * doubt. A name whose tempo contradicts the sound is believed less in everything else.
 */
public final class Weighing {

  private static final double SAME_KEY = 4, SAME_TONIC = 2.8, RELATIVE_KEY = 0.8;
  private static final double SAME_ROLE = 2.5, SAME_KIND = 2;

  /** How far each of two witnesses counts; both hear the same sound, so neither counts in full. */
  private static final double EARS_KIND = 0.7, EARS_ROLE = 0.8, MEASURED_ROLE = 0.5;

  private static final double LEAST_SHARE = 1e-5;
  private static final double DISCREDITED = 0.25, CONFIRMED = 1.6, CONFIRMED_LOOP = 5;
  private static final double TONAL = 0.5, WORD_CONFIDENCE = 0.5;
  private static final LoopKind[] KINDS = {LoopKind.LOOP, LoopKind.ONESHOT, LoopKind.FX};

  private Weighing() {}

  /**
   * Weighs one region.
   *
   * @param heard the facts of the region, as {@link Listener#heard} gives them
   * @param clues what is said about its file; {@link Clues#NONE} to believe the sound alone
   * @param seconds length of the region
   */
  public static Verdict weigh(Heard heard, Clues clues, double seconds) {
    TempoFacts readings = heard.get(TempoFacts.class).orElse(new TempoFacts(List.of()));
    TempoWeighing tempo = new TempoWeighing(readings, clues, seconds);
    double[] kinds = kinds(heard, clues, tempo.confirmed());
    int kind = most(kinds);
    Optional<TempoFact> fact = KINDS[kind] == LoopKind.LOOP ? tempo.weigh() : Optional.empty();
    double belief = KINDS[kind] != LoopKind.LOOP ? 1 : belief(tempo);
    double[] roles = roles(heard, clues, belief);
    Role role = Role.values()[most(roles)];
    boolean tempoless = KINDS[kind] == LoopKind.LOOP && fact.isEmpty();
    return new Verdict(
        tempoless ? LoopKind.OTHER : KINDS[kind],
        kinds[kind],
        fact,
        key(heard, clues, belief),
        role,
        roles[role.ordinal()],
        instrument(heard, role, clues),
        tags(heard, clues, belief));
  }

  private static double belief(TempoWeighing tempo) {
    return tempo.contradicted() ? DISCREDITED : tempo.confirmed() ? CONFIRMED : 1;
  }

  private static int most(double[] shares) {
    int most = 0;
    for (int i = 1; i < shares.length; i++) {
      most = shares[i] > shares[most] ? i : most;
    }
    return most;
  }

  private static double[] kinds(Heard heard, Clues clues, boolean confirmed) {
    KindFacts facts = heard.get(KindFacts.class).orElse(new KindFacts(0.4, 0.3, 0.3));
    double[] scores = logs(facts.loop(), facts.oneshot(), facts.fx());
    heard
        .get(EarsFacts.class)
        .ifPresent(ears -> add(scores, EARS_KIND, logs(ears.loop(), ears.oneshot(), ears.fx())));
    for (KindClue clue : clues.kinds()) {
      for (int i = 0; i < KINDS.length; i++) {
        scores[i] += KINDS[i] == clue.kind() ? SAME_KIND * clue.trust() : 0;
      }
    }
    boolean swept = clues.kinds().stream().anyMatch(clue -> clue.kind() != LoopKind.LOOP);
    scores[0] += confirmed && !swept ? CONFIRMED_LOOP : 0;
    return ScoreNet.softmax(scores);
  }

  private static double[] logs(double... shares) {
    double[] logs = new double[shares.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(Math.max(shares[i], LEAST_SHARE));
    }
    return logs;
  }

  private static void add(double[] scores, double weight, double[] logs) {
    for (int i = 0; i < scores.length; i++) {
      scores[i] += weight * logs[i];
    }
  }

  private static double[] shares(List<Double> probabilities) {
    return probabilities.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] roles(Heard heard, Clues clues, double belief) {
    double[] scores = new double[Role.values().length];
    heard
        .get(RoleFacts.class)
        .ifPresent(facts -> add(scores, MEASURED_ROLE, logs(shares(facts.probabilities()))));
    heard
        .get(EarsFacts.class)
        .ifPresent(ears -> add(scores, EARS_ROLE, logs(shares(ears.roles()))));
    for (RoleClue clue : clues.roles()) {
      scores[clue.role().ordinal()] += SAME_ROLE * clue.trust() * belief;
    }
    return ScoreNet.softmax(scores);
  }

  private static String instrument(Heard heard, Role role, Clues clues) {
    for (RoleClue clue : clues.roles()) {
      if (clue.role() == role) {
        return clue.instrument();
      }
    }
    Optional<String> heardAs =
        heard
            .get(EarsFacts.class)
            .flatMap(
                ears ->
                    ears.instruments().entrySet().stream()
                        .filter(entry -> NameWords.isOf(role, entry.getKey()))
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey));
    return heardAs.orElseGet(() -> usual(role));
  }

  private static String usual(Role role) {
    return switch (role) {
      case PERCUSSION -> "perc";
      case MELODY -> "synth";
      case FX -> "ambience";
      default -> role.word();
    };
  }

  private static Optional<KeyFact> key(Heard heard, Clues clues, double belief) {
    Optional<KeyFacts> facts = heard.get(KeyFacts.class);
    if (facts.isEmpty() || facts.get().tonal() < TONAL) {
      return Optional.empty();
    }
    double[] scores = new double[24];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.log(Math.max(facts.get().probabilities().get(i), 1e-6));
      for (KeyClue clue : clues.keys()) {
        scores[i] += support(key(i), clue) * clue.trust() * belief;
      }
    }
    double[] shares = ScoreNet.softmax(scores);
    int best = most(shares);
    double confidence = shares[best];
    shares[best] = 0;
    return Optional.of(new KeyFact(key(best), confidence, Optional.of(key(most(shares)))));
  }

  private static MusicalKey key(int index) {
    return new MusicalKey(index % 12, index < 12 ? Mode.MAJOR : Mode.MINOR);
  }

  private static double support(MusicalKey key, KeyClue clue) {
    if (key.equals(clue.key())) {
      // a bare note is written for a major key, and now and then for the root of a minor one
      return clue.modeSaid() ? SAME_KEY : SAME_TONIC + 0.4;
    }
    if (key.tonic() == clue.key().tonic()) {
      return clue.modeSaid() ? 0 : SAME_TONIC;
    }
    return clue.modeSaid() && key.equals(clue.key().relative()) ? RELATIVE_KEY : 0;
  }

  /** What the network of meaning knows a word for is said by it, the rest by measures. */
  private static List<Tag> tags(Heard heard, Clues clues, double belief) {
    Map<String, Double> heardWords =
        heard.get(MeaningFacts.class).map(MeaningFacts::tags).orElse(Map.of());
    List<Tag> tags =
        new ArrayList<>(
            heard
                .get(SpectrumFacts.class)
                .map(facts -> ColourWords.of(heardWords, facts.profile()))
                .orElse(List.of()));
    for (Tag tag : heard.get(FeelFacts.class).map(FeelFacts::tags).orElse(List.of())) {
      if (heardWords.isEmpty() || !MeaningInput.WORDS.contains(tag.word())) {
        tags.add(tag);
      }
    }
    for (String word : clues.words()) {
      if (belief >= 1 && tags.stream().noneMatch(tag -> tag.word().equals(word))) {
        tags.add(new Tag(word, WORD_CONFIDENCE));
      }
    }
    tags.sort(Comparator.comparingDouble(Tag::confidence).reversed().thenComparing(Tag::word));
    return tags;
  }
}
