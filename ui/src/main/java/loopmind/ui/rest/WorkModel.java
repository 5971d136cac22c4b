package loopmind.ui.rest;

import loopmind.ui.LibraryWork;

/**
 * How far the listening is.
 *
 * @param folder that is listened to; empty for none
 * @param done files that are known
 * @param files all files
 * @param unreadable files of which nothing can be heard
 * @param over whether it ended
 * @param sentence for a person
 */
public record WorkModel(
    String folder, int done, int files, int unreadable, boolean over, String sentence) {

  public static WorkModel of(LibraryWork.State state) {
    return new WorkModel(
        state.folder().toString(),
        state.done(),
        state.files(),
        state.unreadable(),
        state.over(),
        state.sentence());
  }
}
