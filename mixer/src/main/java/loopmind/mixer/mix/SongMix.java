package loopmind.mixer.mix;

import java.util.Map;
import java.util.SortedMap;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;

/** The mix of one song: planned from its facts, then fed with its sound chunk after chunk. */
public final class SongMix {

  private static final Lufs REFERENCE = new Lufs(-32);
  private static final Map<Role, Double> FADERS_DB =
      Map.of(
          Role.DRUMS,
          11.0,
          Role.PERCUSSION,
          6.0,
          Role.BASS,
          10.0,
          Role.CHORDS,
          7.0,
          Role.MELODY,
          8.5,
          Role.PAD,
          4.5,
          Role.VOCAL,
          9.0,
          Role.FX,
          3.0);

  private final Song song;

  public SongMix(Song song, SampleRate rate) {
    this.song = song;
  }

  /** Linear gains of one layer. */
  public record LayerLevel(double left, double right) {}

  /** The gains that bring one layer to the level of its role in its section. */
  public LayerLevel levelOf(Section section, Layer layer) {
    Loop loop = song.loop(layer.loop());
    double db =
        Math.clamp(loop.loudness().gainTo(REFERENCE).value(), -40, 12)
            + FADERS_DB.getOrDefault(layer.role(), 6.0)
            + layer.gain().value();
    double gain = new Decibels(db).ratio();
    return new LayerLevel(gain, gain);
  }

  /** Turns dry stems into the stems of the mix, in place. */
  public void process(SortedMap<Role, float[][]> stems, int frames) {}
}
