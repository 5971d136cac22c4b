package loopmind.mixer.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a song can be written as. The words are those of the tool contract, and {@code zip}. */
public enum ExportFormat {
  /** 24 bits at 48 kHz. */
  WAV("wav", true),
  /** 24 bits at 48 kHz. */
  FLAC("flac", true),
  /** 320 kbit/s by LAME, with the header that lets players leave out what it adds at both ends. */
  MP3("mp3", true),
  /** Opus at 48 kHz and 192 kbit/s in Ogg. */
  OGG("ogg", true),
  /** Tempo, meter, key, sections, and when which role sounds. */
  MIDI("mid", false),
  /** A project that other audio workstations open. */
  DAWPROJECT("dawproject", false),
  /** The song file with its loops. */
  ZIP("zip", false);

  private final String ending;
  private final boolean sound;

  ExportFormat(String ending, boolean sound) {
    this.ending = ending;
    this.sound = sound;
  }

  /** The word people and tools use: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of the name of a file, without a dot. */
  public String ending() {
    return ending;
  }

  /** Whether it is sound, of which stems can be written too. */
  public boolean isSound() {
    return sound;
  }

  /** The format of that {@link #word}; empty for any other word. */
  public static Optional<ExportFormat> named(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.word().equals(wanted)).findFirst();
  }

  /** All words, with commas. */
  public static String words() {
    return Arrays.stream(values()).map(ExportFormat::word).collect(Collectors.joining(", "));
  }
}
