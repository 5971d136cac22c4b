package loopmind.library.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopLibrary;
import loopmind.library.catalogue.Catalogue;
import loopmind.library.catalogue.FileRow;
import loopmind.library.catalogue.KnownSound;
import loopmind.library.ingest.ContentHash;
import loopmind.library.ingest.Ingest;
import loopmind.library.listen.Assembly;
import loopmind.library.listen.Listener;
import loopmind.library.listen.SoundFile;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioUnreadable;

/**
 * The loops of some folders as the catalogue knew them at one moment, and their sound. The same
 * content in two places is one loop, found at the first of its paths. Safe to share between
 * threads.
 */
public final class FolderLoops implements LoopLibrary {

  private final Ingest ingest;
  private final Map<LoopId, Loop> loops;
  private final Map<String, FileRow> files;

  private FolderLoops(Ingest ingest, Map<LoopId, Loop> loops, Map<String, FileRow> files) {
    this.ingest = ingest;
    this.loops = loops;
    this.files = files;
  }

  static FolderLoops of(
      Catalogue catalogue,
      Ingest ingest,
      Listener listener,
      List<Path> roots,
      boolean ignoreNames) {
    PlaceClues clues = new PlaceClues(roots, ignoreNames);
    Assembly assembly = new Assembly(listener);
    Map<LoopId, Loop> loops = new TreeMap<>();
    Map<String, FileRow> files = new TreeMap<>();
    for (FileRow row : catalogue.below(roots)) {
      if (row.hash().isEmpty() || row.error().isPresent() || files.containsKey(row.hash().get())) {
        continue;
      }
      SoundFile file = new SoundFile(row.path(), row.inside(), row.hash().get());
      Optional<KnownSound> sound = catalogue.sound(file.hash());
      if (sound.isPresent()) {
        files.put(file.hash(), row);
        for (Loop loop :
            assembly.loops(file, sound.get().listening(), clues.of(file, sound.get().says()))) {
          loops.put(loop.id(), loop);
        }
      }
    }
    return new FolderLoops(ingest, loops, files);
  }

  @Override
  public List<Loop> all() {
    return new ArrayList<>(loops.values());
  }

  @Override
  public Optional<Loop> find(LoopId id) {
    return Optional.ofNullable(loops.get(id));
  }

  /**
   * The sound of one loop: its region of the file, as recorded.
   *
   * @throws AudioUnreadable where no such loop is here, or its file is gone, has changed, or cannot
   *     be read
   */
  public AudioBuffer audioOf(LoopId id) {
    Loop loop = loops.get(id);
    if (loop == null) {
      throw new AudioUnreadable("There is no loop %s in the folders of this song.".formatted(id));
    }
    FileRow row = files.get(id.hash());
    Path content =
        ingest
            .content(row.path(), row.inside(), id.hash())
            .orElseThrow(
                () ->
                    new AudioUnreadable(
                        "%s is not there any more: %s.".formatted(loop.name(), row.path())));
    if (row.inside().isEmpty()) {
      checkUnchanged(content, row, loop);
    }
    return AudioFiles.read(content, loop.start(), loop.length());
  }

  private static void checkUnchanged(Path content, FileRow row, Loop loop) {
    try {
      boolean same =
          Files.size(content) == row.bytes()
                  && Files.getLastModifiedTime(content).toMillis() == row.modifiedMillis()
              || ContentHash.of(content).equals(loop.id().hash());
      if (!same) {
        throw new AudioUnreadable(
            "%s was changed since it was listened to; analyze its folder again."
                .formatted(loop.name()));
      }
    } catch (IOException e) {
      throw new AudioUnreadable("%s cannot be read: %s.".formatted(loop.name(), e.getMessage()), e);
    }
  }
}
