package loopmind.arranger.choose;

import java.util.List;
import loopmind.arranger.loop.Role;

/**
 * One layer that was asked for.
 *
 * @param role what it does
 * @param words how it should sound, as said; may be empty
 */
public record Wish(Role role, String words) {

  public Wish {
    words = words.strip();
  }

  List<String> asList() {
    return words.isEmpty() ? List.of() : List.of(words);
  }
}
