package loopmind.ui.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import loopmind.arranger.song.EditRefused;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioUnreadable;
import org.springframework.web.multipart.MultipartFile;

/** A finished track that came with a request; its name is not used, its content names it. */
final class ReferenceFile {

  private static final int NAME_BYTES = 16;

  private ReferenceFile() {}

  /**
   * Keeps a track, once it is clear that it holds sound.
   *
   * @param folder made when needed
   * @return its file, there in whole
   * @throws BadRequest where it holds none
   */
  static Path kept(MultipartFile track, Path folder) {
    try (InputStream content = track.getInputStream()) {
      byte[] head = content.readNBytes(AudioFiles.HEAD_BYTES);
      AudioFiles.checkIsSound(head, "The reference track");
    } catch (AudioUnreadable noSound) {
      throw new BadRequest(String.valueOf(noSound.getMessage()));
    } catch (IOException broken) {
      throw new BadRequest("The reference track broke off while it was sent.");
    }
    try {
      return stored(track, Files.createDirectories(folder));
    } catch (IOException full) {
      throw new EditRefused("The reference track cannot be kept in %s.", folder);
    }
  }

  private static Path stored(MultipartFile track, Path folder) throws IOException {
    Path part = Files.createTempFile(folder, "coming", ".part");
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream content = new DigestInputStream(track.getInputStream(), digest)) {
        Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
      }
      String name = HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
      Path file = folder.resolve(name);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return file;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
