package loopmind.ui.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import loopmind.ui.InstalledModel;
import loopmind.ui.ProjectRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code loopmind doctor}: what is wrong with this machine. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Checks what LoopMind needs on this machine; exit status 1 where something is wrong.",
    footer = {"", "Example:  loopmind doctor"})
final class DoctorCommand implements Callable<Integer> {

  private static final long LEAST_DISK_MB = 500, LEAST_HEAP_MB = 700;

  @Mixin private Options options = new Options();

  private record Check(String name, boolean passed, String sentence) {}

  @Override
  public Integer call() {
    List<Check> checks = new ArrayList<>();
    checks.add(java());
    checks.add(memory());
    checks.add(home());
    checks.add(models());
    checks.add(starterPack());
    for (Check check : checks) {
      System.out.println(
          options.json()
              ? json(check)
              : "%-7s %-12s %s"
                  .formatted(check.passed ? "ok" : "WRONG", check.name, check.sentence));
    }
    return checks.stream().allMatch(Check::passed) ? 0 : 1;
  }

  private static ObjectNode json(Check check) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", check.name)
        .put("passed", check.passed)
        .put("sentence", check.sentence);
  }

  private static Check java() {
    int version = Runtime.version().feature();
    return new Check(
        "java", version >= 25, "Java %s (25 or newer is needed)".formatted(Runtime.version()));
  }

  private static Check memory() {
    long heap = Runtime.getRuntime().maxMemory() / 1_000_000;
    return new Check(
        "memory",
        heap >= LEAST_HEAP_MB,
        "%d MB of heap (%d are needed)".formatted(heap, LEAST_HEAP_MB));
  }

  private Check home() {
    Path folder = options.home().folder();
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, "doctor", ".tmp");
      Files.delete(probe);
      long free = Files.getFileStore(folder).getUsableSpace() / 1_000_000;
      return new Check(
          "home",
          free >= LEAST_DISK_MB,
          "%s can be written, %d MB are free".formatted(folder, free));
    } catch (IOException unwritable) {
      return new Check(
          "home", false, "%s cannot be written; choose another with --home DIR".formatted(folder));
    }
  }

  private static Check models() {
    List<String> damaged =
        InstalledModel.all().stream()
            .filter(model -> !model.isWhole())
            .map(InstalledModel::name)
            .toList();
    return new Check(
        "models",
        damaged.isEmpty(),
        damaged.isEmpty()
            ? "%d models are there and whole".formatted(InstalledModel.all().size())
            : "damaged or missing: %s; get a fresh copy of LoopMind"
                .formatted(String.join(", ", damaged)));
  }

  private static Check starterPack() {
    boolean there = Files.isDirectory(ProjectRoot.starterPack());
    return new Check(
        "starter pack", there, there ? "is there" : "is missing; get a fresh copy of LoopMind");
  }
}
