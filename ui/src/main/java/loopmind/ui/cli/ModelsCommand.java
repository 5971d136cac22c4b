package loopmind.ui.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import loopmind.ui.InstalledModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code loopmind models}: which models are there and where they come from. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "Lists the models: what each is, where it comes from, its size and licence.",
    footer = {"", "Example:  loopmind models --json"})
final class ModelsCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Override
  public Integer call() {
    for (InstalledModel model : InstalledModel.all()) {
      JsonNode manifest = model.manifest();
      if (options.json()) {
        System.out.println(manifest);
      } else {
        System.out.printf(
            "%-12s %-8s %8d kB  %-12s %s%n",
            model.name(),
            manifest.path("version").asText(),
            model.bytes() / 1000,
            manifest.path("licence").asText(),
            model.isWhole()
                ? manifest.path("source").asText()
                : "DAMAGED: not the file its manifest names");
      }
    }
    return 0;
  }
}
