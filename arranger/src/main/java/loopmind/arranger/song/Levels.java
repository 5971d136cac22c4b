package loopmind.arranger.song;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import loopmind.arranger.units.Decibels;

/** How loud layers are beside the mix, and whether they are heard at all. */
public final class Levels {

  /** The change that can be asked for at once, in dB. */
  public static final int MOST_DOWN_DB = -24, MOST_UP_DB = 12;

  private Levels() {}

  /**
   * Layers louder or softer.
   *
   * @param db the change, {@value #MOST_DOWN_DB} to {@value #MOST_UP_DB} dB, not 0
   * @throws EditRefused where the change or the gain after it is out of bounds
   */
  public static Song changed(Song song, List<LayerPlace> layers, double db) {
    if (!(db >= MOST_DOWN_DB && db <= MOST_UP_DB) || db == 0) {
      throw new EditRefused(
          "The level would change by %s dB. Choose a change from %d to %d dB, and not 0.",
          plain(db), MOST_DOWN_DB, MOST_UP_DB);
    }
    for (LayerPlace one : layers) {
      double gain = one.layer().gain().value() + db;
      if (gain < Layer.QUIETEST_DB || gain > Layer.LOUDEST_DB) {
        throw new EditRefused(
            "The %s in %s would be at %s dB; a layer goes from %d to %d dB. Change it by %s at most.",
            one.layer().role().word(),
            SectionNames.withBar(song, one.section()),
            plain(gain),
            Layer.QUIETEST_DB,
            Layer.LOUDEST_DB,
            plain((db > 0 ? Layer.LOUDEST_DB : Layer.QUIETEST_DB) - one.layer().gain().value())
                + " dB");
      }
    }
    return song.withLayers(
        layers, layer -> layer.withGain(new Decibels(rounded(layer.gain().value() + db))));
  }

  /**
   * Layers silent, or heard again.
   *
   * @throws EditRefused where all of them are so already
   */
  public static Song muted(Song song, List<LayerPlace> layers, boolean mute) {
    Collection<LayerPlace> changing =
        layers.stream().filter(one -> one.layer().muted() != mute).toList();
    if (changing.isEmpty()) {
      LayerPlace one = layers.getFirst();
      throw new EditRefused(
          mute
              ? "The %s in %s is muted already. Say 'unmute it' to hear it again."
              : "The %s in %s is not muted, so it is heard already. Say by how much it should be louder, if that is what you mean.",
          one.layer().role().word(),
          SectionNames.phrase(song, layers.stream().map(LayerPlace::section).distinct().toList()));
    }
    return song.withLayers(changing, layer -> layer.withMuted(mute));
  }

  private static double rounded(double db) {
    return Math.rint(db * 100) / 100;
  }

  private static String plain(double value) {
    double rounded = rounded(value);
    return rounded == Math.rint(rounded)
        ? String.format(Locale.ROOT, "%.0f", rounded)
        : Double.toString(rounded);
  }
}
