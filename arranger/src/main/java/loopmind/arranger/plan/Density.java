package loopmind.arranger.plan;

import java.util.List;
import java.util.Set;

/** Whether words ask for more layers or for fewer. */
final class Density {

  private static final Set<String> FEWER =
      Set.of(
          ("sparse sparser empty emptier minimal stripped quiet intimate bare naked thin thinner"
                  + " calm calmer simple simpler soft lighter leer ruhig vide vacio minimalista")
              .split(" "));
  private static final Set<String> MORE =
      Set.of(
          ("full fuller busy busier big bigger huge massive epic dense denser layered voll gros"
                  + " grande lleno cheio loud")
              .split(" "));

  private Density() {}

  /** 1 for more, -1 for fewer, 0 where the words say neither. */
  static int of(List<String> words) {
    boolean fewer = words.stream().anyMatch(FEWER::contains);
    boolean more = words.stream().anyMatch(MORE::contains);
    return fewer == more ? 0 : more ? 1 : -1;
  }
}
