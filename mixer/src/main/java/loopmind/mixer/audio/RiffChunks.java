package loopmind.mixer.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chunks of a RIFF, RF64 or BW64 file, where they lie and how long they say they are.
 *
 * <p>Sizes are only claims: each chunk keeps what it claims and what there is. RF64: EBU Tech 3306.
 */
final class RiffChunks {

  /** More chunks than any program writes; a file with more is not worth the time. */
  private static final int MOST = 1_000;

  private static final long UNKNOWN_32 = 0xFFFF_FFFFL;

  /**
   * @param id four characters
   * @param start of its content in the file
   * @param claimed bytes by its header
   * @param present bytes that the file has, {@code claimed} at most
   */
  record Chunk(String id, long start, long claimed, long present) {}

  private final FileChannel file;
  private final List<Chunk> chunks;

  private RiffChunks(FileChannel file, List<Chunk> chunks) {
    this.file = file;
    this.chunks = chunks;
  }

  static RiffChunks of(FileChannel file) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    RiffChunks riff = new RiffChunks(file, chunks);
    long size = file.size();
    long at = 12;
    while (at + 8 <= size && chunks.size() < MOST) {
      ByteBuffer header = riff.bytes(at, 8);
      String id = idOf(header);
      long claimed = header.getInt(4) & UNKNOWN_32;
      if (id.equals("data")) {
        claimed = riff.dataSize(claimed, size - at - 8);
      }
      chunks.add(new Chunk(id, at + 8, claimed, Math.min(claimed, size - at - 8)));
      if (claimed > size - at - 8) {
        break;
      }
      at = riff.next(at + 8 + claimed, claimed);
    }
    return riff;
  }

  /** The first chunk of that id. */
  Optional<Chunk> first(String id) {
    return chunks.stream().filter(chunk -> chunk.id().equals(id)).findFirst();
  }

  /** The content of a chunk, little endian, {@code most} bytes of it at most. */
  ByteBuffer content(Chunk chunk, int most) throws IOException {
    return bytes(chunk.start(), (int) Math.min(chunk.present(), most));
  }

  /** What a data chunk really claims: a size that a streaming program left open means the rest. */
  private long dataSize(long claimed, long rest) throws IOException {
    Optional<Chunk> large = first("ds64");
    if (large.isPresent() && large.get().present() >= 16 && claimed == UNKNOWN_32) {
      return content(large.get(), 16).getLong(8);
    }
    // programs that write to a pipe leave 0 or the largest size they know
    boolean open = claimed >= 0xFFFF_F000L || claimed >= 0x7FFF_F000L && claimed <= 0x8000_0000L;
    if (open && claimed > rest || claimed == 0 && !moreChunksFollow(rest)) {
      return rest;
    }
    return claimed;
  }

  private boolean moreChunksFollow(long rest) throws IOException {
    long at = file.size() - rest;
    return rest >= 8 && isId(bytes(at, 4));
  }

  /** Odd chunks are followed by a pad byte, which some programs forget. */
  private long next(long end, long claimed) throws IOException {
    boolean odd = (claimed & 1) == 1;
    if (odd && end + 5 <= file.size() && isId(bytes(end, 4)) && !isId(bytes(end + 1, 4))) {
      return end;
    }
    return odd ? end + 1 : end;
  }

  private static boolean isId(ByteBuffer four) {
    for (int i = 0; i < 4; i++) {
      int c = four.get(i);
      if (!(c == ' ' || c == '_' || Character.isLetterOrDigit(c) && c < 128)) {
        return false;
      }
    }
    return true;
  }

  private static String idOf(ByteBuffer header) {
    byte[] id = new byte[4];
    header.get(0, id);
    return new String(id, StandardCharsets.ISO_8859_1);
  }

  private ByteBuffer bytes(long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return bytes.flip();
  }
}
