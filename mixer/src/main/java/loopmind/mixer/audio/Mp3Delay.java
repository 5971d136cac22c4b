package loopmind.mixer.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much silence stands before the sound of an MP3 that has no header to say so. Some programs
 * (SoX among them) encode with LAME and leave its header out; LAME still writes its name into
 * unused bits, and its delay is always the same: LAME, <i>Technical FAQ</i>, "encoder delay" 576
 * and decoder delay 528 + 1.
 */
final class Mp3Delay {

  static final int LAME_FRAMES = 576 + 529;

  private static final int SEARCHED_BYTES = 1 << 16;

  private Mp3Delay() {}

  /**
   * Frames that nothing else will cut; 0 where the file has a header or another encoder made it.
   */
  static int frames(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(SEARCHED_BYTES);
    }
    int at = 0;
    while (at < head.length && MpegFrame.length(head, at) == 0) {
      at++;
    }
    String first = text(head, at, at + MpegFrame.length(head, at));
    boolean says = first.contains("Xing") || first.contains("Info") || first.contains("VBRI");
    return !says && text(head, at, head.length).contains("LAME3") ? LAME_FRAMES : 0;
  }

  private static String text(byte[] bytes, int from, int to) {
    int end = Math.min(to, bytes.length);
    return new String(bytes, from, Math.max(0, end - from), StandardCharsets.ISO_8859_1);
  }
}
