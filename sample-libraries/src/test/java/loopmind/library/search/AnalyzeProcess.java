package loopmind.library.search;

import java.nio.file.Path;
import java.util.List;
import loopmind.library.catalogue.Catalogue;
import loopmind.library.ingest.Ingest;
import loopmind.library.listen.FileFacts;
import loopmind.library.listen.Listener;

/** A process of its own that analyses a folder and prints a line a file. */
final class AnalyzeProcess {

  private AnalyzeProcess() {}

  /**
   * @param arguments home and folder
   */
  public static void main(String[] arguments) {
    Path home = Path.of(arguments[0]);
    try (Catalogue catalogue = Catalogue.open(home.resolve("catalogue"))) {
      new FolderLibrary(
              catalogue, new Ingest(home.resolve("cache")), new Listener(Listener.measuring()))
          .analyze(
              List.of(Path.of(arguments[1])),
              AnalyzeOptions.USUAL,
              new AnalyzeProgress() {
                @Override
                public void scanned(int files) {}

                @Override
                public void file(FileFacts facts, int filesDone) {
                  System.out.println(facts.json());
                }
              });
    }
  }
}
