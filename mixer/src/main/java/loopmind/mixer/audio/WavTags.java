package loopmind.mixer.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The tags of a WAV file: its ACID, sampler, INFO and ID3 chunks. */
final class WavTags {

  private static final int MOST_LOOPS = 64;

  private WavTags() {}

  static void read(Path path, TagNotes notes) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      RiffChunks chunks = RiffChunks.of(file);
      Optional<RiffChunks.Chunk> acid = chunks.first("acid");
      if (acid.isPresent() && acid.get().present() >= 24) {
        acid(chunks.content(acid.get(), 24), notes);
      }
      Optional<RiffChunks.Chunk> sampler = chunks.first("smpl");
      if (sampler.isPresent() && sampler.get().present() >= 36) {
        sampler(chunks.content(sampler.get(), 36 + 24 * MOST_LOOPS), notes);
      }
      Optional<RiffChunks.Chunk> id3 = chunks.first("id3 ").or(() -> chunks.first("ID3 "));
      if (id3.isPresent()) {
        Id3.read(path, id3.get().start(), notes);
      }
      Optional<RiffChunks.Chunk> info = chunks.first("LIST");
      if (info.isPresent()) {
        info(chunks.content(info.get(), 1 << 16), notes);
      }
    }
  }

  /** Flags, root, two unknown fields, beats, meter (unit first) and tempo. */
  private static void acid(ByteBuffer chunk, TagNotes notes) {
    int flags = chunk.getInt(0);
    boolean once = (flags & 1) != 0;
    notes.oneShot(once);
    if ((flags & 2) != 0) {
      notes.root(chunk.getShort(4));
    }
    if (!once) {
      notes.beats(chunk.getInt(12));
      notes.meter(chunk.getShort(18), chunk.getShort(16));
      notes.tempo(chunk.getFloat(20));
    }
  }

  private static void sampler(ByteBuffer chunk, TagNotes notes) {
    int root = chunk.getInt(12);
    if (root != 60) { // what programs write that do not know
      notes.root(root);
    }
    int loops = Math.min(chunk.getInt(28), (chunk.limit() - 36) / 24);
    for (int i = 0; i < loops; i++) {
      long start = chunk.getInt(36 + 24 * i + 8) & 0xFFFF_FFFFL;
      long last = chunk.getInt(36 + 24 * i + 12) & 0xFFFF_FFFFL;
      notes.loop(start, last + 1);
    }
  }

  private static void info(ByteBuffer list, TagNotes notes) {
    int at = 4;
    while (at + 8 <= list.limit()) {
      byte[] id = new byte[4];
      list.get(at, id);
      int size = list.getInt(at + 4);
      if (size < 0 || size > list.limit() - at - 8) {
        return;
      }
      byte[] text = new byte[size];
      list.get(at + 8, text);
      notes.text(
          new String(id, StandardCharsets.ISO_8859_1),
          new String(text, StandardCharsets.UTF_8).replace("\0", ""));
      at += 8 + size + (size & 1);
    }
  }
}
