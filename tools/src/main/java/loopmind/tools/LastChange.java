package loopmind.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.song.Change;
import loopmind.arranger.song.History;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongDifference;

/** Tells what the last message changed. */
final class LastChange {

  private static final int MOST = 8;

  private final Optional<History> history;

  LastChange(Optional<History> history) {
    this.history = history;
  }

  List<String> lines() {
    if (history.isEmpty() || history.get().current() == 0) {
      return List.of("Nothing was changed yet: this is the first version of the song.");
    }
    History all = history.get();
    Song before = all.versions().get(all.current() - 1).song();
    List<Change> changes = SongDifference.between(before, all.song());
    List<String> lines = new ArrayList<>();
    lines.add("Last change: \"%s\".".formatted(all.versions().get(all.current()).message()));
    changes.stream().limit(MOST).map(LastChange::line).forEach(lines::add);
    if (changes.size() > MOST) {
      lines.add("  and %d more.".formatted(changes.size() - MOST));
    }
    return lines;
  }

  static String line(Change change) {
    String where = change.section().isEmpty() ? "the song" : change.section();
    String role = change.role().isEmpty() ? "" : " " + change.role();
    return change.before().isEmpty()
        ? "  %s:%s %s added, %s".formatted(where, role, change.what(), change.after())
        : change.after().isEmpty()
            ? "  %s:%s %s gone, was %s".formatted(where, role, change.what(), change.before())
            : "  %s:%s %s %s → %s"
                .formatted(where, role, change.what(), change.before(), change.after());
  }
}
