package loopmind.library.search;

import java.util.Optional;

/**
 * How well a loop answers one part of a query.
 *
 * @param share 0 to 1
 * @param reason in words, where there is something to say
 */
record Evidence(double share, Optional<String> reason) {

  static Evidence of(double share, String reason) {
    return new Evidence(share, Optional.of(reason));
  }

  static Evidence silent(double share) {
    return new Evidence(share, Optional.empty());
  }
}
