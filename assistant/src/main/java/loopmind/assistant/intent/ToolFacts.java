package loopmind.assistant.intent;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;

/**
 * What the classifier is told beside the words: for each word of an answer whether the turn before
 * used that tool; whether it used none; whether there is no song; whether there is a turn before.
 *
 * @param words that answers begin with, in the order the network was trained with
 */
record ToolFacts(List<String> words) {

  private static final Map<String, String> WORDS =
      Stream.of(
              "compose_song compose",
              "search_loops search",
              "swap_loop swap",
              "add_layer add",
              "remove_layer remove",
              "add_section newsec",
              "remove_section delsec",
              "move_section move",
              "resize_section resize",
              "regenerate_section regen",
              "set_tempo tempo",
              "set_key key",
              "set_level level",
              "add_effect effect",
              "remove_effect noeffect",
              "add_transition trans",
              "remove_transition notrans",
              "mix_song mix",
              "change_genre genre",
              "remix_song remix",
              "match_reference ref",
              "undo undo",
              "redo redo",
              "export_song export",
              "describe_song ask")
          .map(pair -> pair.split(" "))
          .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

  ToolFacts {
    words = List.copyOf(words);
  }

  float[] of(boolean song, List<Turn> turns) {
    float[] facts = new float[words.size() + 3];
    if (!turns.isEmpty()) {
      List<ToolCall> calls = turns.getLast().calls();
      for (ToolCall call : calls) {
        int at = words.indexOf(WORDS.get(call.tool()));
        if (at >= 0) {
          facts[at] = 1;
        }
      }
      facts[words.size()] = calls.isEmpty() ? 1 : 0;
      facts[words.size() + 2] = 1;
    }
    facts[words.size() + 1] = song ? 0 : 1;
    return facts;
  }
}
