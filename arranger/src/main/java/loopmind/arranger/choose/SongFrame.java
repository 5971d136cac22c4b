package loopmind.arranger.choose;

import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.song.Style;
import loopmind.arranger.units.Bpm;

/** What every loop of a song has to fit: its tempo, key, meter and style. */
public record SongFrame(Style style, Bpm tempo, MusicalKey key, Meter meter) {}
