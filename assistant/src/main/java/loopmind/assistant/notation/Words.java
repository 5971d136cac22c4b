package loopmind.assistant.notation;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;
import loopmind.assistant.calls.Tool;

/** The words of the notation, and the words of the contract that they stand for. */
final class Words {

  /** A slot's name in a prompt. */
  static final String SLOT = "<[lkdyn]\\d+[abc]?>";

  static final Map<String, Tool> TOOLS =
      Map.ofEntries(
          entry("compose", Tool.COMPOSE_SONG),
          entry("search", Tool.SEARCH_LOOPS),
          entry("swap", Tool.SWAP_LOOP),
          entry("add", Tool.ADD_LAYER),
          entry("remove", Tool.REMOVE_LAYER),
          entry("newsec", Tool.ADD_SECTION),
          entry("delsec", Tool.REMOVE_SECTION),
          entry("move", Tool.MOVE_SECTION),
          entry("resize", Tool.RESIZE_SECTION),
          entry("regen", Tool.REGENERATE_SECTION),
          entry("tempo", Tool.SET_TEMPO),
          entry("key", Tool.SET_KEY),
          entry("level", Tool.SET_LEVEL),
          entry("effect", Tool.ADD_EFFECT),
          entry("noeffect", Tool.REMOVE_EFFECT),
          entry("trans", Tool.ADD_TRANSITION),
          entry("notrans", Tool.REMOVE_TRANSITION),
          entry("mix", Tool.MIX_SONG),
          entry("genre", Tool.CHANGE_GENRE),
          entry("remix", Tool.REMIX_SONG),
          entry("ref", Tool.MATCH_REFERENCE),
          entry("undo", Tool.UNDO),
          entry("redo", Tool.REDO),
          entry("export", Tool.EXPORT_SONG),
          entry("ask", Tool.DESCRIBE_SONG));

  static final List<String> KINDS = Stream.of(SectionKind.values()).map(SectionKind::word).toList();
  static final List<String> ROLES = Stream.of(Role.values()).map(Role::word).toList();

  /** Words of the notation have no underscore, and sweeps need no name. */
  static final Map<String, String> EFFECTS = shortened(Tool.EFFECTS);

  static final Map<String, String> TRANSITIONS = shortened(Tool.TRANSITIONS);

  private Words() {}

  private static Map<String, String> shortened(List<String> words) {
    return words.stream()
        .collect(
            Collectors.toMap(word -> word.replace("_sweep", "").replace("_", ""), word -> word));
  }

  /** The notation's word for a word of the contract; that word itself where it has no other. */
  static String shortFor(Map<String, String> words, String contractWord) {
    return words.entrySet().stream()
        .filter(word -> word.getValue().equals(contractWord))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(contractWord);
  }

  /** The notation's word for a tool. */
  static String shortFor(Tool tool) {
    return TOOLS.entrySet().stream()
        .filter(word -> word.getValue() == tool)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
