package loopmind.arranger.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import loopmind.arranger.plan.PlannerScore.NgramScore;

/**
 * Measures how well the planner foretells the order of sections in songs, beside Witten–Bell
 * n-grams trained on the same songs. Nothing of a song is told ahead: not its length, nor its
 * roles, nor how loud a section is beside later ones.
 */
public final class PlannerBench implements AutoCloseable {

  private static final int LONGEST_NGRAM = 6;

  private final SequenceModel model;
  private final List<WittenBell> ngrams = new ArrayList<>();
  private final Set<String> trainedOn;

  /**
   * @param folder the planner's folder, {@code models/planner}: network, and the orders of labels
   *     it was trained on
   */
  public PlannerBench(Path folder) {
    List<String> lines = lines(folder.resolve("orders.txt"));
    trainedOn = new HashSet<>();
    List<List<Integer>> all = new ArrayList<>(), byPeople = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("\t");
      trainedOn.add(parts[0]);
      List<Integer> symbols = new ArrayList<>();
      for (String label : parts[2].split(" ")) {
        symbols.add(Label.named(label).ordinal());
      }
      symbols.add(Label.END);
      all.add(symbols);
      if (parts[1].equals("human")) {
        byPeople.add(symbols);
      }
    }
    for (int n = 1; n <= LONGEST_NGRAM; n++) {
      ngrams.add(new WittenBell(n, byPeople));
      ngrams.add(new WittenBell(n, all));
    }
    model = new OnnxSequenceModel(folder.resolve("planner.onnx"));
  }

  /** Scores the songs of a file that people labelled; the file is as in the training corpus. */
  public PlannerScore score(Path songs) {
    return score(CorpusSong.read(songs));
  }

  /** The same for those songs of a file that the planner never saw. */
  public PlannerScore scoreUnseen(Path songs) {
    return score(
        CorpusSong.read(songs).stream().filter(song -> !trainedOn.contains(song.id())).toList());
  }

  @Override
  public void close() {
    model.close();
  }

  private PlannerScore score(List<CorpusSong> candidates) {
    List<CorpusSong> songs = candidates.stream().filter(CorpusSong::labelledByPeople).toList();
    if (songs.isEmpty()) {
      throw new CorpusUnreadable(
          "No song of that file has sections named by people. Give a file with lines whose"
              + " label_source is human.");
    }
    Tally planner = new Tally();
    List<Tally> peers = ngrams.stream().map(any -> new Tally()).toList();
    songs.forEach(song -> add(song, planner, peers));
    int best =
        IntStream.range(0, peers.size())
            .boxed()
            .min(Comparator.comparingDouble(peer -> peers.get(peer).bits()))
            .orElseThrow();
    return new PlannerScore(
        songs.size(),
        planner.symbols,
        planner.bits(),
        planner.top1(),
        new NgramScore(ngrams.get(best).n(), peers.get(best).bits(), peers.get(best).top1()),
        (int) songs.stream().filter(song -> trainedOn.contains(song.id())).count());
  }

  private void add(CorpusSong song, Tally planner, List<Tally> peers) {
    List<Integer> symbols = song.symbols();
    List<double[]> expected = model.labels(song.outline());
    for (int at = 0; at < symbols.size(); at++) {
      planner.add(expected.get(at), symbols.get(at));
      for (int peer = 0; peer < peers.size(); peer++) {
        double[] odds = ngrams.get(peer).after(symbols.subList(0, at));
        peers.get(peer).add(Arrays.stream(odds).map(Math::log).toArray(), symbols.get(at));
      }
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException missing) {
      throw new PlannerUnavailable(
          "The label orders that the n-grams count are missing: %s cannot be read. Fetch the project whole."
              .formatted(file),
          missing);
    }
  }

  /** Bits and hits so far. */
  private static final class Tally {
    private int symbols, hits;
    private double nats;

    void add(double[] logProbabilities, int came) {
      int likeliest = 0;
      for (int i = 1; i < logProbabilities.length; i++) {
        if (logProbabilities[i] > logProbabilities[likeliest]) {
          likeliest = i;
        }
      }
      symbols++;
      nats -= logProbabilities[came];
      hits += likeliest == came ? 1 : 0;
    }

    double bits() {
      return nats / symbols / Math.log(2);
    }

    double top1() {
      return 100.0 * hits / symbols;
    }
  }
}
