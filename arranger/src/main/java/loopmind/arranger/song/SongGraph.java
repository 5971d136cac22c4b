package loopmind.arranger.song;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import loopmind.arranger.loop.LoopId;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.graph.EdgeReversedGraph;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/**
 * The relations within one song, as a typed property graph: sections and loops are the vertices;
 * edges say what follows what and by which transition, which section varies which, and which layer
 * of a section sounds which loop. Never changed once built.
 */
final class SongGraph {

  /** A vertex: a section or a loop. */
  sealed interface Node {}

  record SectionNode(SectionId section) implements Node {}

  record LoopNode(LoopId loop) implements Node {}

  /** An edge. Instances are compared by identity, so that two layers may sound the same loop. */
  abstract static sealed class Relation {}

  static final class Follows extends Relation {
    final Optional<Transition> transition;

    Follows(Optional<Transition> transition) {
      this.transition = transition;
    }
  }

  static final class Varies extends Relation {}

  static final class Sounds extends Relation {
    final LayerId layer;

    Sounds(LayerId layer) {
      this.layer = layer;
    }
  }

  private final Graph<Node, Relation> graph = new DirectedPseudograph<>(null, null, false);

  SongGraph(List<Section> playOrder, Map<SectionId, Transition> into) {
    for (Section section : playOrder) {
      graph.addVertex(new SectionNode(section.id()));
    }
    for (int i = 1; i < playOrder.size(); i++) {
      SectionId to = playOrder.get(i).id();
      Follows edge = new Follows(Optional.ofNullable(into.get(to)));
      graph.addEdge(new SectionNode(playOrder.get(i - 1).id()), new SectionNode(to), edge);
    }
    for (Section section : playOrder) {
      SectionNode node = new SectionNode(section.id());
      section
          .variationOf()
          .ifPresent(original -> graph.addEdge(node, new SectionNode(original), new Varies()));
      for (Layer layer : section.layers()) {
        LoopNode loop = new LoopNode(layer.loop());
        graph.addVertex(loop);
        graph.addEdge(node, loop, new Sounds(layer.id()));
      }
    }
  }

  private Optional<SectionNode> next(SectionNode node) {
    return graph.outgoingEdgesOf(node).stream()
        .filter(Follows.class::isInstance)
        .map(edge -> (SectionNode) graph.getEdgeTarget(edge))
        .findFirst();
  }

  Optional<SectionId> after(SectionId section) {
    return next(new SectionNode(section)).map(SectionNode::section);
  }

  Optional<Transition> transitionInto(SectionId section) {
    return graph.incomingEdgesOf(new SectionNode(section)).stream()
        .filter(Follows.class::isInstance)
        .flatMap(edge -> ((Follows) edge).transition.stream())
        .findFirst();
  }

  /** Where the loop sounds: the layers by section, in no order. */
  Map<SectionId, Set<LayerId>> usesOf(LoopId loop) {
    Map<SectionId, Set<LayerId>> uses = new TreeMap<>(Comparator.comparing(SectionId::text));
    LoopNode node = new LoopNode(loop);
    if (graph.containsVertex(node)) {
      for (Relation edge : graph.incomingEdgesOf(node)) {
        SectionNode section = (SectionNode) graph.getEdgeSource(edge);
        uses.computeIfAbsent(section.section(), any -> new LinkedHashSet<>())
            .add(((Sounds) edge).layer);
      }
    }
    return uses;
  }

  /** The sections that vary {@code original}, directly or by way of another variation. */
  Set<SectionId> variationsOf(SectionId original) {
    Set<SectionId> found = new LinkedHashSet<>();
    var varied =
        new MaskSubgraph<>(
            new EdgeReversedGraph<>(graph), node -> false, edge -> !(edge instanceof Varies));
    var walk = new BreadthFirstIterator<>(varied, new SectionNode(original));
    walk.next(); // the original itself
    walk.forEachRemaining(node -> found.add(((SectionNode) node).section()));
    return found;
  }

  /**
   * The sections whose sound depends on one of {@code changed}: those themselves, the one after
   * each (tails and echoes run on into it), and the one before where a transition leads into the
   * changed one.
   */
  Set<SectionId> dependentOn(Collection<SectionId> changed) {
    Set<SectionId> touched = new LinkedHashSet<>();
    for (SectionId section : changed) {
      SectionNode node = new SectionNode(section);
      if (!graph.containsVertex(node)) {
        continue;
      }
      touched.add(section);
      next(node).ifPresent(later -> touched.add(later.section()));
      for (Relation edge : graph.incomingEdgesOf(node)) {
        if (edge instanceof Follows follows && follows.transition.isPresent()) {
          touched.add(((SectionNode) graph.getEdgeSource(edge)).section());
        }
      }
    }
    return touched;
  }
}
