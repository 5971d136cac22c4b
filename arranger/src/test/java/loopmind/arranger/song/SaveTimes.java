package loopmind.arranger.song;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.units.Decibels;

/** How long saving takes as a history grows: one small edit of a {@link LongSong} after another. */
final class SaveTimes {

  private final SongFile file;
  private final Path journal;
  private final double[] millis;
  private History history = History.of("made", LongSong.made());

  SaveTimes(Path folder, int edits) {
    file = new SongFile(folder.resolve("saved.loopmind.json"));
    journal = folder.resolve("saved.loopmind.json.journal");
    millis = new double[edits];
  }

  /** {@code java … SaveTimes FOLDER}: prints times and sizes up to 10,000 edits. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    SaveTimes times = new SaveTimes(folder, 10_000);
    times.run();
    for (int edit : new int[] {1, 100, 1_000, 10_000}) {
      System.out.printf(
          "save_edit_%d %.2f ms, median of the %d around it %.2f ms%n",
          edit, times.millis[edit - 1], times.around(edit).length, median(times.around(edit)));
    }
    System.out.printf("save_slowest %.2f ms%n", Arrays.stream(times.millis).max().orElseThrow());
    System.out.printf("journal %d bytes%n", times.journalBytes());
    long start = System.nanoTime();
    History back = new SongFile(times.file.path()).load().history();
    System.out.printf("open_with_journal %.0f ms%n", (System.nanoTime() - start) / 1e6);
    start = System.nanoTime();
    times.file.fold();
    System.out.printf("fold %.0f ms%n", (System.nanoTime() - start) / 1e6);
    System.out.printf("file %d bytes%n", Files.size(times.file.path()));
    start = System.nanoTime();
    boolean same = new SongFile(times.file.path()).load().history().equals(back);
    System.out.printf("open_folded %.0f ms, same %s%n", (System.nanoTime() - start) / 1e6, same);
    System.gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf("heap_with_two_histories %d MB%n", used / 1_000_000);
    if (!same || !back.equals(times.history)) {
      throw new IllegalStateException("The history did not come back as it was.");
    }
  }

  /** Saves after every edit. */
  void run() {
    file.save(new SongFile.Content(history, Optional.empty()));
    for (int edit = 0; edit < millis.length; edit++) {
      history = history.with("edit " + edit, edited(edit));
      long start = System.nanoTime();
      file.save(new SongFile.Content(history, Optional.empty()));
      millis[edit] = (System.nanoTime() - start) / 1e6;
    }
  }

  /** One layer of one section gets a gain that no other has. */
  private Song edited(int edit) {
    Song song = history.song();
    Section section = song.sections().get(edit % song.sections().size());
    return song.withSection(
        section.id(),
        one ->
            one.withLayers(
                one.layers().stream()
                    .map(
                        layer ->
                            layer.id().text().endsWith(String.valueOf(edit % 10))
                                ? layer.withGain(new Decibels(-edit / 1_000.0))
                                : layer)
                    .toList()),
        Map.of());
  }

  long journalBytes() throws IOException {
    return Files.size(journal);
  }

  /** Of the saves up to 25 before and after one. */
  private double[] around(int edit) {
    return Arrays.copyOfRange(millis, Math.max(0, edit - 26), Math.min(millis.length, edit + 25));
  }

  /** The median of the last saves. */
  double medianOfLast(int count) {
    return median(Arrays.copyOfRange(millis, millis.length - count, millis.length));
  }

  private static double median(double[] some) {
    double[] sorted = some.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
