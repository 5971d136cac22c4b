package loopmind.library.search;

/**
 * How folders are analysed.
 *
 * @param ignoreNames whether names, folders and tags in files say nothing
 * @param force whether what is known already is heard anew
 * @param threads how many files are listened to at a time, 1 or more
 */
public record AnalyzeOptions(boolean ignoreNames, boolean force, int threads) {

  public static final AnalyzeOptions USUAL = new AnalyzeOptions(false, false, 2);

  public AnalyzeOptions {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "Listening needs at least 1 thread, but was given %d.".formatted(threads));
    }
  }
}
