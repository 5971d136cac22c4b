package loopmind.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.song.History;
import loopmind.arranger.song.Saying;
import loopmind.arranger.song.Song;

/** What is being edited and said while the tool calls of one message run. */
final class Turn {

  final List<Said> said = new ArrayList<>();
  Optional<History> history;
  Optional<Song> edited = Optional.empty();

  /** Something said, before it is known which version comes of it. */
  record Said(String user, JsonNode calls, String answer) {
    Saying at(int version) {
      return new Saying(user, calls, answer, version);
    }
  }

  Turn(Optional<History> history) {
    this.history = history;
  }

  /** The song as edited so far. */
  Optional<Song> song() {
    return edited.isPresent() ? edited : history.map(History::song);
  }
}
