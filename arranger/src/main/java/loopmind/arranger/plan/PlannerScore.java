package loopmind.arranger.plan;

/**
 * How well the order of sections of some songs was foretold.
 *
 * @param songs songs labelled by people
 * @param symbols sections of them, and one end a song
 * @param bitsPerSection mean of −log2 of the probability of what came; lower is better
 * @param top1 share of symbols that were thought most likely, in percent
 * @param bestNgram the n-gram with the fewest bits, trained on the same songs as the planner
 * @param seenInTraining how many of the songs the planner was trained on; a fair figure needs 0
 */
public record PlannerScore(
    int songs,
    int symbols,
    double bitsPerSection,
    double top1,
    NgramScore bestNgram,
    int seenInTraining) {

  /**
   * The same figures of an n-gram.
   *
   * @param n symbols it looks at, the one foretold included
   * @param bitsPerSection mean of −log2 of the probability of what came
   * @param top1 share of symbols that were thought most likely, in percent
   */
  public record NgramScore(int n, double bitsPerSection, double top1) {}
}
