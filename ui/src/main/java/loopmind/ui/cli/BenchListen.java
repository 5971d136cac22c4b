package loopmind.ui.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import loopmind.arranger.choose.SentenceEncoder;
import loopmind.library.listen.ListenBench;
import loopmind.library.listen.Listener;
import loopmind.library.listen.ears.Ears;
import loopmind.library.listen.meaning.Meaning;
import loopmind.ui.ProjectRoot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code loopmind bench listen}: what is heard in sounds whose facts are known. */
@Command(
    name = "listen",
    mixinStandardHelpOptions = true,
    description = "What is heard in sounds whose facts are known: tempo, key, kind, role, speed.")
final class BenchListen implements Callable<Integer> {

  @Option(
      names = "--truth",
      paramLabel = "CSV",
      required = true,
      description = "the known facts, a line a file")
  private @Nullable Path truth;

  @Parameters(paramLabel = "DIR", description = "the folder that the facts are about")
  private Path folder = Path.of("");

  @Mixin private Options options = new Options();

  @Override
  public Integer call() {
    if (truth == null) {
      throw new IllegalStateException("picocli asks for the truth.");
    }
    try (Ears ears = new Ears(ProjectRoot.models().resolve("ears"));
        Meaning meaning =
            new Meaning(ProjectRoot.models().resolve("meaning"), new SentenceEncoder())) {
      for (ListenBench.Row row :
          ListenBench.run(Listener.with(ears, meaning), truth, folder).rows()) {
        BenchLine line = BenchLine.of(row);
        System.out.println(options.json() ? line.json() : line);
      }
      return 0;
    } catch (IOException failed) {
      throw new UncheckedIOException("The truth or a sound could not be read.", failed);
    }
  }
}
