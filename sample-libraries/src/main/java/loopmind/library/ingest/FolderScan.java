package loopmind.library.ingest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lists what lies in a folder and below it, by name. Links are not followed, so that nothing is met
 * twice, no walk is endless, and nothing outside the folder is touched; each is listed with the
 * reason, as are the files that systems hide.
 */
public final class FolderScan {

  /** Deeper than any pack; a walk this deep is more likely a mistake of the file system. */
  private static final int DEEPEST = 64;

  private final Path root;
  private final List<ScannedFile> found = new ArrayList<>();

  private FolderScan(Path root) {
    this.root = root;
  }

  /**
   * @param root a folder, or a single file; may itself be a link
   * @return its files, sorted by path
   * @throws FolderUnreadable where it is not there or may not be read
   */
  public static List<ScannedFile> scan(Path root) {
    FolderScan scan = new FolderScan(root.toAbsolutePath().normalize());
    try {
      BasicFileAttributes attributes = Files.readAttributes(scan.root, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        scan.folder(scan.root, 0);
      } else {
        scan.add(scan.root, attributes, special(attributes, scan.root));
      }
      return List.copyOf(scan.found);
    } catch (NoSuchFileException e) {
      throw new FolderUnreadable("There is no file or folder %s.".formatted(root), e);
    } catch (IOException e) {
      throw new FolderUnreadable("%s cannot be read: %s.".formatted(root, reason(e)), e);
    }
  }

  private void folder(Path folder, int depth) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
    for (Path entry : entries) {
      entry(entry, depth);
    }
  }

  private void entry(Path entry, int depth) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Optional<String> refusal = refusal(entry, attributes, depth);
      if (attributes.isDirectory() && refusal.isEmpty()) {
        folder(entry, depth + 1);
      } else {
        add(entry, attributes, refusal);
      }
    } catch (IOException e) {
      found.add(
          new ScannedFile(
              entry,
              0,
              0,
              Optional.of("%s cannot be read: %s.".formatted(entry.getFileName(), reason(e)))));
    }
  }

  private void add(Path file, BasicFileAttributes attributes, Optional<String> refusal) {
    long bytes = attributes.isRegularFile() ? attributes.size() : 0;
    found.add(new ScannedFile(file, bytes, attributes.lastModifiedTime().toMillis(), refusal));
  }

  private Optional<String> refusal(Path entry, BasicFileAttributes attributes, int depth) {
    String name = entry.getFileName().toString();
    if (attributes.isSymbolicLink()) {
      return Optional.of(link(entry, name));
    }
    if (HiddenFiles.hides(name)) {
      return Optional.of(HiddenFiles.sentence(name));
    }
    if (attributes.isDirectory() && depth >= DEEPEST) {
      return Optional.of(
          "%s lies more than %d folders deep and is not looked into.".formatted(name, DEEPEST));
    }
    return special(attributes, entry);
  }

  private static Optional<String> special(BasicFileAttributes attributes, Path file) {
    // a pipe or device may never end
    return attributes.isOther()
        ? Optional.of("%s is a device or pipe, not a file.".formatted(file.getFileName()))
        : Optional.empty();
  }

  private String link(Path entry, String name) {
    try {
      Path target = entry.toRealPath();
      return target.startsWith(root.toRealPath())
          ? "%s is a link into the same folder, where it is listed already.".formatted(name)
          : "%s is a link out of the folder, which is not followed.".formatted(name);
    } catch (IOException e) {
      return "%s is a link that leads nowhere.".formatted(name);
    }
  }

  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "this account may not read it";
      case NoSuchFileException gone -> "it is not there any more";
      default -> e.getMessage() == null ? "the disk gave an error" : e.getMessage();
    };
  }
}
