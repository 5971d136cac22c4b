package loopmind.library.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.LoopId;
import loopmind.library.index.IndexFilter;
import loopmind.library.index.Near;
import loopmind.library.index.VectorIndex;

/**
 * How near sounds are to a wish by what they sound like: near to a sound, near to words, away from
 * other words.
 */
final class Sense {

  /** How far words move a sound that is looked for, and how far unwanted ones push. */
  private static final double STEP = 0.9, PUSH = 0.6;

  /** Sounds that are looked at for each that is asked for, and at least. */
  private static final int OVERSAMPLE = 4, LEAST_LOOKED_AT = 400;

  private final VectorIndex index;
  private final WordPlaces words;

  Sense(VectorIndex index, WordPlaces words) {
    this.index = index;
    this.words = words;
  }

  /**
   * The cosines of the sounds that are nearest to words, as if words alone made the space; empty
   * where no words are known.
   */
  Map<LoopId, Double> toWords(WordWish wish, IndexFilter filter, int limit) {
    Embedding wanted = wish.sentence().isBlank() ? Embedding.NONE : words.of(wish.sentence());
    if (wanted.dimensions() == 0) {
      return Map.of();
    }
    Map<LoopId, Double> near = nearest(away(wanted, wish.away()), filter, limit);
    near.replaceAll((id, cosine) -> words.amongWords(cosine));
    return near;
  }

  /** The cosines of the sounds that are nearest to a sound that was moved by words. */
  Map<LoopId, Double> toSound(Embedding like, WordWish wish, IndexFilter filter, int limit) {
    Embedding by = wish.sentence().isBlank() ? Embedding.NONE : words.of(wish.sentence());
    Embedding wanted = by.dimensions() == 0 ? like : sum(like, by, STEP);
    return nearest(away(wanted, wish.away()), filter, limit);
  }

  private Embedding away(Embedding wanted, List<String> unwanted) {
    Embedding moved = wanted;
    for (String word : unwanted) {
      Embedding from = words.of(word);
      moved = from.dimensions() == 0 ? moved : sum(moved, from, -PUSH);
    }
    return moved;
  }

  private Map<LoopId, Double> nearest(Embedding wanted, IndexFilter filter, int limit) {
    int looked = Math.max(LEAST_LOOKED_AT, (int) Math.min(index.size(), (long) OVERSAMPLE * limit));
    Map<LoopId, Double> near = new HashMap<>();
    for (Near one : index.nearest(wanted, filter, looked)) {
      near.put(one.id(), one.cosine());
    }
    return near;
  }

  /** {@code one} + {@code share} · {@code other}, of unit length. */
  private static Embedding sum(Embedding one, Embedding other, double share) {
    float[] values = one.values();
    float[] more = other.values();
    double length = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (share * more[i]);
      length += values[i] * (double) values[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= (float) Math.sqrt(Math.max(length, 1e-12));
    }
    return new Embedding(values);
  }
}
