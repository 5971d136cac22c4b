package loopmind.arranger.song;

import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.units.Bpm;

/**
 * What holds for a whole song.
 *
 * @param title as shown; not blank
 * @param style name of a {@link Style}
 * @param tempo of the song, {@value #SLOWEST_BPM} to {@value #FASTEST_BPM} BPM
 * @param meter of every bar
 * @param key that its tonal layers agree with
 * @param seed from which all its chance was drawn
 * @param mix how it is mixed and mastered
 */
public record SongFacts(
    String title,
    String style,
    Bpm tempo,
    Meter meter,
    MusicalKey key,
    long seed,
    MixSettings mix) {

  public static final int SLOWEST_BPM = 40, FASTEST_BPM = 240;

  public SongFacts {
    if (title.isBlank()) {
      throw new IllegalArgumentException("A song needs a title, but was blank.");
    }
    if (tempo.value() < SLOWEST_BPM || tempo.value() > FASTEST_BPM) {
      throw new EditRefused(
          "The song would run at %s BPM. Choose %d to %d BPM.",
          plain(tempo.value()), SLOWEST_BPM, FASTEST_BPM);
    }
  }

  public SongFacts with(MixSettings other) {
    return new SongFacts(title, style, tempo, meter, key, seed, other);
  }

  public SongFacts with(Bpm other) {
    return new SongFacts(title, style, other, meter, key, seed, mix);
  }

  public SongFacts with(MusicalKey other) {
    return new SongFacts(title, style, tempo, meter, other, seed, mix);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
