package loopmind.library.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.library.listen.Listening;
import loopmind.library.listen.Listening.Analysis;
import loopmind.library.listen.Listening.Region;
import loopmind.mixer.audio.AudioTags;

/** Files and sounds that were never on a disk. */
final class SoundsForTests {

  private SoundsForTests() {}

  static String hash(int number) {
    return "%064x".formatted(number);
  }

  static FileRow row(Path path, int number) {
    return new FileRow(
        path, Optional.empty(), 100 + number, 1_000, Optional.of(hash(number)), Optional.empty());
  }

  static KnownSound sound(int number) {
    Analysis tempo =
        new Analysis(
            3,
            Optional.of(JsonNodeFactory.instance.objectNode().put("bpm", 90 + number + 0.1)),
            Optional.empty());
    Analysis key = new Analysis(1, Optional.empty(), Optional.of("It was too quiet."));
    Region first = new Region(Seconds.ZERO, new Seconds(1.1), Map.of("tempo", tempo, "key", key));
    Region second = new Region(new Seconds(2.3), new Seconds(3), Map.of("tempo", tempo));
    AudioTags says =
        new AudioTags(
            Optional.of(new Bpm(122)),
            MusicalKey.parse("F# minor"),
            Optional.of(57),
            Optional.of(8.0),
            Optional.of(new Meter(3, 4)),
            Optional.of(false),
            List.of(),
            Optional.of("Riff"),
            Optional.empty());
    return new KnownSound(
        new Listening(new Seconds(3.3), new SampleRate(44_100), 2, List.of(first, second)), says);
  }
}
