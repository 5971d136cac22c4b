package loopmind.library.search;

import java.util.List;
import loopmind.arranger.loop.Loop;

/**
 * A loop that answers a query.
 *
 * @param loop the loop
 * @param score how well, 0 to 1
 * @param reasons why, in words, the strongest first
 */
public record LoopMatch(Loop loop, double score, List<String> reasons) {

  public LoopMatch {
    reasons = List.copyOf(reasons);
  }
}
