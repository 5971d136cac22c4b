package loopmind.arranger.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MusicalKeyTest {

  @ParameterizedTest
  @CsvSource({
    "C minor, C minor",
    "Cm, C minor",
    "c min, C minor",
    "CM, C major",
    "Bbm, A# minor",
    "b flat major, A# major",
    "F#, F# major",
    "f sharp minor, F# minor",
    "Ebmaj, D# major",
    "a moll, A minor",
    "Cb, B major",
    "E♭ minor, D# minor"
  })
  void readsFlatsAndWritesSharps(String said, String meant) {
    assertThat(MusicalKey.parse(said)).map(MusicalKey::text).hasValue(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "H minor", "C mixolydian", "dark", "12"})
  void whatIsNoKeyIsEmpty(String said) {
    assertThat(MusicalKey.parse(said)).isEmpty();
  }

  @Test
  void camelotCodesAreThoseOfThePublishedWheel() {
    String wheel =
        "G# minor=1A B major=1B D# minor=2A F# major=2B A# minor=3A C# major=3B F minor=4A G# major=4B "
            + "C minor=5A D# major=5B G minor=6A A# major=6B D minor=7A F major=7B A minor=8A C major=8B "
            + "E minor=9A G major=9B B minor=10A D major=10B F# minor=11A A major=11B C# minor=12A E major=12B";
    List<String> ours = new ArrayList<>();
    for (String entry : wheel.split(" (?=[A-G])")) {
      String[] parts = entry.strip().split("=");
      ours.add(parts[0] + "=" + MusicalKey.parse(parts[0]).orElseThrow().camelot());
    }
    assertThat(String.join(" ", ours)).isEqualTo(wheel);
  }

  @Test
  void theSmallestShiftAlwaysLeadsToTheSameNotes() {
    for (MusicalKey from : all()) {
      for (MusicalKey to : all()) {
        int shift = from.shiftTo(to);
        MusicalKey moved = from.transposed(shift);
        assertThat(shift).isBetween(-5, 6);
        assertThat(moved.equals(to) || moved.relative().equals(to)).isTrue();
      }
    }
  }

  @Test
  void aKeyMixesWithFourKeysAsOnTheWheel() {
    for (MusicalKey key : all()) {
      assertThat(all().stream().filter(key::mixesWith)).hasSize(4).contains(key, key.relative());
    }
  }

  private static List<MusicalKey> all() {
    List<MusicalKey> keys = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      for (int tonic = 0; tonic < 12; tonic++) {
        keys.add(new MusicalKey(tonic, mode));
      }
    }
    return keys;
  }
}
