package loopmind.arranger.song;

import java.util.List;
import java.util.Optional;

/**
 * Sections named by their kind and, where there are several, by which of them.
 *
 * @param kind of section; empty is the whole song
 * @param n which of that kind: from 1 in playing order, from -1 backwards; 0 is every one
 */
public record SectionReference(Optional<SectionKind> kind, int n) implements Passage {

  /** The whole song. */
  public static final SectionReference SONG = new SectionReference(Optional.empty(), 0);

  public static SectionReference every(SectionKind kind) {
    return new SectionReference(Optional.of(kind), 0);
  }

  public static SectionReference of(SectionKind kind, int n) {
    return new SectionReference(Optional.of(kind), n);
  }

  @Override
  public List<SectionId> find(Song song) {
    List<SectionId> like = like(song);
    if (n == 0 || kind.isEmpty()) {
      return like;
    }
    int at = n > 0 ? n - 1 : like.size() + n;
    return at >= 0 && at < like.size() ? List.of(like.get(at)) : List.of();
  }

  @Override
  public List<SectionId> in(Song song) {
    List<SectionId> found = find(song);
    if (found.isEmpty()) {
      throw refused(song);
    }
    return found;
  }

  /**
   * The first section meant: what "before the hook" goes before.
   *
   * @throws EditRefused where the song has none of them
   */
  public SectionId first(Song song) {
    return in(song).getFirst();
  }

  /**
   * The last section meant: what "after the hook" goes after.
   *
   * @throws EditRefused where the song has none of them
   */
  public SectionId last(Song song) {
    return in(song).getLast();
  }

  private List<SectionId> like(Song song) {
    return song.sections().stream()
        .filter(section -> kind.isEmpty() || section.kind() == kind.get())
        .map(Section::id)
        .toList();
  }

  private EditRefused refused(Song song) {
    String word = kind.map(SectionKind::word).orElse("section");
    List<SectionId> like = like(song);
    if (like.isEmpty()) {
      return new EditRefused(
          "There is no %s; the song has %s. Say one of these, or add a %s first.",
          word, SectionNames.form(song), word);
    }
    String bars =
        SectionNames.list(
            like.stream().map(id -> Integer.toString(song.startBar(id) + 1)).toList());
    return like.size() == 1
        ? new EditRefused(
            "There is no %s %s; the song has one, at bar %s. Say 'the %s'.",
            SectionNames.ordinal(n), word, bars, word)
        : new EditRefused(
            "There is no %s %s; the song has %d, at bars %s. Say one of these, such as '%s %d'.",
            SectionNames.ordinal(n), word, like.size(), bars, word, like.size());
  }

  @Override
  public String toString() {
    return kind.map(SectionKind::word).orElse("song") + (n == 0 ? "" : " " + n);
  }
}
