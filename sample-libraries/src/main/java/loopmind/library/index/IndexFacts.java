package loopmind.library.index;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.Tag;

/**
 * What a sound can be filtered by.
 *
 * @param role what it does in a song
 * @param bpm its tempo; 0 for none
 * @param key 0 to 11 for C to B major, 12 to 23 for minor; −1 for none
 * @param energy 0 to 1
 * @param pack lower-case name of the folder or archive that it lies in
 * @param tags lower-case words
 */
public record IndexFacts(
    Role role, double bpm, int key, double energy, String pack, Set<String> tags) {

  /** No tempo, and no key. */
  public static final int NO_TEMPO = 0, NO_KEY = -1;

  public IndexFacts {
    tags = Set.copyOf(tags);
  }

  public static IndexFacts of(Loop loop) {
    Set<String> tags = new TreeSet<>();
    loop.tags().stream().map(Tag::word).forEach(tags::add);
    return new IndexFacts(
        loop.role(),
        loop.tempo().map(fact -> fact.bpm().value()).orElse((double) NO_TEMPO),
        loop.key().map(fact -> number(fact.key())).orElse(NO_KEY),
        loop.energy(),
        pack(loop).toLowerCase(Locale.ROOT),
        tags);
  }

  /** A key as a number, 0 to 23. */
  public static int number(MusicalKey key) {
    return key.tonic() + (key.mode() == Mode.MINOR ? 12 : 0);
  }

  private static String pack(Loop loop) {
    Path holder = loop.inside().isPresent() ? loop.path() : loop.path().getParent();
    return holder == null || holder.getFileName() == null ? "" : holder.getFileName().toString();
  }
}
