package loopmind.arranger.loop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key: tonic and mode. Flats are read, sharps are written, as the tool contract says.
 *
 * @param tonic pitch class, 0 (C) to 11 (B)
 * @param mode major or minor
 */
public record MusicalKey(int tonic, Mode mode) {

  private static final List<String> NOTES =
      List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");
  private static final int[] NATURALS = {9, 11, 0, 2, 4, 5, 7}; // A to G
  private static final Pattern TEXT =
      Pattern.compile(
          "([A-Ga-g])\\s*(#|♯|b|♭|[- ]?sharp|[- ]?flat)?\\s*(m|min|minor|moll|maj|major|dur)?",
          Pattern.CASE_INSENSITIVE);

  public MusicalKey {
    if (tonic < 0 || tonic > 11) {
      throw new IllegalArgumentException(
          "A tonic is a pitch class from 0 (C) to 11 (B), but was %d.".formatted(tonic));
    }
  }

  /**
   * Reads {@code C minor}, {@code Bbm}, {@code f sharp min}, {@code A}; a bare note is major.
   *
   * @return empty where the text is no key
   */
  public static Optional<MusicalKey> parse(String text) {
    Matcher found = TEXT.matcher(text.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    int tonic = NATURALS[Character.toUpperCase(found.group(1).charAt(0)) - 'A'];
    String accidental = found.group(2) == null ? "" : found.group(2).toLowerCase(Locale.ROOT);
    if (accidental.equals("#") || accidental.equals("♯") || accidental.endsWith("sharp")) {
      tonic++;
    } else if (!accidental.isEmpty()) {
      tonic--;
    }
    String mode = found.group(3) == null ? "" : found.group(3);
    boolean minor =
        mode.equals("m")
            || mode.toLowerCase(Locale.ROOT).startsWith("min")
            || mode.equalsIgnoreCase("moll");
    return Optional.of(new MusicalKey(Math.floorMod(tonic, 12), minor ? Mode.MINOR : Mode.MAJOR));
  }

  /** The key that sounds when everything is moved by {@code semitones}. */
  public MusicalKey transposed(int semitones) {
    return new MusicalKey(Math.floorMod(tonic + semitones, 12), mode);
  }

  /** The key with the same notes: A minor for C major. */
  public MusicalKey relative() {
    return mode == Mode.MAJOR
        ? new MusicalKey(Math.floorMod(tonic - 3, 12), Mode.MINOR)
        : new MusicalKey((tonic + 3) % 12, Mode.MAJOR);
  }

  /** The tonic of the major key with the same notes. */
  private int majorTonic() {
    return mode == Mode.MAJOR ? tonic : (tonic + 3) % 12;
  }

  /** Hour on the Camelot wheel, 1 to 12: neighbours are a fifth apart. */
  public int camelotHour() {
    // C major is 8B and each fifth up is one hour on
    return Math.floorMod(majorTonic() * 7 + 7, 12) + 1;
  }

  /** Camelot code, such as 8B for C major and 8A for A minor. */
  public String camelot() {
    return camelotHour() + (mode == Mode.MAJOR ? "B" : "A");
  }

  /** Whether a DJ would mix both: same code, one hour apart, or same hour in the other mode. */
  public boolean mixesWith(MusicalKey other) {
    int apart = Math.floorMod(camelotHour() - other.camelotHour(), 12);
    return mode == other.mode ? apart == 0 || apart == 1 || apart == 11 : apart == 0;
  }

  /**
   * The smallest shift after which this key has the same notes as {@code target}: its own or its
   * relative key.
   *
   * @return semitones, -5 to 6
   */
  public int shiftTo(MusicalKey target) {
    int up = Math.floorMod(target.majorTonic() - majorTonic(), 12);
    return up > 6 ? up - 12 : up;
  }

  public String tonicName() {
    return NOTES.get(tonic);
  }

  /** {@code F# minor}. */
  public String text() {
    return tonicName() + " " + mode.word();
  }

  @Override
  public String toString() {
    return text();
  }
}
