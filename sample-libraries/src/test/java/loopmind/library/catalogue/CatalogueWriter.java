package loopmind.library.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process of its own that stores one file after the other, until it is killed. */
final class CatalogueWriter {

  private static final int CARELESS_BATCH = 200;

  private CatalogueWriter() {}

  /**
   * @param arguments folder of the catalogue, number of the first file, and whether to report
   *     before storing
   */
  public static void main(String[] arguments) {
    boolean careless = Boolean.parseBoolean(arguments[2]);
    List<Integer> waiting = new ArrayList<>();
    try (Catalogue catalogue = Catalogue.open(Path.of(arguments[0]))) {
      for (int number = Integer.parseInt(arguments[1]); ; number++) {
        waiting.add(number);
        if (!careless || waiting.size() == CARELESS_BATCH) {
          waiting.forEach(one -> store(catalogue, one));
          waiting.clear();
        }
        System.out.println(number);
        System.out.flush();
      }
    }
  }

  private static void store(Catalogue catalogue, int number) {
    Path path = Path.of("/music/%d.wav".formatted(number));
    catalogue.store(
        path,
        List.of(SoundsForTests.row(path, number)),
        Map.of(SoundsForTests.hash(number), SoundsForTests.sound(number)));
  }
}
