package loopmind.library.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopLibrary;
import loopmind.arranger.loop.Tag;
import loopmind.library.catalogue.Catalogue;
import loopmind.library.catalogue.Correction;
import loopmind.library.catalogue.FileRow;
import loopmind.library.catalogue.KnownSound;
import loopmind.library.catalogue.Marks;
import loopmind.library.ingest.ContentHash;
import loopmind.library.ingest.Ingest;
import loopmind.library.listen.Assembly;
import loopmind.library.listen.Clues;
import loopmind.library.listen.Listener;
import loopmind.library.listen.NamingStyle;
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

  /** A role, and a word, of which there is no doubt. */
  private static final double SURE = 0.9, SURE_WORD = 0.75;

  private final NamingStyle style;
  private final Ingest ingest;
  private final Map<LoopId, Loop> loops;
  private final Map<String, FileRow> files;

  private FolderLoops(
      Ingest ingest, Map<LoopId, Loop> loops, Map<String, FileRow> files, NamingStyle style) {
    this.style = style;
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
    Map<String, Marks> said = catalogue.marks();
    NamingStyle style = ignoreNames ? NamingStyle.NONE : style(loops.values(), said);
    if (!style.isEmpty()) {
      hearAgain(catalogue, assembly, clues, style, said, loops, files);
    }
    loops.replaceAll((id, loop) -> said.getOrDefault(id.text(), Marks.NONE).of(loop));
    return new FolderLoops(ingest, loops, files, style);
  }

  /** What the user corrected, and what is sure anyway, tells how they name files. */
  private static NamingStyle style(Collection<Loop> loops, Map<String, Marks> said) {
    List<NamingStyle.Known> known = new ArrayList<>();
    for (Loop loop : loops) {
      Marks marks = said.getOrDefault(loop.id().text(), Marks.NONE);
      Loop real = marks.of(loop);
      if (real.roleConfidence() >= SURE && loop.id().region() == 0) {
        Set<String> words =
            real.tags().stream()
                .filter(tag -> tag.confidence() >= SURE_WORD)
                .map(Tag::word)
                .collect(Collectors.toSet());
        known.add(new NamingStyle.Known(loop.name(), real.role(), real.instrument(), words));
      }
    }
    return NamingStyle.learn(known);
  }

  /** Weighs again what is in doubt, with what its name says in the user's own style. */
  private static void hearAgain(
      Catalogue catalogue,
      Assembly assembly,
      PlaceClues clues,
      NamingStyle style,
      Map<String, Marks> said,
      Map<LoopId, Loop> loops,
      Map<String, FileRow> files) {
    List<Loop> doubtful =
        loops.values().stream()
            .filter(loop -> loop.roleConfidence() < SURE && loop.id().region() == 0)
            .filter(
                loop ->
                    said.getOrDefault(loop.id().text(), Marks.NONE)
                        .correction()
                        .equals(Correction.NONE))
            .toList();
    for (Loop loop : doubtful) {
      Clues own = style.of(loop.name());
      FileRow row = files.get(loop.id().hash());
      if (own.equals(Clues.NONE) || row == null) {
        continue;
      }
      SoundFile file = new SoundFile(row.path(), row.inside(), loop.id().hash());
      catalogue
          .sound(file.hash())
          .ifPresent(
              sound ->
                  assembly
                      .loops(file, sound.listening(), own.and(clues.of(file, sound.says())))
                      .forEach(one -> loops.put(one.id(), one)));
    }
  }

  /** How the user names files, as far as it shows. */
  public NamingStyle style() {
    return style;
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
