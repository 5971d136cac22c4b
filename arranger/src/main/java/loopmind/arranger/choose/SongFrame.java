package loopmind.arranger.choose;

import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;
import loopmind.arranger.units.Bpm;

/** What every loop of a song has to fit: its tempo, key, meter and style. */
public record SongFrame(Style style, Bpm tempo, MusicalKey key, Meter meter) {

  /**
   * The frame of a song that is there.
   *
   * @throws EditRefused where its style is not known
   */
  public static SongFrame of(Song song) {
    SongFacts facts = song.facts();
    Style style =
        Styles.known()
            .named(facts.style())
            .orElseThrow(
                () ->
                    new EditRefused(
                        "The song's style, %s, is not known. Say 'make it' with a style such as trap first.",
                        facts.style()));
    return new SongFrame(style, facts.tempo(), facts.key(), facts.meter());
  }
}
