package loopmind.library.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.library.index.IndexEntry;
import loopmind.library.index.IndexFilter;
import loopmind.library.index.ScanIndex;
import loopmind.library.index.VectorIndex;

/**
 * Finds loops by words, by tempo, by key, by role and by likeness. A score is the weighted mean of
 * how well each part of the query is answered; role, tempo and key also leave out what cannot fit.
 * Words are answered by names and tags, and by sound: where the words lie among the sounds.
 */
public final class LoopSearch {

  private static final double WORDS = 3, LIKE = 3, TEMPO = 1, KEY = 1, ROLE = 1;

  /**
   * Shares of tags, of names and of what sounds in the answer to words; together 1. Cosines of what
   * is near lie close together, so that even a small share decides between them.
   */
  private static final double WRITTEN = 0.02, NAMED = 0.08, SOUNDING = 1 - WRITTEN - NAMED;

  /** A cosine to words that says nothing, and one that says everything. */
  private static final double UNLIKE = 0.1, ALIKE = 1;

  /** What answers is at least so near, and at least this share as near as the nearest. */
  private static final double ANSWERS = 0.25, AS_NEAR = 0.5;

  /** What a name that has every word is worth, or a tag of the user. */
  private static final double CALLED = 0.95;

  private final List<Loop> loops;
  private final WordFit words;
  private final Sense sense;

  /**
   * Without any network: words are answered by names and tags alone.
   *
   * @param loops among which is looked; their words are read once, here
   */
  public LoopSearch(List<Loop> loops) {
    this(loops, indexOf(loops), WordPlaces.NONE);
  }

  /**
   * @param loops among which is looked; their words are read once, here
   * @param index that holds at least these, as far as they have an embedding
   * @param places of words among them
   */
  public LoopSearch(List<Loop> loops, VectorIndex index, WordPlaces places) {
    this.loops = List.copyOf(loops);
    this.words = new WordFit(this.loops);
    this.sense = new Sense(index, places);
  }

  /** An index in memory for some loops. */
  public static VectorIndex indexOf(List<Loop> loops) {
    VectorIndex index = new ScanIndex();
    index.hold(entries(loops));
    return index;
  }

  /** The loops that have an embedding, as indexes hold them. */
  public static List<IndexEntry> entries(List<Loop> loops) {
    return loops.stream()
        .filter(loop -> loop.embedding().dimensions() > 0)
        .map(IndexEntry::of)
        .toList();
  }

