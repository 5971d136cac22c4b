package loopmind.ui.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import loopmind.arranger.loop.LoopKind;
import loopmind.library.listen.FileFacts;
import loopmind.library.listen.Verdict;

/** The facts of a file in one line, for a person. */
final class FactsLine {

  private FactsLine() {}

  static String of(FileFacts facts) {
    String name =
        facts
            .file()
            .inside()
            .map(inside -> facts.file().path().getFileName() + "/" + inside)
            .orElse(String.valueOf(facts.file().path().getFileName()));
    return facts
        .error()
        .map(sentence -> "%-44s  %s".formatted(name, sentence))
        .orElseGet(
            () -> "%-44s  %s".formatted(name, facts.sound().map(s -> sound(facts, s)).orElse("")));
  }

  private static String sound(FileFacts facts, FileFacts.Contents contents) {
    return facts.kind() == LoopKind.LONG ? recording(contents) : sound(contents);
  }

  /** How much of a long recording is what, the most first. */
  private static String recording(FileFacts.Contents contents) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (FileFacts.Part part : contents.regions()) {
      seconds.merge(part.content(), part.end().minus(part.start()).value(), Double::sum);
    }
    String parts =
        seconds.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(entry -> entry.getKey() + " " + clock(entry.getValue()))
            .collect(Collectors.joining(", "));
    return "long    %s in %d parts: %s"
        .formatted(clock(contents.length().value()), contents.regions().size(), parts);
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return "%d:%02d".formatted(whole / 60, whole % 60);
  }

  private static String sound(FileFacts.Contents contents) {
    Verdict verdict = contents.verdict();
    List<String> parts = new ArrayList<>();
    parts.add(
        "%-7s %-10s %-10s"
            .formatted(verdict.kind().word(), verdict.role().word(), verdict.instrument()));
    parts.add(String.format(Locale.ROOT, "%6.2f s", contents.length().value()));
    verdict
        .tempo()
        .ifPresent(
            tempo ->
                parts.add(
                    String.format(
                        Locale.ROOT, "%.4g BPM, %.4g bars", tempo.bpm().value(), tempo.bars())));
    verdict.key().ifPresent(key -> parts.add(key.key().text()));
    contents
        .loudness()
        .ifPresent(loudness -> parts.add(String.format(Locale.ROOT, "%.1f LUFS", loudness.lufs())));
    contents.failed().forEach(failure -> parts.add(failure.name() + " failed: " + failure.why()));
    return String.join("  ", parts);
  }
}
