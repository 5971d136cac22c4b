package loopmind.library.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import loopmind.arranger.choose.SentenceEncoder;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.library.index.VectorIndex;
import loopmind.library.listen.Assembly;
import loopmind.library.listen.Clues;
import loopmind.library.listen.ListenBench.Row;
import loopmind.library.listen.Listener;
import loopmind.library.listen.SoundFile;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioStream;

/**
 * Measures finding against sounds of which someone said what they are like: by words with names
 * hidden and with names, beside tags alone and the likeness of names as text; by sound; and "like
 * this, but …".
 */
public final class SearchBench {

  private static final int FIRST = 5, CLASS_FIRST = 10;
  private static final double WORDS_GOAL = 0.60, CLASS_GOAL = 0.70;

  private final List<JsonNode> rows = new ArrayList<>();
  private final List<Loop> hidden = new ArrayList<>();
  private final List<Loop> named = new ArrayList<>();
  private final Map<LoopId, Integer> numbers = new HashMap<>();
  private final WordPlaces places;
  private final SentenceEncoder encoder;
  private final List<Row> figures = new ArrayList<>();

  private SearchBench(WordPlaces places, SentenceEncoder encoder) {
    this.places = places;
    this.encoder = encoder;
  }

  /**
   * @param truth a JSON object a line: {@code file}, {@code said}, {@code name}, {@code word} (its
   *     instrument), {@code base} and {@code effects} (which sound it was made of, and how)
   * @param folder that holds the files
   */
  public static List<Row> run(
      Listener listener, WordPlaces places, SentenceEncoder encoder, Path truth, Path folder)
      throws IOException {
    SearchBench bench = new SearchBench(places, encoder);
    bench.listen(listener, truth, folder);
    bench.byWords();
    bench.bySound();
    bench.byBoth();
    return bench.figures;
  }

