package loopmind.arranger.loop;

import java.util.List;
import java.util.Optional;

/** The port through which the arranger asks for loops; the catalogue answers it. */
public interface LoopLibrary {

  /** Every loop and one-shot that gives sound, ordered by id. */
  List<Loop> all();

  /** The loop of that id; empty where the library has none. */
  Optional<Loop> find(LoopId id);
}
