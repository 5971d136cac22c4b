package loopmind.library.listen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  private static final double SAME_KEY = 3, SAME_TONIC = 1.8, RELATIVE_KEY = 0.8;
  private static final double SAME_ROLE = 2.5, SAME_KIND = 2;
  private static final double DISCREDITED = 0.25, TONAL = 0.5, WORD_CONFIDENCE = 0.5;
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
    double[] kinds = kinds(heard, clues);
    int kind = most(kinds);
    Optional<TempoFact> fact = KINDS[kind] == LoopKind.LOOP ? tempo.weigh() : Optional.empty();
    double belief = KINDS[kind] == LoopKind.LOOP && tempo.contradicted() ? DISCREDITED : 1;
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
        instrument(role, clues),
        tags(heard, clues, belief));
  }

  private static int most(double[] shares) {
    int most = 0;
    for (int i = 1; i < shares.length; i++) {
      most = shares[i] > shares[most] ? i : most;
    }
    return most;
  }

  private static double[] kinds(Heard heard, Clues clues) {
    KindFacts facts = heard.get(KindFacts.class).orElse(new KindFacts(0.4, 0.3, 0.3));
    double[] scores = logs(facts.loop(), facts.oneshot(), facts.fx());
    for (KindClue clue : clues.kinds()) {
      for (int i = 0; i < KINDS.length; i++) {
        scores[i] += KINDS[i] == clue.kind() ? SAME_KIND * clue.trust() : 0;
      }
    }
    return ScoreNet.softmax(scores);
  }

  private static double[] logs(double... shares) {
    double[] logs = new double[shares.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(Math.max(shares[i], 1e-9));
    }
    return logs;
  }

  private static double[] roles(Heard heard, Clues clues, double belief) {
    double[] scores = new double[Role.values().length];
    heard
        .get(RoleFacts.class)
        .ifPresent(
            facts -> {
              for (int i = 0; i < scores.length; i++) {
                scores[i] += Math.log(Math.max(facts.probabilities().get(i), 1e-6));
              }
            });
    for (RoleClue clue : clues.roles()) {
      scores[clue.role().ordinal()] += SAME_ROLE * clue.trust() * belief;
    }
    return ScoreNet.softmax(scores);
  }

  private static String instrument(Role role, Clues clues) {
    for (RoleClue clue : clues.roles()) {
      if (clue.role() == role) {
        return clue.instrument();
      }
    }
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

  private static List<Tag> tags(Heard heard, Clues clues, double belief) {
    List<Tag> tags =
        new ArrayList<>(heard.get(FeelFacts.class).map(FeelFacts::tags).orElse(List.of()));
    for (String word : clues.words()) {
      if (belief == 1 && tags.stream().noneMatch(tag -> tag.word().equals(word))) {
        tags.add(new Tag(word, WORD_CONFIDENCE));
      }
    }
    tags.sort(Comparator.comparingDouble(Tag::confidence).reversed());
    return tags;
  }
}
