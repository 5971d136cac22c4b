package loopmind.library.search;

import java.util.List;
import java.util.Set;
import loopmind.library.index.IndexFilter;

/** What a query lets an index leave out. */
final class Filters {

  private Filters() {}

  static IndexFilter of(LoopQuery query) {
    return new IndexFilter(
        query.role(),
        query.tempo().map(TempoFit::ranges).orElse(List.of()),
        query.key().map(KeyFit::fitting).orElse(Set.of()),
        "",
        "",
        0,
        1);
  }
}
