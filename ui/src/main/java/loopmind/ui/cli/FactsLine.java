package loopmind.ui.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            () -> "%-44s  %s".formatted(name, facts.sound().map(FactsLine::sound).orElse("")));
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
