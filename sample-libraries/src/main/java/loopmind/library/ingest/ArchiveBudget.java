package loopmind.library.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What one archive, with those inside it, has unfolded to so far. */
final class ArchiveBudget {

  private final String name;
  private final ArchiveLimits limits;
  private final long archiveBytes;
  private int entries;
  private long bytes;

  /**
   * @param name of the archive, for the sentence
   */
  ArchiveBudget(String name, long archiveBytes, ArchiveLimits limits) {
    this.name = name;
    this.archiveBytes = archiveBytes;
    this.limits = limits;
  }

  int entriesLeft() {
    return limits.entries() - entries;
  }

  /**
   * @throws ArchiveRefused where there are too many
   */
  void countEntry() {
    if (++entries > limits.entries()) {
      throw tooManyEntries();
    }
  }

  ArchiveRefused tooManyEntries() {
    return new ArchiveRefused(
        "%s holds more than %d files, more than any pack; it is left alone."
            .formatted(name, limits.entries()));
  }

  /**
   * @throws ArchiveRefused where it is too much
   */
  void countBytes(long more) {
    bytes += more;
    if (bytes > limits.bytes()) {
      throw new ArchiveRefused(
          "%s unfolds to more than %d MB and is left alone.".formatted(name, limits.bytes() >> 20));
    }
    if (bytes > limits.freeBytes() && bytes / limits.ratio() > archiveBytes) {
      throw new ArchiveRefused(
          "%s unfolds to more than %d times its size, as an attack would; it is left alone."
              .formatted(name, limits.ratio()));
    }
  }

  /** The same bytes, counted; closing it leaves the archive open. */
  InputStream counted(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
          countBytes(1);
        }
        return value;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        if (got > 0) {
          countBytes(got);
        }
        return got;
      }

      @Override
      public void close() {
        // a tar is one stream: closing an entry would close those after it
      }
    };
  }
}
