package loopmind.mixer.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The text of an ID3 tag of version 2.2, 2.3 or 2.4: id3.org, "ID3 tag version 2.3.0", 3 and 4.2.
 */
final class Id3 {

  /** Text stands before pictures, or it is not worth the reading. */
  private static final int MOST_BYTES = 1 << 20;

  private static final Charset[] ENCODINGS = {
    StandardCharsets.ISO_8859_1,
    StandardCharsets.UTF_16,
    StandardCharsets.UTF_16BE,
    StandardCharsets.UTF_8
  };

  private Id3() {}

  /** Notes the tags that begin at {@code at}, where some do. */
  static void read(Path path, long at, TagNotes notes) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer header = bytes(file, at, 10);
      if (header.limit() < 10 || header.get(0) != 'I' || header.get(1) != 'D') {
        return;
      }
      int version = header.get(3);
      int size = sevenBits(header, 6);
      if (version < 2 || version > 4 || size <= 0) {
        return;
      }
      frames(bytes(file, at + 10, Math.min(size, MOST_BYTES)), version, notes);
    }
  }

  private static void frames(ByteBuffer tag, int version, TagNotes notes) {
    int idBytes = version == 2 ? 3 : 4;
    int headBytes = version == 2 ? 6 : 10;
    int at = 0;
    while (at + headBytes <= tag.limit() && tag.get(at) != 0) {
      byte[] id = new byte[idBytes];
      tag.get(at, id);
      int size = sizeOf(tag, at, version);
      if (size <= 0 || size > tag.limit() - at - headBytes) {
        return;
      }
      if (id[0] == 'T') {
        byte[] content = new byte[size];
        tag.get(at + headBytes, content);
        note(new String(id, StandardCharsets.ISO_8859_1), content, notes);
      }
      at += headBytes + size;
    }
  }

  private static int sizeOf(ByteBuffer tag, int at, int version) {
    return switch (version) {
      case 2 -> (tag.get(at + 3) & 0xFF) << 16 | tag.getShort(at + 4) & 0xFFFF;
      case 3 -> tag.getInt(at + 4);
      default -> sevenBits(tag, at + 4);
    };
  }

  private static void note(String id, byte[] content, TagNotes notes) {
    int encoding = content[0];
    if (encoding < 0 || encoding >= ENCODINGS.length) {
      return;
    }
    String text = new String(content, 1, content.length - 1, ENCODINGS[encoding]);
    String[] parts = text.split("\0", -1);
    if (id.equals("TXXX") || id.equals("TXX")) {
      // a name of its own, then its value
      if (parts.length > 1) {
        notes.text(parts[0], parts[1].replace("\uFEFF", ""));
      }
    } else {
      notes.text(id, parts[0]);
    }
  }

  /** Four bytes of seven bits each, so that a size never looks like the start of MPEG sound. */
  private static int sevenBits(ByteBuffer bytes, int at) {
    return (bytes.get(at) & 0x7F) << 21
        | (bytes.get(at + 1) & 0x7F) << 14
        | (bytes.get(at + 2) & 0x7F) << 7
        | bytes.get(at + 3) & 0x7F;
  }

  private static ByteBuffer bytes(FileChannel file, long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(count, file.size() - at)));
    while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) > 0) {
      // until all is there
    }
    return bytes.flip();
  }
}