  private void listen(Listener listener, Path truth, Path folder) throws IOException {
    Assembly assembly = new Assembly(listener);
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(truth, StandardCharsets.UTF_8)) {
      JsonNode row = json.readTree(line);
      Path file = folder.resolve(row.path("file").asText());
      String hash = "%08x".formatted(rows.size());
      try (AudioStream stream = AudioFiles.open(file)) {
        var listening = listener.listen(stream);
        Path place = Path.of(row.path("name").asText() + ".wav");
        SoundFile blank = new SoundFile(Path.of(hash + ".wav"), Optional.empty(), hash);
        SoundFile said = new SoundFile(place, Optional.empty(), hash);
        List<Loop> alone = assembly.loops(blank, listening, Clues.NONE);
        if (alone.isEmpty()) {
          continue;
        }
        numbers.put(alone.getFirst().id(), rows.size());
        rows.add(row);
        hidden.add(alone.getFirst());
        named.add(assembly.loops(said, listening, Clues.of(place, Optional.empty())).getFirst());
      }
    }
  }

  private void byWords() {
    LoopSearch ours = new LoopSearch(hidden, LoopSearch.indexOf(hidden), places);
    LoopSearch withNames = new LoopSearch(named, LoopSearch.indexOf(named), places);
    double tags = hits(said -> order(new LoopSearch(hidden), said));
    double text = hits(this::byText);
    add("search.words", hits(said -> order(ours, said)), "hit@5", "tags-only", tags, WORDS_GOAL);
    LoopSearch tagsAndNames = new LoopSearch(named);
    add(
        "search.words.named",
        hits(said -> order(withNames, said)),
        "hit@5",
        "names-as-text",
        text,
        WORDS_GOAL);
    add(
        "search.words.named.written",
        hits(said -> order(withNames, said)),
        "hit@5",
        "tags-and-names",
        hits(said -> order(tagsAndNames, said)),
        WORDS_GOAL);
    time(ours);
  }

  private double hits(Function<String, List<Integer>> search) {
    double hits = 0;
    for (int i = 0; i < rows.size(); i++) {
      List<Integer> found = search.apply(rows.get(i).path("said").asText());
      hits += found.subList(0, Math.min(FIRST, found.size())).contains(i) ? 1 : 0;
    }
    return hits / rows.size();
  }

  private List<Integer> order(LoopSearch search, String said) {
    return search.find(LoopQuery.of(said, FIRST)).stream()
        .map(match -> numbers.get(match.loop().id()))
        .toList();
  }

  private List<float[]> names = List.of();

  private List<Integer> byText(String said) {
    if (names.isEmpty()) {
      names = encoder.encode(named.stream().map(loop -> loop.name().replace('_', ' ')).toList());
    }
    float[] wanted = encoder.encode(List.of(said)).getFirst();
    double[] near = new double[names.size()];
    Arrays.setAll(near, i -> dot(wanted, names.get(i)));
    return IntStream.range(0, near.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -near[i]))
        .limit(FIRST)
        .toList();
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * (double) other[i];
    }
    return sum;
  }

  private void time(LoopSearch search) {
    List<Double> millis = new ArrayList<>();
    for (JsonNode row : rows) {
      long before = System.nanoTime();
      // another word each time, so that nothing is remembered
      order(search, row.path("said").asText() + " " + millis.size());
      millis.add((System.nanoTime() - before) / 1e6);
    }
    millis.sort(Comparator.naturalOrder());
    int count = millis.size();
    addPlain("search.words.p50", millis.get(count / 2), "ms");
    addPlain("search.words.p95", millis.get(count * 95 / 100), "ms");
  }

  /** A figure of which nothing was promised. */
  private void addPlain(String name, double value, String unit) {
    figures.add(new Row(name, value, unit, "-", Optional.empty(), Double.NaN));
  }

  /**
   * Sounds of the same instrument among the ten that are most alike; those of one base left out.
   */
  private void bySound() {
    try (VectorIndex index = LoopSearch.indexOf(hidden)) {
      double sum = 0;
      for (int i = 0; i < rows.size(); i++) {
        JsonNode own = rows.get(i);
        double right = 0;
        double precision = 0;
        int rank = 0;
        for (var near :
            index.nearest(hidden.get(i).embedding(), loopmind.library.index.IndexFilter.NONE, 60)) {
          JsonNode its = rows.get(numbers.get(near.id()));
          if (its.path("base").equals(own.path("base")) || rank == CLASS_FIRST) {
            continue;
          }
          rank++;
          if (its.path("word").equals(own.path("word"))) {
            right++;
            precision += right / rank;
          }
        }
        sum += right == 0 ? 0 : precision / right;
      }
      add("search.like.map10", sum / rows.size(), "mAP@10", "-", Double.NaN, CLASS_GOAL);
    }
  }

  /** A plain sound and one word: is its twin, to which just that was done, the first? */
  private void byBoth() {
    double moved = twinsFirst(row -> row.path("effects").get(0).asText());
    double still = twinsFirst(row -> "");
    // the word has to bring something over likeness alone
    add("search.like.but", moved, "share", "without-the-word", still, still);
  }

  private double twinsFirst(Function<JsonNode, String> word) {
    LoopSearch search = new LoopSearch(hidden, LoopSearch.indexOf(hidden), places);
    int right = 0;
    int asked = 0;
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      Optional<Integer> plain =
          row.path("effects").size() == 1 ? plainOf(row) : Optional.<Integer>empty();
      if (plain.isEmpty()) {
        continue;
      }
      LoopQuery query =
          new LoopQuery(
              word.apply(row),
              Optional.of(hidden.get(plain.get())),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              1);
      asked++;
      List<LoopMatch> found = search.find(query);
      right += !found.isEmpty() && numbers.get(found.getFirst().loop().id()) == i ? 1 : 0;
    }
    return right / (double) Math.max(1, asked);
  }

  private Optional<Integer> plainOf(JsonNode row) {
    return IntStream.range(0, rows.size())
        .filter(j -> rows.get(j).path("base").equals(row.path("base")))
        .filter(j -> rows.get(j).path("effects").isEmpty())
        .boxed()
        .findFirst();
  }

  private void add(String name, double value, String unit, String peer, double its, double goal) {
    figures.add(
        new Row(
            name,
            value,
            unit,
            peer,
            Double.isNaN(its) ? Optional.empty() : Optional.of(its),
            goal));
  }
}
