package loopmind.mixer.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.units.Bpm;

/** Collects tags as they are met; the first that makes sense stays. */
final class TagNotes {

  private Optional<Bpm> bpm = Optional.empty();
  private Optional<MusicalKey> key = Optional.empty();
  private Optional<Integer> root = Optional.empty();
  private Optional<Double> beats = Optional.empty();
  private Optional<Meter> meter = Optional.empty();
  private Optional<Boolean> oneShot = Optional.empty();
  private final List<AudioTags.LoopPoints> loops = new ArrayList<>();
  private Optional<String> title = Optional.empty();
  private Optional<String> genre = Optional.empty();

  /** A tag of any of the systems by its name there. */
  void text(String tag, String value) {
    String text = value.strip();
    if (text.isEmpty()) {
      return;
    }
    switch (tag.toUpperCase(Locale.ROOT)) {
      case "TBPM", "TBP", "BPM", "TEMPO", "TMPO" -> bpm = bpm.or(() -> bpmOf(text));
      case "TKEY", "TKE", "KEY", "INITIALKEY", "INITIAL_KEY", "INITIAL KEY" ->
          key = key.or(() -> keyOf(text));
      case "TIT2", "TT2", "TITLE", "INAM" -> title = title.or(() -> Optional.of(text));
      case "TCON", "TCO", "GENRE", "IGNR" -> genre = genre.or(() -> Optional.of(text));
      default -> {
        // says nothing about music
      }
    }
  }

  void tempo(double value) {
    if (value >= Bpm.SLOWEST && value <= Bpm.FASTEST) {
      bpm = bpm.or(() -> Optional.of(new Bpm(value)));
    }
  }

  void root(int note) {
    if (note >= 0 && note <= 127) {
      root = root.or(() -> Optional.of(note));
    }
  }

  void beats(double count) {
    if (count > 0) {
      beats = beats.or(() -> Optional.of(count));
    }
  }

  void meter(int count, int unit) {
    if (count >= 1 && count <= 16 && (unit == 2 || unit == 4 || unit == 8 || unit == 16)) {
      meter = meter.or(() -> Optional.of(new Meter(count, unit)));
    }
  }

  void oneShot(boolean once) {
    oneShot = oneShot.or(() -> Optional.of(once));
  }

  void loop(long start, long end) {
    if (start >= 0 && end > start) {
      loops.add(new AudioTags.LoopPoints(start, end));
    }
  }

  AudioTags tags() {
    return new AudioTags(bpm, key, root, beats, meter, oneShot, loops, title, genre);
  }

  private static Optional<Bpm> bpmOf(String text) {
    try {
      double value = Double.parseDouble(text.replace(',', '.'));
      return value >= Bpm.SLOWEST && value <= Bpm.FASTEST
          ? Optional.of(new Bpm(value))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<MusicalKey> keyOf(String text) {
    for (int tonic = 0; tonic < 12; tonic++) {
      for (Mode mode : Mode.values()) {
        MusicalKey key = new MusicalKey(tonic, mode);
        if (key.camelot().equalsIgnoreCase(text)) {
          return Optional.of(key);
        }
      }
    }
    return MusicalKey.parse(text);
  }
}
