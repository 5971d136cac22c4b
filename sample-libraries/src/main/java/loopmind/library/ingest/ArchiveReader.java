package loopmind.library.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Walks the entries of an archive in their order, whatever its kind. */
final class ArchiveReader {

  /** What 7z's strongest preset needs, within the heap of a small machine. */
  private static final int SEVEN_ZIP_MOST_KIB = 80 << 10;

  private static final int UNIX_MODE = 0x8000, LINK_MODE = 0xA000, MODE_KIND = 0xF000;

  /**
   * @param name as the archive has it
   * @param locked whether it needs a password
   */
  record Entry(String name, boolean folder, boolean link, boolean locked) {}

  interface Visitor {
    /** The content is read within this call, or passed over. */
    void visit(Entry entry, InputStream content) throws IOException;
  }

  private ArchiveReader() {}

  /**
   * @throws IOException where it is damaged, once what stood before was visited
   * @throws ArchiveRefused where it asks for too much
   */
  static void read(Path file, ArchiveKind kind, ArchiveBudget budget, Visitor visitor)
      throws IOException {
    try {
      switch (kind) {
        case ZIP -> zip(file, budget, visitor);
        case SEVEN_ZIP -> sevenZip(file, budget, visitor);
        case TAR -> {
          try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            tar(in, budget, visitor);
          }
        }
        case TAR_GZ -> {
          try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            tar(
                GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .get(),
                budget,
                visitor);
          }
        }
      }
    } catch (ArchiveRefused e) {
      throw e;
    } catch (RuntimeException e) {
      // Commons Compress answers some damage this way
      throw new IOException("its directory makes no sense", e);
    }
  }

  private static void zip(Path file, ArchiveBudget budget, Visitor visitor) throws IOException {
    if (ZipDirectory.entries(file, budget.entriesLeft() + 1) > budget.entriesLeft()) {
      throw budget.tooManyEntries();
    }
    try (ZipFile zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        budget.countEntry();
        boolean locked = entry.getGeneralPurposeBit().usesEncryption();
        Entry seen = new Entry(entry.getName(), entry.isDirectory(), entry.isUnixSymlink(), locked);
        if (locked || seen.folder() || seen.link()) {
          visitor.visit(seen, InputStream.nullInputStream());
        } else {
          try (InputStream content = new LazyStream(() -> zip.getInputStream(entry))) {
            visitor.visit(seen, budget.counted(content));
          }
        }
      }
    }
  }

  private static void tar(InputStream in, ArchiveBudget budget, Visitor visitor)
      throws IOException {
    HeaderGuard guard = new HeaderGuard(in);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(guard)) {
      TarArchiveEntry entry = guarded(tar, guard);
      while (entry != null) {
        budget.countEntry();
        boolean link = entry.isSymbolicLink() || entry.isLink();
        boolean plain = entry.isFile() && !link;
        InputStream content = budget.counted(tar);
        visitor.visit(
            new Entry(entry.getName(), !plain && !link, link, false),
            plain ? content : InputStream.nullInputStream());
        content.transferTo(java.io.OutputStream.nullOutputStream());
        entry = guarded(tar, guard);
      }
    }
  }

  private static @org.jspecify.annotations.Nullable TarArchiveEntry guarded(
      TarArchiveInputStream tar, HeaderGuard guard) throws IOException {
    guard.expectHeader();
    TarArchiveEntry entry = tar.getNextEntry();
    guard.expectContent();
    return entry;
  }

  private static void sevenZip(Path file, ArchiveBudget budget, Visitor visitor)
      throws IOException {
    try (SevenZFile archive =
        SevenZFile.builder().setPath(file).setMaxMemoryLimitKiB(SEVEN_ZIP_MOST_KIB).get()) {
      SevenZArchiveEntry entry = archive.getNextEntry();
      while (entry != null) {
        budget.countEntry();
        boolean link =
            entry.getHasWindowsAttributes()
                && (entry.getWindowsAttributes() & UNIX_MODE) != 0
                && (entry.getWindowsAttributes() >>> 16 & MODE_KIND) == LINK_MODE;
        Entry seen = new Entry(entry.getName(), entry.isDirectory(), link, false);
        SevenZArchiveEntry current = entry;
        try (InputStream content = new LazyStream(() -> archive.getInputStream(current))) {
          visitor.visit(seen, budget.counted(content));
        }
        entry = archive.getNextEntry();
      }
    }
  }
}
