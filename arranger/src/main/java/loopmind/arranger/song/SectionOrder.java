package loopmind.arranger.song;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.units.Bars;

/**
 * Edits of what comes after what. A transition stays with the section that it leads into, shortened
 * where the section before is shorter now; the first section has none.
 */
public final class SectionOrder {

  private SectionOrder() {}

  /**
   * The song without some sections. What varied a section that is gone varies the first of its
   * other variations from then on.
   *
   * @throws EditRefused where nothing would be left
   */
  public static Song without(Song song, Collection<SectionId> gone) {
    List<Section> left =
        song.sections().stream().filter(section -> !gone.contains(section.id())).toList();
    if (left.isEmpty()) {
      throw new EditRefused("The song would have no section. Leave at least one.");
    }
    Map<SectionId, SectionId> heirs = new LinkedHashMap<>();
    List<Section> kept = new ArrayList<>();
    for (Section section : left) {
      Optional<SectionId> original = section.variationOf().filter(gone::contains);
      kept.add(original.isEmpty() ? section : inherited(section, original.get(), heirs));
    }
    return arranged(song, kept, song.transitions(), Map.of());
  }

  private static Section inherited(
      Section section, SectionId gone, Map<SectionId, SectionId> heirs) {
    SectionId heir = heirs.computeIfAbsent(gone, any -> section.id());
    return section.withVariationOf(
        heir.equals(section.id()) ? Optional.empty() : Optional.of(heir));
  }

  /**
   * The song with some sections elsewhere, in their own order.
   *
   * @param moving which ones
   * @param beside the section they go beside; not one of them
   * @param after whether they go after it rather than before
   * @throws EditRefused where they stay where they are
   */
  public static Song moved(
      Song song, Collection<SectionId> moving, SectionId beside, boolean after) {
    if (moving.contains(beside)) {
      throw new EditRefused(
          "%s cannot go beside itself. Name another section to put it %s.",
          SectionNames.upper(SectionNames.phrase(song, moving)), after ? "after" : "before");
    }
    List<Section> block = new ArrayList<>();
    List<Section> order = new ArrayList<>();
    for (Section section : song.sections()) {
      (moving.contains(section.id()) ? block : order).add(section);
    }
    int at = order.indexOf(song.section(beside)) + (after ? 1 : 0);
    order.addAll(at, block);
    if (order.equals(song.sections())) {
      throw new EditRefused(
          "%s %s already right %s %s. Name another place.",
          SectionNames.upper(SectionNames.phrase(song, moving)),
          block.size() == 1 ? "is" : "are",
          after ? "after" : "before",
          SectionNames.withBar(song, beside));
    }
    return arranged(song, order, song.transitions(), Map.of());
  }

  /**
   * The song with one more section.
   *
   * @param at how many sections stand before it
   * @param into what leads into it; empty for nothing
   * @param next what leads from it into the section after it; empty leaves what leads there
   * @param loops that its layers name
   */
  public static Song with(
      Song song,
      Section added,
      int at,
      Optional<TransitionKind> into,
      Optional<TransitionKind> next,
      Map<LoopId, Loop> loops) {
    List<Section> order = new ArrayList<>(song.sections());
    order.add(at, added);
    Map<SectionId, Transition> ways = new LinkedHashMap<>(song.transitions());
    int beatsPerBar = song.facts().meter().beats();
    if (at > 0 && into.isPresent()) {
      Bars before = order.get(at - 1).bars();
      ways.put(added.id(), Transition.of(into.get(), before, beatsPerBar));
    }
    if (at + 1 < order.size() && next.isPresent()) {
      ways.put(order.get(at + 1).id(), Transition.of(next.get(), added.bars(), beatsPerBar));
    }
    return arranged(song, order, ways, loops);
  }

  /** Puts sections in order, with each transition no longer than the section before it. */
  static Song arranged(
      Song song,
      List<Section> order,
      Map<SectionId, Transition> transitions,
      Map<LoopId, Loop> more) {
    int beatsPerBar = song.facts().meter().beats();
    Map<SectionId, Transition> ways = new LinkedHashMap<>();
    for (int i = 1; i < order.size(); i++) {
      Transition way = transitions.get(order.get(i).id());
      if (way != null) {
        ways.put(order.get(i).id(), way.within(order.get(i - 1).bars().beats(beatsPerBar)));
      }
    }
    return song.with(order, ways, more);
  }
}
