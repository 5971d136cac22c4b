package loopmind.arranger.song;

import java.util.List;

/**
 * A song after an edit.
 *
 * @param song the song
 * @param notes sentences on what was not met as said, or was filled in
 */
public record Edited(Song song, List<String> notes) {

  public Edited {
    notes = List.copyOf(notes);
  }

  public static Edited of(Song song) {
    return new Edited(song, List.of());
  }
}
