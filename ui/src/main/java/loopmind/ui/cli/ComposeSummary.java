package loopmind.ui.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import loopmind.arranger.song.Song;
import loopmind.mixer.measure.QaCheck;
import loopmind.mixer.render.Rendering;
import loopmind.ui.ArrangementText;

/** What a person reads after a song was made: where it is, what it looks like, what to try next. */
final class ComposeSummary {

  private static final int WIDTH = 100;

  private final Song song;
  private final Rendering made;
  private final Path songFile;
  private final List<Path> folders;

  ComposeSummary(Song song, Rendering made, Path songFile, List<Path> folders) {
    this.song = song;
    this.made = made;
    this.songFile = songFile;
    this.folders = folders;
  }

  void print(List<String> answers) {
    answers.forEach(System.out::println);
    System.out.println();
    System.out.print(new ArrangementText(song, WIDTH).draw());
    System.out.println();
    System.out.println("Song     " + made.mix());
    System.out.println("Project  " + songFile);
    made.stems().values().stream()
        .findFirst()
        .ifPresent(stem -> System.out.println("Stems    " + stem.getParent()));
    System.out.println(checks());
    System.out.println();
    System.out.println("Try next:");
    System.out.printf("  the same wish, another song:  --seed %d%n", song.facts().seed() + 1);
    System.out.printf(
        Locale.ROOT, "  hear what it is made of:      loopmind render %s --mode raw%n", songFile);
    System.out.println(thirdIdea());
  }

  private String thirdIdea() {
    boolean ownLoops =
        folders.stream().noneMatch(folder -> folder.endsWith(Path.of("packs", "starter")));
    return ownLoops
        ? "  find more like it:            loopmind search \"%s\" --key \"%s\""
            .formatted(song.facts().style(), song.facts().key())
        : "  your own sounds:              loopmind compose --folder ~/Samples/MyPack \"%s\""
            .formatted(song.facts().title().toLowerCase(Locale.ROOT));
  }

  private String checks() {
    String failed =
        made.report().checks().stream()
            .filter(check -> !check.passed())
            .map(ComposeSummary::said)
            .collect(Collectors.joining(", "));
    return failed.isEmpty()
        ? "Checked  "
            + made.report().checks().stream()
                .map(ComposeSummary::said)
                .collect(Collectors.joining(", "))
        : "NOT PASSED after %d tries: %s".formatted(made.report().tries(), failed);
  }

  private static String said(QaCheck check) {
    return switch (check.name()) {
      case "loudness", "true_peak", "tempo", "length" ->
          String.format(
              Locale.ROOT,
              "%s %.6g %s",
              check.name().replace('_', ' '),
              check.value(),
              check.unit());
      default -> check.name();
    };
  }
}
