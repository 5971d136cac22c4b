package loopmind.mixer.audio;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What sort of file it is by its first bytes; the ending of a name is not believed.
 *
 * <p>Only these are handed to FFmpeg, each to the one demuxer named here: a playlist or a script
 * that FFmpeg would follow elsewhere never reaches it.
 */
enum Container {
  WAV("WAV", "wav"),
  WAVE64("Wave64", "w64"),
  AIFF("AIFF", "aiff"),
  FLAC("FLAC", "flac"),
  MP3("MP3", "mp3"),
  ADTS("AAC", "aac"),
  OGG("OGG", "ogg"),
  MP4("M4A", "mov"),
  CAF("CAF", "caf"),
  AU("AU", "au"),
  WMA("WMA", "asf"),
  WAVPACK("WavPack", "wv"),
  APE("Monkey's Audio", "ape");

  /** How many bytes {@link #of} wants to see. */
  static final int HEAD_BYTES = 4096;

  private static final int[] WAVE64_ID = {'r', 'i', 'f', 'f', 0x2E, 0x91, 0xCF, 0x11};
  private static final int[] WMA_ID = {0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11};

  private final String spoken;
  private final String demuxer;

  Container(String spoken, String demuxer) {
    this.spoken = spoken;
    this.demuxer = demuxer;
  }

  /** As people write it. */
  String spoken() {
    return spoken;
  }

  /** Its name in FFmpeg. */
  String demuxer() {
    return demuxer;
  }

  /**
   * @param head the first bytes of the file, {@value #HEAD_BYTES} where it has so many
   * @param name for the sentence of the refusal
   * @throws AudioUnreadable where the file holds no sound that LoopMind knows, saying what it holds
   */
  static Container of(byte[] head, String name) {
    if (head.length == 0) {
      throw new AudioUnreadable("%s is empty: it has 0 bytes.".formatted(name));
    }
    Container named = named(head);
    if (named != null) {
      return named;
    }
    throw new AudioUnreadable("%s is %s, not sound.".formatted(name, otherwise(head)));
  }

  private static @org.jspecify.annotations.Nullable Container named(byte[] head) {
    if (isWave(head)) {
      return WAV;
    }
    if (starts(head, 0, WAVE64_ID)) {
      return WAVE64;
    }
    if (has(head, 0, "FORM") && (has(head, 8, "AIFF") || has(head, 8, "AIFC"))) {
      return AIFF;
    }
    if (has(head, 0, "fLaC")) {
      return FLAC;
    }
    if (has(head, 0, "OggS")) {
      return OGG;
    }
    if (has(head, 4, "ftyp")) {
      return MP4;
    }
    if (has(head, 0, "caff")) {
      return CAF;
    }
    if (has(head, 0, ".snd")) {
      return AU;
    }
    if (starts(head, 0, WMA_ID)) {
      return WMA;
    }
    if (has(head, 0, "wvpk")) {
      return WAVPACK;
    }
    if (has(head, 0, "MAC ")) {
      return APE;
    }
    return mpeg(head);
  }

  private static boolean isWave(byte[] head) {
    // a file cut within its first twelve bytes is still better called a broken WAV than anything
    boolean riff = has(head, 0, "RIFF") || has(head, 0, "RF64") || has(head, 0, "BW64");
    return (riff || has(head, 0, "RIFX")) && (head.length < 12 || has(head, 8, "WAVE"));
  }

  private static @org.jspecify.annotations.Nullable Container mpeg(byte[] head) {
    if (has(head, 0, "ID3")) {
      return MP3;
    }
    if (head.length > 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xF6) == 0xF0) {
      return ADTS;
    }
    for (int i = 0; i + 4 <= head.length; i++) {
      int length = MpegFrame.length(head, i);
      // one header may be chance; where the next frame is in sight, it has to be one too
      boolean follows = i + length + 4 > head.length || MpegFrame.length(head, i + length) > 0;
      if (length > 0 && follows && (i == 0 || i + length + 4 <= head.length)) {
        return MP3;
      }
    }
    return null;
  }

  private static String otherwise(byte[] head) {
    if (starts(head, 0, new int[] {0xFF, 0xD8, 0xFF})
        || has(head, 1, "PNG")
        || has(head, 0, "GIF8")) {
      return "a picture";
    }
    if (has(head, 0, "PK\3\4") || has(head, 0, "7z\u00BC\u00AF") || has(head, 0, "Rar!")) {
      return "an archive";
    }
    if (has(head, 0, "MThd")) {
      return "notes (MIDI)";
    }
    if (has(head, 0, "%PDF")) {
      return "a document";
    }
    return isText(head) ? "text" : "data of an unknown kind";
  }

  private static boolean isText(byte[] head) {
    // the last bytes may be half a character
    byte[] part = Arrays.copyOf(head, head.length == HEAD_BYTES ? HEAD_BYTES - 4 : head.length);
    int end = part.length;
    while (end > 0 && end > part.length - 4 && part.length == HEAD_BYTES - 4 && part[end - 1] < 0) {
      end--;
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(part, 0, end))
              .toString();
      return text.chars().noneMatch(c -> c < ' ' && !Character.isWhitespace(c));
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean has(byte[] head, int at, String ascii) {
    return starts(head, at, ascii.chars().toArray());
  }

  private static boolean starts(byte[] head, int at, int[] expected) {
    if (head.length < at + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((head[at + i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
