package loopmind.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.song.History;
import loopmind.arranger.song.Saying;
import loopmind.arranger.song.SongFile;

/**
 * Keeps a song in its file: its versions, what was said about it, the report of its last render.
 * What was said in a turn is saved together with what the turn made.
 */
final class SongKeeper {

  private final SongFile file;
  private List<Saying> sayings;
  private Optional<JsonNode> report;
  private Optional<Said> said = Optional.empty();

  /** What was said since the last save. */
  private record Said(String user, ArrayNode calls, String answer) {}

  /**
   * @param content of the file; empty where there is none yet
   */
  SongKeeper(SongFile file, Optional<SongFile.Content> content) {
    this.file = file;
    sayings = content.map(SongFile.Content::sayings).orElse(List.of());
    report = content.flatMap(SongFile.Content::report);
  }

  /** Saves a history, and returns when it is on disk. */
  synchronized void keep(History history) {
    save(history, Optional.empty());
  }

  synchronized void keepReport(History history, JsonNode of) {
    save(history, Optional.of(of));
  }

  private void save(History history, Optional<JsonNode> newReport) {
    List<Saying> all = new ArrayList<>(sayings);
    said.ifPresent(
        one -> all.add(new Saying(one.user(), one.calls(), one.answer(), history.number())));
    file.save(new SongFile.Content(history, all, newReport));
    sayings = List.copyOf(all);
    report = newReport;
    said = Optional.empty();
  }

  /** Notes what was said; it is saved with the next history. */
  synchronized void said(String user, ArrayNode calls, String answer) {
    said = Optional.of(new Said(user, calls, answer));
  }

  /** Saves what was said where no turn did. */
  synchronized void keepSaid(Optional<History> history) {
    if (said.isPresent() && history.isPresent()) {
      save(history.get(), report);
    }
  }

  /** What was said in a turn that did not happen was not said. */
  synchronized void forgetSaid() {
    said = Optional.empty();
  }

  synchronized List<Saying> sayings() {
    return sayings;
  }
}
