package loopmind.library.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import loopmind.arranger.loop.LoopKind;
import loopmind.library.listen.Clues;
import loopmind.library.listen.Clues.KindClue;
import loopmind.library.listen.SoundFile;
import loopmind.mixer.audio.AudioTags;

/** What the places and tags of files say, seen from the folders that were asked for. */
final class PlaceClues {

  /** Programs that write ACID chunks ask a person whether a file repeats. */
  private static final double ACID_TRUST = 0.8;

  private final List<Path> roots;
  private final boolean ignoreNames;

  /**
   * @param roots absolute; the first that holds a file is the one it is seen from
   */
  PlaceClues(List<Path> roots, boolean ignoreNames) {
    this.roots = roots;
    this.ignoreNames = ignoreNames;
  }

  Clues of(SoundFile file, AudioTags says) {
    if (ignoreNames) {
      return Clues.NONE;
    }
    Clues clues = Clues.of(seen(file.path()), file.inside());
    if (says.bpm().isPresent()) {
      clues = clues.andTempo(says.bpm().get().value());
    }
    if (says.key().isPresent()) {
      clues = clues.andKey(says.key().get(), true);
    }
    return clues.and(written(says));
  }

  private static Clues written(AudioTags says) {
    List<KindClue> kinds =
        says.oneShot()
            .map(once -> new KindClue(once ? LoopKind.ONESHOT : LoopKind.LOOP, ACID_TRUST))
            .map(List::of)
            .orElse(List.of());
    List<String> words =
        says.genre().map(genre -> List.of(genre.toLowerCase(Locale.ROOT))).orElse(List.of());
    return new Clues(List.of(), List.of(), List.of(), kinds, words);
  }

  /** The path from the folder that was asked for, whose own name counts: packs are named well. */
  private Path seen(Path file) {
    Optional<Path> root = roots.stream().filter(file::startsWith).findFirst();
    Optional<Path> above = root.filter(found -> !found.equals(file)).map(Path::getParent);
    return above.map(parent -> parent.relativize(file)).orElse(file.getFileName());
  }
}
