package loopmind.library.search;

import loopmind.library.listen.FileFacts;

/**
 * Hears how an analysis goes on; called from the thread that asked for it, in the order of paths.
 */
public interface AnalyzeProgress {

  /**
   * The folders were scanned.
   *
   * @param files how many lie in them, archives counted as one
   */
  void scanned(int files);

  /**
   * A file, or one inside an archive, is in the catalogue, or has its sentence.
   *
   * @param filesDone how many of those that were scanned, this one counted when it is its last part
   */
  void file(FileFacts facts, int filesDone);

  /** Asked between files: whether to stop. What was reported is kept. */
  default boolean cancelled() {
    return false;
  }
}
