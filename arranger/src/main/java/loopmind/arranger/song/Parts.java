package loopmind.arranger.song;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;

/**
 * What the versions of a song file share: each different loop, layer and section once, numbered in
 * the order in which they came. A layer counts as the same only with the same facts of its loop, so
 * that a loop heard anew changes no version before.
 */
final class Parts {

  /**
   * @param loop number of the loop it names
   */
  record LayerPart(Layer layer, int loop) {}

  /**
   * @param layers numbers of its layers, in order
   */
  record SectionPart(Section section, List<Integer> layers) {}

  /** One kind of part. */
  static final class Pool<T> {
    private final List<T> parts = new ArrayList<>();
    private final Map<T, Integer> numbers = new HashMap<>();

    /** Adds a part as the next number, whether or not an equal one is there. */
    void add(T part) {
      numbers.putIfAbsent(part, parts.size());
      parts.add(part);
    }

    /** The number of a part; where it has none yet it gets one, and {@code fresh} is told. */
    int number(T part, Consumer<T> fresh) {
      Integer known = numbers.get(part);
      if (known != null) {
        return known;
      }
      add(part);
      fresh.accept(part);
      return parts.size() - 1;
    }

    /**
     * @throws IllegalArgumentException where there is none of that number
     */
    T get(int number) {
      if (number < 0 || number >= parts.size()) {
        throw new IllegalArgumentException(
            "There is no part %d among %d.".formatted(number, parts.size()));
      }
      return parts.get(number);
    }
  }

  final Pool<Loop> loops = new Pool<>();
  final Pool<LayerPart> layers = new Pool<>();
  final Pool<SectionPart> sections = new Pool<>();

  /** The loops that sound in the sections of those numbers. */
  Map<LoopId, Loop> loopsOf(List<Integer> numbers) {
    Map<LoopId, Loop> found = new LinkedHashMap<>();
    for (int section : numbers) {
      for (int number : sections.get(section).layers()) {
        LayerPart part = layers.get(number);
        found.put(part.layer().loop(), loops.get(part.loop()));
      }
    }
    return found;
  }
}
