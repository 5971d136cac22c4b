package loopmind.library.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import loopmind.library.catalogue.Catalogue;
import loopmind.library.ingest.FolderScan;
import loopmind.library.ingest.Ingest;
import loopmind.library.ingest.ScannedFile;
import loopmind.library.listen.FileFacts;
import loopmind.library.listen.Listener;

/**
 * Folders of sound, listened to once: scans them, listens to what the catalogue does not know, and
 * gives the loops in them.
 */
public final class FolderLibrary {

  /** How far threads may run ahead of the file that is reported next, for each thread. */
  private static final int AHEAD = 4;

  private final Catalogue catalogue;
  private final Ingest ingest;
  private final Listener listener;

  public FolderLibrary(Catalogue catalogue, Ingest ingest, Listener listener) {
    this.catalogue = catalogue;
    this.ingest = ingest;
    this.listener = listener;
  }

  /**
   * Brings the catalogue up to date with files and folders: what is new or changed, or was heard by
   * lesser analysers, is listened to; what is gone is forgotten. Facts do not depend on the number
   * of threads.
   *
   * @param roots files and folders
   * @return whether it went to the end; otherwise it was cancelled
   * @throws loopmind.library.ingest.FolderUnreadable where one of {@code roots} is not there
   * @throws loopmind.library.catalogue.CatalogueUnusable where nothing can be stored
   */
  public boolean analyze(List<Path> roots, AnalyzeOptions options, AnalyzeProgress progress) {
    List<Path> places = absolute(roots);
    List<ScannedFile> files = scan(places);
    progress.scanned(files.size());
    FileWork work =
        new FileWork(
            catalogue,
            ingest,
            listener,
            new PlaceClues(places, options.ignoreNames()),
            options.force());
    return listen(files, work, options.threads(), progress);
  }

  /** The loops that are known at or below the folders. */
  public FolderLoops loops(List<Path> roots, boolean ignoreNames) {
    return FolderLoops.of(catalogue, ingest, listener, absolute(roots), ignoreNames);
  }

  private static List<Path> absolute(List<Path> roots) {
    return roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  private List<ScannedFile> scan(List<Path> roots) {
    Map<Path, ScannedFile> files = new LinkedHashMap<>();
    for (Path root : roots) {
      List<ScannedFile> below = FolderScan.scan(root);
      Set<Path> present = new HashSet<>();
      for (ScannedFile file : below) {
        present.add(file.path());
        files.putIfAbsent(file.path(), file);
      }
      if (Files.isDirectory(root)) {
        catalogue.forget(root, path -> !present.contains(path));
      }
    }
    return new ArrayList<>(files.values());
  }

  private static boolean listen(
      List<ScannedFile> files, FileWork work, int threads, AnalyzeProgress progress) {
    Queue<Future<List<FileFacts>>> running = new ArrayDeque<>();
    int done = 0;
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("listening-", 1).daemon().factory())) {
      for (ScannedFile file : files) {
        if (progress.cancelled()) {
          break;
        }
        running.add(pool.submit(() -> work.run(file)));
        if (running.size() >= threads * AHEAD) {
          done = report(running.remove(), done, progress);
        }
      }
      while (!running.isEmpty()) {
        done = report(running.remove(), done, progress);
      }
    }
    return done == files.size();
  }

  private static int report(Future<List<FileFacts>> heard, int done, AnalyzeProgress progress) {
    try {
      List<FileFacts> parts = heard.get();
      for (int i = 0; i < parts.size(); i++) {
        progress.file(parts.get(i), i == parts.size() - 1 ? done + 1 : done);
      }
      return done + 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Listening was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException sentence) {
        throw sentence;
      }
      throw new IllegalStateException("Listening broke off.", e);
    }
  }
}
