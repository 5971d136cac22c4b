package loopmind.ui.rest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A WAV file as an answer; parts of it by HTTP range. */
final class SoundFile {

  private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

  private SoundFile() {}

  /**
   * @throws NotFound where the file has gone meanwhile
   */
  static ResponseEntity<Resource> of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new NotFound("The sound %s is not there any more.".formatted(file.getFileName()));
    }
    return ResponseEntity.ok()
        .contentType(WAV)
        .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate())
        .body(new FileSystemResource(file));
  }
}
