package loopmind.library.ingest;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Counts the entries of a ZIP file before its directory is read into memory, by walking it rather
 * than by believing the count it gives: PKWARE, APPNOTE.TXT 4.3.12 to 4.3.16.
 */
final class ZipDirectory {

  private static final int ENTRY = 0x02014b50, END = 0x06054b50, LOCATOR_64 = 0x07064b50;
  private static final int END_BYTES = 22, LONGEST_COMMENT = 65_535;

  private ZipDirectory() {}

  /**
   * @return how many there are, {@code most} at most
   * @throws IOException where there is no directory
   */
  static int entries(Path file, int most) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.position(start(channel));
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
      int count = 0;
      byte[] rest = new byte[42];
      while (count < most && Integer.reverseBytes(in.readInt()) == ENTRY) {
        in.readFully(rest);
        ByteBuffer header = ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN);
        int name = header.getShort(24) & 0xFFFF;
        int extra = header.getShort(26) & 0xFFFF;
        int comment = header.getShort(28) & 0xFFFF;
        in.skipNBytes(name + extra + comment);
        count++;
      }
      return count;
    } catch (EOFException e) {
      throw new IOException("its directory breaks off", e);
    }
  }

  private static long start(FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer tail = read(channel, Math.max(0, size - END_BYTES - LONGEST_COMMENT), size);
    int at = tail.limit() - END_BYTES;
    while (at >= 0 && tail.getInt(at) != END) {
      at--;
    }
    if (at < 0) {
      throw new IOException("it has no directory, so its end is missing");
    }
    long end = size - tail.limit() + at;
    if (end >= 20) {
      ByteBuffer locator = read(channel, end - 20, end);
      if (locator.getInt(0) == LOCATOR_64) {
        long record = locator.getLong(8);
        return inside(read(channel, inside(record, size) + 48, record + 56).getLong(0), size);
      }
    }
    long length = tail.getInt(at + 12) & 0xFFFF_FFFFL;
    long offset = tail.getInt(at + 16) & 0xFFFF_FFFFL;
    // a program may stand before the archive and move everything
    return inside(offset + Math.max(0, end - offset - length), size);
  }

  private static long inside(long position, long size) throws IOException {
    if (position < 0 || position >= size) {
      throw new IOException("its directory lies outside the file");
    }
    return position;
  }

  private static ByteBuffer read(FileChannel channel, long from, long to) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("its directory breaks off");
      }
    }
    return bytes.flip();
  }
}
