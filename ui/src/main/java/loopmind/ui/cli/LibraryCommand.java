package loopmind.ui.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import loopmind.arranger.loop.Loop;
import loopmind.library.catalogue.Catalogue;
import loopmind.library.search.Twins;
import loopmind.ui.Library;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loopmind library}: the catalogue as a whole. */
@Command(
    name = "library",
    mixinStandardHelpOptions = true,
    description = "The catalogue as a whole: what is there twice, how you name files, backups.",
    subcommands = {
      LibraryCommand.Duplicates.class,
      LibraryCommand.Names.class,
      LibraryCommand.Backup.class,
      LibraryCommand.Restore.class,
    },
    footer = {"", "Example:  loopmind library backup ~/loopmind.backup"})
final class LibraryCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives every command its spec.");
    }
    throw new ParameterException(
        spec.commandLine(),
        "Say what of the library: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }

  /** {@code loopmind library duplicates}: sounds that are there twice. */
  @Command(
      name = "duplicates",
      mixinStandardHelpOptions = true,
      description =
          "Groups of sounds that are the same but for their file: another format, level or cut.",
      footer = {"", "Example:  loopmind library duplicates --json"})
  static final class Duplicates implements Callable<Integer> {

    @Mixin private Options options = new Options();

    @Override
    public Integer call() {
      try (Library library = new Library(options.home())) {
        List<Loop> loops = library.loops(library.foldersFor(List.of()), false);
        List<List<Loop>> groups = Twins.of(loops, () -> false);
        for (List<Loop> group : groups) {
          if (options.json()) {
            ArrayNode line = new ObjectMapper().createArrayNode();
            group.forEach(loop -> line.add(place(loop)));
            System.out.println(line);
          } else {
            group.forEach(loop -> System.out.println(place(loop)));
            System.out.println();
          }
        }
        System.err.printf(
            "%d of %d sounds are in %d groups.%n", count(groups), loops.size(), groups.size());
        return 0;
      }
    }

    private static int count(List<List<Loop>> groups) {
      return groups.stream().mapToInt(List::size).sum();
    }

    private static String place(Loop loop) {
      return loop.path() + loop.inside().map(inside -> " > " + inside).orElse("");
    }
  }

  /** {@code loopmind library names}: how files are named. */
  @Command(
      name = "names",
      mixinStandardHelpOptions = true,
      description = "What parts of your file names stand for, learnt from sounds that are sure.",
      footer = {"", "Example:  loopmind library names"})
  static final class Names implements Callable<Integer> {

    @Mixin private Options options = new Options();

    @Override
    public Integer call() {
      try (Library library = new Library(options.home())) {
        Map<String, String> said = library.namingStyle(library.foldersFor(List.of())).said();
        if (options.json()) {
          System.out.println(new ObjectMapper().valueToTree(said).toString());
        } else {
          said.forEach((part, means) -> System.out.printf("%-16s %s%n", part, means));
        }
        return 0;
      }
    }
  }

  /** {@code loopmind library backup}: all that is known, in one file. */
  @Command(
      name = "backup",
      mixinStandardHelpOptions = true,
      description = "Writes all that is known of your sounds, and all you said of them, to a file.",
      footer = {"", "Example:  loopmind library backup ~/loopmind.backup"})
  static final class Backup implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the backup")
    private Path file = Path.of("");

    @Mixin private Options options = new Options();

    @Override
    public Integer call() {
      try (Catalogue catalogue = Catalogue.open(options.home().catalogue())) {
        catalogue.backUp(file.toAbsolutePath());
        System.err.printf("Wrote %s.%n", file.toAbsolutePath());
        return 0;
      }
    }
  }

  /** {@code loopmind library restore}: a backup takes the place of what is known. */
  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = "Puts a backup in the place of what is known; that is kept beside it.",
      footer = {"", "Example:  loopmind library restore ~/loopmind.backup"})
  static final class Restore implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the backup")
    private Path file = Path.of("");

    @Mixin private Options options = new Options();

    @Override
    public Integer call() {
      Path folder = options.home().catalogue();
      Catalogue.restore(file.toAbsolutePath(), folder);
      System.err.printf(
          "Restored. What was there before is in %s.%n", folder.resolve("before-restore.backup"));
      return 0;
    }
  }
}
