package loopmind.library.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.Loop;

/**
 * Finds loops by words, by tempo, by key, by role and by likeness. A score is the weighted mean of
 * how well each part of the query is answered; role, tempo and key also leave out what cannot fit.
 */
public final class LoopSearch {

  private static final double WORDS = 3, LIKE = 3, TEMPO = 1, KEY = 1, ROLE = 1;

  private final List<Loop> loops;
  private final WordFit words;

  /**
   * @param loops among which is looked; their words are read once, here
   */
  public LoopSearch(List<Loop> loops) {
    this.loops = List.copyOf(loops);
    this.words = new WordFit(this.loops);
  }

  /** The loops that answer, the best first; equally good ones by id. */
  public List<LoopMatch> find(LoopQuery query) {
    WordFit.Wanted wanted = words.wanted(query.words());
    return loops.stream()
        .map(loop -> match(loop, query, wanted))
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparingDouble(LoopMatch::score)
                .reversed()
                .thenComparing(match -> match.loop().id()))
        .limit(query.limit())
        .toList();
  }

  private Optional<LoopMatch> match(Loop loop, LoopQuery query, WordFit.Wanted wanted) {
    Tally tally = new Tally();
    if (!wanted.isBlank()) {
      double share = words.share(loop, wanted, tally.reasons);
      if (share == 0) {
        return Optional.empty();
      }
      tally.add(WORDS, Evidence.silent(share));
    }
    if (query.like().isPresent()) {
      if (loop.id().equals(query.like().get().id())) {
        return Optional.empty();
      }
      tally.add(LIKE, SoundFit.of(loop, query.like().get()));
    }
    if (query.key().isPresent()) {
      Optional<Evidence> key = KeyFit.of(loop, query.key().get());
      if (key.isEmpty()) {
        return Optional.empty();
      }
      tally.add(KEY, key.get());
    }
    if (query.tempo().isPresent()) {
      Optional<Evidence> tempo = TempoFit.of(loop, query.tempo().get());
      if (tempo.isEmpty()) {
        return Optional.empty();
      }
      tally.add(TEMPO, tempo.get());
    }
    if (query.role().isPresent()) {
      if (loop.role() != query.role().get()) {
        return Optional.empty();
      }
      tally.add(ROLE, Evidence.of(loop.roleConfidence(), "its role is " + loop.role().word()));
    }
    return Optional.of(new LoopMatch(loop, tally.score(), tally.reasons));
  }

  /** The sum of what speaks for one loop. */
  private static final class Tally {

    private final List<String> reasons = new ArrayList<>();
    private double sum;
    private double weights;

    void add(double weight, Evidence evidence) {
      sum += weight * evidence.share();
      weights += weight;
      evidence.reason().filter(reason -> !reasons.contains(reason)).ifPresent(reasons::add);
    }

    double score() {
      return weights == 0 ? 0 : sum / weights;
    }
  }
}
