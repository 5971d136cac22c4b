package loopmind.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import loopmind.arranger.loop.Loop;
import loopmind.library.ingest.ContentHash;
import loopmind.library.ingest.Ingest;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioUnreadable;
import loopmind.mixer.render.LoopAudio;

/** Reads the loops of a song from where it says they are, and makes sure that they are the same. */
public final class SongAudio implements LoopAudio {

  private final Ingest ingest;
  private final Map<Path, String> hashes = new ConcurrentHashMap<>();

  public SongAudio(Ingest ingest) {
    this.ingest = ingest;
  }

  @Override
  public AudioBuffer read(Loop loop) {
    String hash = loop.id().hash();
    Path content =
        ingest
            .content(loop.path(), loop.inside(), hash)
            .orElseThrow(
                () ->
                    new AudioUnreadable(
                        "The loop %s is not at %s any more. Put it back, or compose again."
                            .formatted(loop.name(), loop.path())));
    if (!hashes.computeIfAbsent(content, SongAudio::hash).equals(hash)) {
      throw new AudioUnreadable(
          "The file %s is another one than when the song was made. Put the old one back, or compose again."
              .formatted(loop.path()));
    }
    return AudioFiles.read(content, loop.start(), loop.length());
  }

  private static String hash(Path file) {
    try {
      return ContentHash.of(file);
    } catch (IOException gone) {
      throw new AudioUnreadable("%s could not be read.".formatted(file), gone);
    }
  }
}
