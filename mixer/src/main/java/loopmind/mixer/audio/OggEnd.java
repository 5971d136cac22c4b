package loopmind.mixer.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Whether an Ogg file has its end. It promises no length, so that a half of one would otherwise
 * pass for a whole; but its last page is marked: RFC 3533, 6, "header_type_flag".
 */
final class OggEnd {

  /** The longest page there can be, and what tags programs put behind the last. */
  private static final int SEARCHED_BYTES = 1 << 17;

  private static final int HEADER_BYTES = 27, FLAGS = 5, LAST_PAGE = 4;

  private OggEnd() {}

  static boolean isThere(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      long from = Math.max(0, file.size() - SEARCHED_BYTES);
      ByteBuffer end = ByteBuffer.allocate((int) (file.size() - from));
      while (end.hasRemaining() && file.read(end, from + end.position()) > 0) {
        // until all is there
      }
      String text = new String(end.array(), 0, end.position(), StandardCharsets.ISO_8859_1);
      int page = text.lastIndexOf("OggS");
      return page >= 0
          && page + HEADER_BYTES <= text.length()
          && (text.charAt(page + FLAGS) & LAST_PAGE) != 0;
    }
  }
}
