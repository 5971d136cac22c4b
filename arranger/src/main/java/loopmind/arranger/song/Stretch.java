package loopmind.arranger.song;

import java.util.List;
import java.util.Optional;

/**
 * Sections from one to another, both included. A kind without a number is its first in {@code from}
 * and its last in {@code to}.
 *
 * @param from where it begins; empty is the start of the song
 * @param to where it ends; empty is the end of the song
 */
public record Stretch(Optional<SectionReference> from, Optional<SectionReference> to)
    implements Passage {

  @Override
  public List<SectionId> find(Song song) {
    List<SectionId> all = song.sections().stream().map(Section::id).toList();
    int first = from.map(one -> index(all, one.find(song), true)).orElse(0);
    int last = to.map(one -> index(all, one.find(song), false)).orElse(all.size() - 1);
    return first < 0 || last < first ? List.of() : all.subList(first, last + 1);
  }

  private static int index(List<SectionId> all, List<SectionId> found, boolean first) {
    return found.isEmpty() ? -1 : all.indexOf(first ? found.getFirst() : found.getLast());
  }

  @Override
  public List<SectionId> in(Song song) {
    from.ifPresent(one -> one.in(song));
    to.ifPresent(one -> one.in(song));
    List<SectionId> found = find(song);
    if (found.isEmpty()) {
      throw new EditRefused(
          "The stretch would begin with %s and end before it, with %s. Say it the other way round.",
          SectionNames.withBar(song, from.orElse(SectionReference.SONG).first(song)),
          SectionNames.withBar(song, to.orElse(SectionReference.SONG).last(song)));
    }
    return found;
  }
}
