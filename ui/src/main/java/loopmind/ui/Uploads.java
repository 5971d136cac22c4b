package loopmind.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;
import loopmind.arranger.song.EditRefused;
import loopmind.library.ingest.Ingest;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioUnreadable;

/**
 * Files that are given to the library instead of pointed at: kept in a folder of the home. A name
 * is only a name: whatever it says, the file lies in that folder and nowhere else.
 */
public final class Uploads {

  private static final int LONGEST_NAME = 120;

  /** Names that are devices on some systems, with whatever ending. */
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private final Path folder;

  /**
   * @param folder made when needed
   */
  Uploads(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  /**
   * Keeps a file of sound, or an archive of such files. One that is there under that name with
   * another content keeps its name, the new one gets a number.
   *
   * @param name as it was called where it came from
   * @return the file, there in whole
   * @throws EditRefused where it holds no sound; nothing is kept then
   */
  public Path keep(String name, InputStream content) {
    String plain = plain(name);
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder.toAbsolutePath().getParent(), "upload", ".part");
      try {
        Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
        check(part, plain);
        return placed(part, plain);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException failed) {
      throw new EditRefused(
          "%s could not be kept in %s. Is the disk full, or did the sending break off?",
          plain, folder);
    }
  }

  private static void check(Path part, String name) throws IOException {
    if (Files.size(part) == 0) {
      throw new EditRefused("%s is empty.", name);
    }
    try (InputStream in = Files.newInputStream(part)) {
      byte[] head = in.readNBytes(AudioFiles.HEAD_BYTES);
      if (!Ingest.isArchive(Path.of(name))) {
        AudioFiles.checkIsSound(head, name);
      } else if (!beginsAsArchive(head, name)) {
        throw new EditRefused("%s is called an archive and is none.", name);
      }
    } catch (AudioUnreadable noSound) {
      throw new EditRefused("%s", noSound.getMessage());
    }
  }

  /** A tar has no mark of its own at its beginning. */
  private static boolean beginsAsArchive(byte[] head, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String mark = new String(head, 0, Math.min(2, head.length), StandardCharsets.ISO_8859_1);
    if (lower.endsWith(".zip")) {
      return mark.equals("PK");
    }
    if (lower.endsWith(".7z")) {
      return mark.equals("7z");
    }
    return lower.endsWith(".tar") || mark.equals("\u001f\u008b");
  }

  private Path placed(Path part, String name) throws IOException {
    int dot = name.indexOf('.', 1);
    String stem = dot < 0 ? name : name.substring(0, dot),
        ending = dot < 0 ? "" : name.substring(dot);
    for (int n = 1; ; n++) {
      Path file = folder.resolve(n == 1 ? name : "%s-%d%s".formatted(stem, n, ending));
      if (!Files.exists(file)) {
        return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      }
      if (Files.mismatch(part, file) < 0) {
        return file;
      }
    }
  }

  /** What is left of a name when all that is no name is taken away. */
  public static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String kept = last.replaceAll("[\\p{Cntrl}<>:\"|?*]", "").strip().replaceAll("^\\.+", "");
    String stem = kept.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
    boolean device = DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9]");
    String safe = kept.isEmpty() || device ? "sound-" + kept : kept;
    return safe.length() > LONGEST_NAME ? safe.substring(safe.length() - LONGEST_NAME) : safe;
  }
}
