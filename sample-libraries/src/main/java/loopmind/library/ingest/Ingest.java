package loopmind.library.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioUnreadable;

/**
 * Looks into scanned files: which may be sound, by their first bytes, and the hash of those that
 * may; what lies in archives is copied out into a cache. Safe to share between threads.
 */
public final class Ingest {

  private final ContentCache cache;
  private final ArchiveLimits limits;

  /**
   * @param cacheFolder made where it is not there
   */
  public Ingest(Path cacheFolder) {
    this(cacheFolder, ArchiveLimits.DEFAULT);
  }

  /**
   * @param cacheFolder made where it is not there
   */
  public Ingest(Path cacheFolder, ArchiveLimits limits) {
    this.cache = new ContentCache(cacheFolder);
    this.limits = limits;
  }

  /** Whether a file of that name is looked into as an archive. */
  public static boolean isArchive(Path file) {
    return ArchiveKind.named(String.valueOf(file.getFileName())).isPresent();
  }

  /**
   * @return the file itself, or everything inside an archive in its order; a damaged archive itself
   *     comes first as refused, before what could still be read
   */
  public List<Found> open(ScannedFile file) {
    if (file.refusal().isPresent()) {
      return List.of(refused(file, file.refusal().get()));
    }
    Optional<ArchiveKind> archive = ArchiveKind.named(name(file));
    if (archive.isPresent()) {
      return new Unpacking(file, cache, limits).run(archive.get());
    }
    try {
      AudioFiles.checkIsSound(head(file.path()), name(file));
      return List.of(
          new Found.Content(
              file.path(),
              Optional.empty(),
              file.bytes(),
              file.modifiedMillis(),
              ContentHash.of(file.path()),
              file.path()));
    } catch (AudioUnreadable e) {
      return List.of(refused(file, e.getMessage()));
    } catch (IOException e) {
      return List.of(
          refused(file, "%s cannot be read: %s.".formatted(name(file), FolderScan.reason(e))));
    }
  }

  /**
   * Where content found before can be read now; an archive is unpacked again where its copy is
   * gone.
   *
   * @param path the file, or the archive that holds it
   * @param inside its name within the archive
   * @param hash of its content, for a copy out of an archive
   * @return empty where it is not there any more
   */
  public Optional<Path> content(Path path, Optional<String> inside, String hash) {
    if (inside.isEmpty()) {
      return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    }
    Path copy = cache.place(hash);
    if (!Files.isRegularFile(copy) && Files.isRegularFile(path)) {
      FolderScan.scan(path).forEach(this::open);
    }
    return Files.isRegularFile(copy) ? Optional.of(copy) : Optional.empty();
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(AudioFiles.HEAD_BYTES);
    }
  }

  private static Found refused(ScannedFile file, String why) {
    return new Found.Refused(
        file.path(), Optional.empty(), file.bytes(), file.modifiedMillis(), why);
  }

  private static String name(ScannedFile file) {
    return String.valueOf(file.path().getFileName());
  }
}
