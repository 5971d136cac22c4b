package loopmind.arranger.song;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Writes files so that after a crash they are as before or as meant, and never between. */
final class DurableFiles {

  private DurableFiles() {}

  /** Something to be done with files. */
  interface Step {
    void run() throws IOException;
  }

  /**
   * Gives a file new content in one step, and returns when that is on disk. Only for one writer of
   * a file at a time.
   *
   * @param beforeTaking done when the content is safe, and has not taken the file's name yet
   */
  static void replace(Path file, byte[] content, Step beforeTaking) throws IOException {
    // always the same name, so that what a crash leaves is written over next time
    Path fresh = beside(file, ".new");
    try {
      Files.deleteIfExists(fresh);
      try (FileChannel out =
          FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        write(out, content);
        out.force(true);
      }
      beforeTaking.run();
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder(file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Keeps a copy as {@code FILE.1}, and the copies before it as {@code .2} up to the last. */
  static void keepOlder(Path file, int last) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    for (int age = last - 1; age >= 1; age--) {
      if (Files.exists(older(file, age))) {
        take(older(file, age), older(file, age + 1));
      }
    }
    // copied rather than renamed, so that the file itself is there at every moment
    Path copy = beside(file, ".old");
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    take(copy, older(file, 1));
  }

  private static void take(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path older(Path file, int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling("." + file.getFileName() + ending);
  }

  /** Writes all of it at the channel's position. */
  static void write(FileChannel out, byte[] content) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      out.write(rest);
    }
  }

  /** Returns when it is on disk that a file was made, renamed or deleted. */
  static void forceFolder(Path file) throws IOException {
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
      return; // a folder cannot be opened there, and its journal keeps the order of renames
    }
    try (FileChannel entry = FileChannel.open(folder(file), StandardOpenOption.READ)) {
      entry.force(true);
    }
  }

  static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? Path.of(".").toAbsolutePath() : parent;
  }
}
