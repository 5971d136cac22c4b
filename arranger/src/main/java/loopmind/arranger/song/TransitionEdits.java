package loopmind.arranger.song;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts transitions on the borders of a song, and takes them away. */
public final class TransitionEdits {

  private TransitionEdits() {}

  /**
   * A transition of the usual length into each of some sections, in place of what leads there.
   *
   * @throws EditRefused where nothing comes before, or it leads there already
   */
  public static Song into(Song song, Collection<SectionId> ids, TransitionKind kind) {
    List<SectionId> able = withBefore(song, ids, kind.spoken());
    Map<SectionId, Transition> ways = new LinkedHashMap<>(song.transitions());
    for (SectionId id : able) {
      Section before = before(song, id);
      ways.put(id, Transition.of(kind, before.bars(), song.facts().meter().beats()));
    }
    if (ways.equals(song.transitions())) {
      throw new EditRefused(
          "A %s leads into %s already. Say another kind of transition, or take it away.",
          kind.spoken(), SectionNames.phrase(song, able));
    }
    return song.with(song.sections(), ways, Map.of());
  }

  /**
   * Nothing leads into some sections any more.
   *
   * @param kind only such transitions; empty for all
   * @throws EditRefused where none of them has such a transition
   */
  public static Song away(Song song, Collection<SectionId> ids, Optional<TransitionKind> kind) {
    String word = kind.map(TransitionKind::spoken).orElse("transition");
    List<SectionId> able = withBefore(song, ids, word);
    Map<SectionId, Transition> ways = new LinkedHashMap<>(song.transitions());
    ways.entrySet()
        .removeIf(
            way ->
                able.contains(way.getKey())
                    && kind.map(one -> one == way.getValue().kind()).orElse(true));
    if (ways.equals(song.transitions())) {
      List<String> there =
          able.stream()
              .flatMap(id -> song.transitionInto(id).stream())
              .map(way -> "a " + way.kind().spoken())
              .distinct()
              .toList();
      throw new EditRefused(
          "There is no %s into %s to take away%s",
          word,
          SectionNames.phrase(song, able),
          there.isEmpty()
              ? "; nothing leads there. Say 'add' to put one there."
              : "; %s leads there. Name that.".formatted(SectionNames.list(there)));
    }
    return song.with(song.sections(), ways, Map.of());
  }

  /** The section before another that is not the first. */
  public static Section before(Song song, SectionId id) {
    List<Section> order = song.sections();
    return order.get(order.indexOf(song.section(id)) - 1);
  }

  private static List<SectionId> withBefore(Song song, Collection<SectionId> ids, String word) {
    SectionId first = song.sections().getFirst().id();
    List<SectionId> able = ids.stream().filter(id -> !id.equals(first)).toList();
    if (able.isEmpty()) {
      throw new EditRefused(
          "A %s into the %s would have nothing before it: the song starts there. Name a later section.",
          word, SectionNames.of(song, first));
    }
    return able;
  }
}