  /**
   * The loops that answer, the best first; equally good ones by id.
   *
   * @throws loopmind.library.index.IndexUnusable where the index cannot be asked
   */
  public List<LoopMatch> find(LoopQuery query) {
    Wish wish = wish(query);
    return loops.stream()
        .map(loop -> match(loop, query, wish))
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparingDouble(LoopMatch::score)
                .reversed()
                .thenComparing(match -> match.loop().id()))
        .limit(query.limit())
        .toList();
  }

  /**
   * A query, worked out once for all loops.
   *
   * @param asked whether it says words
   * @param written which names and tags answer them
   * @param unwanted likewise for those that should not be answered
   * @param sounding the cosines of what is near to the words
   * @param least cosine that answers them
   * @param alike the cosines of what is near to the sound that is looked for
   */
  private record Wish(
      boolean asked,
      WordFit.Wanted written,
      WordFit.Wanted unwanted,
      Map<LoopId, Double> sounding,
      double least,
      Map<LoopId, Double> alike) {}

  private Wish wish(LoopQuery query) {
    WordWish said = WordWish.of(query.words());
    WordFit.Wanted written = words.wanted(said.wanted());
    IndexFilter filter = Filters.of(query);
    boolean like = query.like().filter(one -> one.embedding().dimensions() > 0).isPresent();
    boolean asked = !written.isBlank() || !said.sentence().isBlank();
    Map<LoopId, Double> sounding =
        asked && !like ? sense.toWords(said, filter, query.limit()) : Map.of();
    double nearest = sounding.values().stream().mapToDouble(cosine -> cosine).max().orElse(0);
    return new Wish(
        asked,
        written,
        words.wanted(String.join(" ", said.unwanted())),
        sounding,
        Math.max(ANSWERS, AS_NEAR * nearest),
        like
            ? sense.toSound(query.like().get().embedding(), said, filter, query.limit())
            : Map.of());
  }

  private Optional<LoopMatch> match(Loop loop, LoopQuery query, Wish wish) {
    Tally tally = new Tally();
    if (query.like().isPresent()) {
      if (loop.id().equals(query.like().get().id()) || !addLikeness(tally, loop, query, wish)) {
        return Optional.empty();
      }
    } else if (wish.asked() && !addWords(tally, loop, wish)) {
      return Optional.empty();
    }
    if (query.key().isPresent()) {
      Optional<Evidence> key = KeyFit.of(loop, query.key().get());
      if (key.isEmpty()) {
        return Optional.empty();
      }
      tally.add(KEY, key.get());
    }
    if (query.tempo().isPresent()) {
      Optional<Evidence> tempo = TempoFit.of(loop, query.tempo().get());
      if (tempo.isEmpty()) {
        return Optional.empty();
      }
      tally.add(TEMPO, tempo.get());
    }
    if (query.role().isPresent()) {
      if (loop.role() != query.role().get()) {
        return Optional.empty();
      }
      tally.add(ROLE, Evidence.of(loop.roleConfidence(), "its role is " + loop.role().word()));
    }
    double against = words.share(loop, wish.unwanted(), new ArrayList<>());
    return Optional.of(new LoopMatch(loop, tally.score() * (1 - against), tally.reasons));
  }

  /** Whether a loop answers the words of a query at all. */
  private boolean addWords(Tally tally, Loop loop, Wish wish) {
    List<String> reasons = new ArrayList<>();
    double written = words.share(loop, wish.written(), reasons);
    double cosine = wish.sounding().getOrDefault(loop.id(), 0.0);
    if (written == 0 && cosine < wish.least()) {
      return false;
    }
    if (wish.sounding().isEmpty()) {
      tally.add(WORDS, Evidence.silent(written));
    } else {
      double sounding = Math.clamp((cosine - UNLIKE) / (ALIKE - UNLIKE), 0, 1);
      double called = words.called(loop, wish.written());
      // a name or a tag of the user that says it all is what was looked for, however it sounds
      double share =
          Math.max(
              WRITTEN * written + NAMED * called + SOUNDING * sounding,
              CALLED * called * called * called);
      if (cosine >= wish.least()) {
        reasons.add("sounds like these words (%d %%)".formatted(Math.round(100 * cosine)));
      }
      tally.add(WORDS, Evidence.silent(share));
    }
    tally.reasons.addAll(reasons);
    return true;
  }

  /** Whether a loop is near to the sound that is looked for, moved by words where some are said. */
  private boolean addLikeness(Tally tally, Loop loop, LoopQuery query, Wish wish) {
    Loop like = query.like().get();
    if (wish.alike().isEmpty()) {
      tally.add(LIKE, SoundFit.of(loop, like));
      double written = words.share(loop, wish.written(), tally.reasons);
      if (wish.asked()) {
        tally.add(WORDS, Evidence.silent(written));
      }
      return !wish.asked() || written > 0;
    }
    Double cosine = wish.alike().get(loop.id());
    if (cosine == null) {
      return false;
    }
    Evidence plain = SoundFit.of(loop, like);
    tally.add(LIKE, new Evidence((1 + cosine) / 2, plain.reason()));
    double unused = words.share(loop, wish.written(), tally.reasons);
    return true;
  }

  /** The sum of what speaks for one loop. */
  private static final class Tally {

    private final List<String> reasons = new ArrayList<>();
    private double sum;
    private double weights;

    void add(double weight, Evidence evidence) {
      sum += weight * evidence.share();
      weights += weight;
      evidence.reason().filter(reason -> !reasons.contains(reason)).ifPresent(reasons::add);
    }

    double score() {
      return weights == 0 ? 0 : sum / weights;
    }
  }
}
