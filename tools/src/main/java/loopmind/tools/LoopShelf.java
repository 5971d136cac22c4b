package loopmind.tools;

import java.util.List;
import loopmind.arranger.loop.Loop;

/** The loops that tools may use; the library stands behind it. */
public interface LoopShelf {

  /** Every loop and one-shot at hand, ordered by id. */
  List<Loop> loops();

  /**
   * The loops of one folder.
   *
   * @param folder a path, or the name of a folder within the library
   * @throws loopmind.arranger.song.EditRefused where there is no such folder, or no sound in it
   */
  List<Loop> loopsIn(String folder);

  /**
   * Loops that answer a query, the best first.
   *
   * @param query words, like and filters
   */
  List<Found> search(Query query);

  /**
   * What is looked for.
   *
   * @param words how it should sound; may be blank
   * @param like name of a loop it should sound like; may be blank
   * @param role word of a role; may be blank
   * @param bpm near this tempo, or half or double of it; 0 for any
   * @param key in or near this key; may be blank
   * @param limit how many at most, 1 or more
   */
  record Query(String words, String like, String role, double bpm, String key, int limit) {}

  /**
   * A loop that answers.
   *
   * @param loop the loop
   * @param score 0 to 1
   * @param reasons in words
   */
  record Found(Loop loop, double score, List<String> reasons) {

    public Found {
      reasons = List.copyOf(reasons);
    }
  }
}
