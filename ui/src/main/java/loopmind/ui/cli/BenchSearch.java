package loopmind.ui.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import loopmind.arranger.choose.SentenceEncoder;
import loopmind.library.index.IndexBench;
import loopmind.library.listen.ListenBench;
import loopmind.library.listen.Listener;
import loopmind.library.listen.ears.Ears;
import loopmind.library.listen.meaning.Meaning;
import loopmind.library.search.MeaningWords;
import loopmind.library.search.SearchBench;
import loopmind.ui.Folders;
import loopmind.ui.ProjectRoot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code loopmind bench search}: finding by words and by sound, and the index behind it. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description =
        "Finding by words and by sound, beside tags and names alone; and the index behind it.",
    footer = {
      "",
      "Example:  loopmind bench search --truth said.jsonl --sounds DIR",
      "          loopmind bench search --vectors 100000"
    })
final class BenchSearch implements Callable<Integer> {

  private static final int FEWEST = 1000;

  @Spec private picocli.CommandLine.Model.@Nullable CommandSpec spec;

  @Option(
      names = "--truth",
      paramLabel = "JSONL",
      description = "what was said of each sound, an object a line")
  private @Nullable Path truth;

  @Option(names = "--sounds", paramLabel = "DIR", description = "the folder that it is about")
  private @Nullable Path sounds;

  @Option(
      names = "--vectors",
      paramLabel = "N",
      description = "measure the index with so many places, 1000 or more")
  private int vectors;

  @Mixin private Options options = new Options();

  @Override
  public Integer call() {
    if (spec != null && vectors < FEWEST && (truth == null || sounds == null)) {
      throw new ParameterException(
          spec.commandLine(), "Give --truth with --sounds, or --vectors from 1000.");
    }
    try {
      if (vectors >= FEWEST) {
        index();
      } else if (truth != null && sounds != null) {
        search(truth, sounds);
      }
      return 0;
    } catch (IOException failed) {
      throw new UncheckedIOException("The truth or a sound could not be read.", failed);
    }
  }

  private void search(Path said, Path folder) throws IOException {
    SentenceEncoder encoder = new SentenceEncoder();
    try (Ears ears = new Ears(ProjectRoot.models().resolve("ears"));
        Meaning meaning = new Meaning(ProjectRoot.models().resolve("meaning"), encoder)) {
      List<ListenBench.Row> rows =
          SearchBench.run(
              Listener.with(ears, meaning), new MeaningWords(meaning), encoder, said, folder);
      for (ListenBench.Row row : rows) {
        print(BenchLine.of(row));
      }
    }
  }

  private void index() throws IOException {
    Path folder = Files.createTempDirectory("loopmind-index");
    try {
      for (IndexBench.Figure figure : IndexBench.run(vectors, folder)) {
        print(
            new BenchLine(
                figure.name(),
                figure.value(),
                figure.unit(),
                "-",
                Double.NaN,
                figure.goal(),
                figure.passed()));
      }
    } finally {
      Folders.delete(folder);
    }
  }

  private void print(BenchLine line) {
    System.out.println(options.json() ? line.json() : line);
  }
}
