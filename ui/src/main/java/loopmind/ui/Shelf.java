package loopmind.ui;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import loopmind.arranger.choose.LoopFilter;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.units.Bpm;
import loopmind.library.search.LoopQuery;
import loopmind.library.search.LoopSearch;
import loopmind.tools.LoopShelf;

/** The loops of some folders, for the tools. */
public final class Shelf implements LoopShelf {

  private final Supplier<List<Loop>> source;
  private final Function<List<Loop>, LoopSearch> search;
  private volatile Optional<List<Loop>> known = Optional.empty();

  public Shelf(List<Loop> loops, Function<List<Loop>, LoopSearch> search) {
    this(() -> loops, search);
  }

  /**
   * @param source of the loops; asked when they are first needed, and again where it threw
   * @param search makes what finds among them
   */
  public Shelf(Supplier<List<Loop>> source, Function<List<Loop>, LoopSearch> search) {
    this.source = source;
    this.search = search;
  }

  @Override
  public List<Loop> loops() {
    // no lock is held while the source listens: what it listens to may want this shelf to forget
    List<Loop> found = known.orElseGet(() -> List.copyOf(source.get()));
    known = Optional.of(found);
    return found;
  }

  /** The loops are asked for again when they are next needed. */
  public void forget() {
    known = Optional.empty();
  }

  @Override
  public List<Loop> loopsIn(String folder) {
    List<Loop> found = loops().stream().filter(loop -> lies(loop, folder)).toList();
    if (found.isEmpty()) {
      throw new EditRefused(
          "There is no folder \"%s\" with sounds in the library. Name another, or give it with --folder.",
          folder);
    }
    return found;
  }

  private static boolean lies(Loop loop, String folder) {
    String wanted = plain(folder);
    for (Path part : loop.path()) {
      if (plain(part.toString()).equals(wanted)) {
        return true;
      }
    }
    try {
      Path asPath = Path.of(folder).toAbsolutePath().normalize();
      return Files.exists(asPath) && loop.path().startsWith(asPath);
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  @Override
  public List<Found> search(Query query) {
    LoopQuery wanted =
        new LoopQuery(
            query.words(),
            query.like().isBlank() ? Optional.empty() : Optional.of(like(query.like())),
            Role.named(query.role()),
            query.bpm() == 0 ? Optional.empty() : Optional.of(tempo(query.bpm())),
            query.key().isBlank() ? Optional.empty() : Optional.of(key(query.key())),
            query.limit());
    return search.apply(loops()).find(wanted).stream()
        .map(match -> new Found(match.loop(), match.score(), match.reasons()))
        .toList();
  }

  private Loop like(String name) {
    return LoopFilter.named(loops(), name)
        .orElseThrow(() -> new EditRefused("There is no loop called \"%s\" in the library.", name));
  }

  private static Bpm tempo(double bpm) {
    if (!(bpm >= Bpm.SLOWEST && bpm <= Bpm.FASTEST)) {
      throw new EditRefused(
          "No loop is looked for at %s BPM. Choose %.0f to %.0f.", bpm, Bpm.SLOWEST, Bpm.FASTEST);
    }
    return new Bpm(bpm);
  }

  private static MusicalKey key(String text) {
    return MusicalKey.parse(text)
        .orElseThrow(
            () -> new EditRefused("\"%s\" is no key. Say one such as C minor or F# major.", text));
  }
}
