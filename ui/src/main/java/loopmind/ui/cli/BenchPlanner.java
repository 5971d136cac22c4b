package loopmind.ui.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import loopmind.arranger.plan.PlannerBench;
import loopmind.arranger.plan.PlannerScore;
import loopmind.ui.ProjectRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code loopmind bench planner}: the planner against n-grams on songs whose form is known. */
@Command(
    name = "planner",
    mixinStandardHelpOptions = true,
    description =
        "How well the planner foretells the order of sections, beside n-grams trained on the same songs.")
final class BenchPlanner implements Callable<Integer> {

  /** What the planner has to be better by: bits a section, and points of top-1. */
  private static final double BITS_GOAL = 0.2, TOP1_GOAL = 4;

  @Option(
      names = "--songs",
      required = true,
      paramLabel = "FILE.jsonl",
      description = "songs labelled by people, one JSON object a line")
  private Path songs = Path.of("");

  @Option(names = "--unseen", description = "leave out songs that the planner was trained on")
  private boolean unseen;

  @Mixin private Options options = new Options();

  @Override
  public Integer call() {
    try (PlannerBench bench = new PlannerBench(ProjectRoot.models().resolve("planner"))) {
      PlannerScore score = unseen ? bench.scoreUnseen(songs) : bench.score(songs);
      if (options.json()) {
        System.out.println(json(score));
      } else {
        print(score);
      }
    }
    return 0;
  }

  private static void print(PlannerScore score) {
    PlannerScore.NgramScore peer = score.bestNgram();
    String name = peer.n() + "-gram";
    double bits = peer.bitsPerSection() - BITS_GOAL, top1 = peer.top1() + TOP1_GOAL;
    System.out.println(
        new BenchLine(
            "planner.bits_per_section",
            score.bitsPerSection(),
            "bits",
            name,
            peer.bitsPerSection(),
            bits,
            score.bitsPerSection() <= bits));
    System.out.println(
        new BenchLine(
            "planner.top1", score.top1(), "%", name, peer.top1(), top1, score.top1() >= top1));
    System.out.println(
        new BenchLine("planner.songs", score.songs(), "songs", "-", Double.NaN, Double.NaN, true));
    System.out.println(
        new BenchLine(
            "planner.seen_in_training",
            score.seenInTraining(),
            "songs",
            "-",
            Double.NaN,
            0,
            score.seenInTraining() == 0));
  }

  private static ObjectNode json(PlannerScore score) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("songs", score.songs())
        .put("symbols", score.symbols())
        .put("bits_per_section", score.bitsPerSection())
        .put("top1", score.top1());
    node.putObject("best_ngram")
        .put("n", score.bestNgram().n())
        .put("bits_per_section", score.bestNgram().bitsPerSection())
        .put("top1", score.bestNgram().top1());
    return node.put("seen_in_training", score.seenInTraining());
  }
}
