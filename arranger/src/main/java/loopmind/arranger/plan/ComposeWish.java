package loopmind.arranger.plan;

import java.util.List;
import java.util.Optional;
import loopmind.arranger.choose.Wish;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.Seconds;

/**
 * What somebody said of the song they want; what is open is filled from the style and the library.
 *
 * @param style as said; blank where nothing was said
 * @param moods words for the feeling
 * @param tempo asked for
 * @param key asked for
 * @param bars length asked for; zero leaves it to {@code seconds} or the planner
 * @param seconds length asked for; zero leaves it to the planner
 * @param sections asked for, in order
 * @param include layers asked for
 * @param exclude roles or words that are not wanted
 * @param anchor the loop everything is built around
 * @param useOnly words or loop names; no other loop is used. Empty allows all
 * @param mode of the mix, where said
 * @param loudness of the master, where said
 * @param seed from which all chance is drawn
 */
public record ComposeWish(
    String style,
    List<String> moods,
    Optional<Bpm> tempo,
    Optional<MusicalKey> key,
    Bars bars,
    Seconds seconds,
    List<AskedSection> sections,
    List<Wish> include,
    List<String> exclude,
    Optional<LoopId> anchor,
    List<String> useOnly,
    Optional<MixMode> mode,
    Optional<Lufs> loudness,
    long seed) {

  public ComposeWish {
    moods = List.copyOf(moods);
    sections = List.copyOf(sections);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    useOnly = List.copyOf(useOnly);
  }
}
