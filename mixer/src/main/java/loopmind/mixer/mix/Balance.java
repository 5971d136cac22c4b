package loopmind.mixer.mix;

import java.util.List;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Lufs;

/**
 * How loud each layer plays: every loop is brought to the same loudness, then to the fader of its
 * role; layers of one role share its level, and sections of more energy are a little louder.
 */
final class Balance {

  private static final double QUIETEST_DB = -40;
  private static final double LOUDEST_DB = 18;
  private static final double ENERGY_MIDDLE = 0.6;
  private static final double ENERGY_DB = 5;
  private static final double CALMEST_DB = -3;
  private static final double FULLEST_DB = 1.5;

  /** A single hit is set by its peak: it is too short to have a loudness. */
  private static final double HIT_PEAK_DB = -24;

  /** Two speakers that play the same are 3 dB louder than the one channel that was measured. */
  private static final double MONO_DB = -3.01;

  private static final double SHARE_DB = 15;
  private static final double HAT_PAN = 0.3;

  private final Song song;

  Balance(Song song) {
    this.song = song;
  }

  /** Gain of a layer in its section, dB. */
  double gainDb(Section section, Layer layer) {
    Loop loop = song.loop(layer.loop());
    double fader = RoleSound.of(layer.role()).faderDb();
    double mono = loop.channels() == 1 ? MONO_DB : 0;
    double level =
        layer.isOneShot() || loop.loudness().compareTo(Lufs.SILENCE) <= 0
            ? HIT_PEAK_DB - loop.truePeak().value()
            : RoleSound.REFERENCE_LUFS - loop.loudness().value() + mono - shareDb(section, layer);
    double limited = Math.max(QUIETEST_DB, Math.min(LOUDEST_DB, level));
    return limited + fader + energyDb(section) + layer.gain().value();
  }

  /** Layers of a role that sound at once add up to its level; their hits often coincide. */
  private static double shareDb(Section section, Layer layer) {
    long together =
        section.layersOf(layer.role()).stream().filter(other -> !other.isOneShot()).count();
    return SHARE_DB * Math.log10(Math.max(1, together));
  }

  static double energyDb(Section section) {
    double db = (section.energy() - ENERGY_MIDDLE) * ENERGY_DB;
    double peak = section.kind().isPeak() ? Math.max(0.5, db) : db;
    return Math.max(CALMEST_DB, Math.min(FULLEST_DB, peak));
  }

  /** Place of a layer between the speakers, −1 to 1: further layers of a role move apart. */
  double pan(Section section, Layer layer) {
    RoleSound sound = RoleSound.of(layer.role());
    List<Layer> mates = section.layersOf(layer.role());
    int index = mates.indexOf(layer);
    if (layer.role() == Role.DRUMS && isHat(layer)) {
      return sound.spread() + HAT_PAN;
    }
    double step = index == 0 ? 0 : (index % 2 == 1 ? 1 : -1) * sound.spread();
    return Math.max(-1, Math.min(1, sound.pan() + step));
  }

  private boolean isHat(Layer layer) {
    String instrument = song.loop(layer.loop()).instrument();
    return instrument.contains("hat") || instrument.contains("cymbal");
  }
}
