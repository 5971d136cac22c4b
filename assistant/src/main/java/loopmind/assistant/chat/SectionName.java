package loopmind.assistant.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.song.SectionKind;
import loopmind.assistant.calls.SongState;

/**
 * One section as a person would name it.
 *
 * @param kind what it is
 * @param n which of that kind, from 1 in playing order
 * @param of how many of that kind there are
 * @param bar where it begins, counted from 1
 */
record SectionName(SectionKind kind, int n, int of, int bar) {

  /** Every section of a song, in playing order. */
  static List<SectionName> all(SongState song) {
    List<SectionName> names = new ArrayList<>();
    int bar = 1;
    for (int i = 0; i < song.sections().size(); i++) {
      SongState.Section section = song.sections().get(i);
      List<Integer> alike = song.positionsOf(section.kind());
      names.add(new SectionName(section.kind(), alike.indexOf(i) + 1, alike.size(), bar));
      bar += section.bars();
    }
    return names;
  }

  /** {@code hook 2}, or {@code bridge} where there is only one. */
  String word() {
    return of == 1 ? kind.word() : kind.word() + " " + n;
  }

  /** {@code {"kind": "hook", "n": 2}}. */
  ObjectNode reference() {
    ObjectNode reference = JsonNodeFactory.instance.objectNode().put("kind", kind.word());
    return of == 1 ? reference : reference.put("n", n);
  }
}
