package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loopmind.arranger.choose.Fit;
import loopmind.arranger.choose.LoopSet;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.song.Transition;
import loopmind.arranger.song.TransitionKind;

/** Writes a song from a plan and the loops chosen for it. */
public final class SongWriter {

  private final SongFacts facts;
  private final Plan plan;
  private final LoopSet set;

  public SongWriter(SongFacts facts, Plan plan, LoopSet set) {
    this.facts = facts;
    this.plan = plan;
    this.set = set;
  }

  /** The song; the same for the same facts, plan and set. */
  public Song write() {
    List<SectionId> ids = ids();
    LayerWriter layers = new LayerWriter(facts, plan, set);
    List<Section> sections = new ArrayList<>();
    Map<SectionId, Transition> into = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      PlannedSection planned = plan.sections().get(i);
      List<Layer> written = layers.of(i);
      Optional<SectionId> original =
          planned.variationOf().isPresent()
              ? Optional.of(ids.get(planned.variationOf().getAsInt()))
              : Optional.empty();
      sections.add(
          new Section(
              ids.get(i), planned.kind(), planned.bars(), planned.energy(), written, original));
      if (i > 0 && planned.into().isPresent()) {
        into.put(ids.get(i), transition(i, planned.into().get()));
      }
    }
    Map<LoopId, Loop> loops = new TreeMap<>();
    for (Fit fit : set.all()) {
      loops.put(fit.loop().id(), fit.loop());
    }
    return new Song(facts, sections, into, loops);
  }

  private List<SectionId> ids() {
    Map<SectionKind, Integer> counts = new EnumMap<>(SectionKind.class);
    List<SectionId> ids = new ArrayList<>();
    for (PlannedSection section : plan.sections()) {
      int n = counts.merge(section.kind(), 1, Integer::sum);
      ids.add(new SectionId(section.kind().word() + "-" + n));
    }
    return ids;
  }

  /** A riser of the producer's own leads up where there is one; the drums then only stop for it. */
  private Transition transition(int index, TransitionKind planned) {
    TransitionKind kind =
        planned == TransitionKind.RISER && !set.risers().isEmpty() ? TransitionKind.CUT : planned;
    return Transition.of(kind, plan.sections().get(index - 1).bars(), facts.meter().beats());
  }
}
