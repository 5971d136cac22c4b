package loopmind.tools;

import java.util.List;
import java.util.Optional;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Passage;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.SectionReference;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/**
 * Resolves section references. They name the song as it was before the message, so that "delete the
 * first hook, riser into the second" means the hooks that the person sees; a section that the
 * message itself adds is named by its kind alone.
 */
final class References {

  private final SongDesk desk;

  References(SongDesk desk) {
    this.desk = desk;
  }

  /** The sections meant, in playing order; null is the whole song. */
  List<SectionId> sections(@Nullable SectionArgument section) {
    return section == null ? Passage.WHOLE.in(desk.song()) : find(section.passage());
  }

  /** The section that something goes after: of several the last. */
  SectionId last(SectionRef section) {
    return find(section.reference()).getLast();
  }

  /** The section that something goes before: of several the first. */
  SectionId first(SectionRef section) {
    return find(section.reference()).getFirst();
  }

  private List<SectionId> find(Passage passage) {
    Song now = desk.song();
    Song before = desk.spokenOf().orElse(now);
    List<SectionId> added = added(passage, before, now);
    if (!added.isEmpty()) {
      return added;
    }
    List<SectionId> meant = passage.find(before);
    if (meant.isEmpty() || passage.equals(SectionReference.SONG)) {
      return passage.in(now);
    }
    List<SectionId> there = ids(now);
    List<SectionId> left = there.stream().filter(meant::contains).toList();
    if (left.isEmpty()) {
      throw new EditRefused(
          "%s was taken out by the same message, so nothing more can be done to it. Leave one of the two out.",
          Sentences.upper(SectionNames.phrase(before, meant)));
    }
    return left;
  }

  /** Sections of a kind said without a number that the message has added. */
  private static List<SectionId> added(Passage passage, Song before, Song now) {
    Optional<SectionReference> plain =
        passage instanceof SectionReference one && one.kind().isPresent() && one.n() == 0
            ? Optional.of(one)
            : Optional.empty();
    List<SectionId> old = ids(before);
    return plain
        .map(one -> one.find(now).stream().filter(id -> !old.contains(id)).toList())
        .orElse(List.of());
  }

  private static List<SectionId> ids(Song song) {
    return song.sections().stream().map(Section::id).toList();
  }
}
