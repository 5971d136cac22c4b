package loopmind.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.song.PortableSong;
import loopmind.library.ingest.ContentHash;
import loopmind.library.ingest.Ingest;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioUnreadable;
import loopmind.mixer.export.LoopFiles;
import org.jspecify.annotations.Nullable;

/**
 * Reads the loops of a song from where it says they are, and makes sure that they are the same. One
 * that is not there is looked for, by its hash, in the folder {@value PortableSong#LOOPS} beside
 * the song file: a song that was moved with its loops opens anywhere.
 */
public final class SongAudio implements LoopFiles {

  private final Ingest ingest;
  private final Optional<Path> beside;
  private final Map<Path, String> hashes = new ConcurrentHashMap<>();
  private @Nullable Map<String, Path> travelled;

  public SongAudio(Ingest ingest) {
    this.ingest = ingest;
    this.beside = Optional.empty();
  }

  /**
   * @param songFile beside which loops may lie
   */
  public SongAudio(Ingest ingest, Path songFile) {
    this.ingest = ingest;
    this.beside = Optional.of(songFile.toAbsolutePath().resolveSibling(PortableSong.LOOPS));
  }

  @Override
  public AudioBuffer read(Loop loop) {
    return AudioFiles.read(file(loop), loop.start(), loop.length());
  }

  @Override
  public Path file(Loop loop) {
    String hash = loop.id().hash();
    Optional<Path> known = ingest.content(loop.path(), loop.inside(), hash);
    if (known.isPresent() && hashOf(known.get()).equals(hash)) {
      return known.get();
    }
    Path copy = travelled().get(hash);
    if (copy != null) {
      return copy;
    }
    throw new AudioUnreadable(
        known.isPresent()
            ? "The file %s is another one than when the song was made. Put the old one back, or compose again."
                .formatted(loop.path())
            : "The loop %s is not at %s any more. Put it back, or compose again."
                .formatted(loop.name(), loop.path()));
  }

  /** The files that came with the song, by their hash; looked at when first needed. */
  private synchronized Map<String, Path> travelled() {
    if (travelled == null) {
      Map<String, Path> found = new TreeMap<>();
      if (beside.isPresent() && Files.isDirectory(beside.get())) {
        try (Stream<Path> files = Files.list(beside.get())) {
          files
              .filter(Files::isRegularFile)
              .sorted()
              .forEach(file -> found.putIfAbsent(hashOf(file), file));
        } catch (IOException unreadable) {
          throw new UncheckedIOException(
              "The folder %s cannot be read.".formatted(beside.get()), unreadable);
        }
      }
      travelled = found;
    }
    return travelled;
  }

  private String hashOf(Path file) {
    return hashes.computeIfAbsent(file, SongAudio::hash);
  }

  private static String hash(Path file) {
    try {
      return ContentHash.of(file);
    } catch (IOException gone) {
      throw new AudioUnreadable("%s could not be read.".formatted(file), gone);
    }
  }
}
