package loopmind.ui.jobs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import loopmind.assistant.calls.ToolCall;

/**
 * What a job is to make.
 *
 * @param prompt as a person would say it
 * @param reference a finished track that the song is to follow
 * @param calls done after the prompt, as one step; each without a fault
 * @param stems whether a file for each role is wanted beside the mix
 */
public record JobWish(
    String prompt, Optional<Path> reference, List<ToolCall> calls, boolean stems) {

  public JobWish {
    calls = List.copyOf(calls);
  }

  /** The calls as the table keeps them. */
  String callsText() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    calls.forEach(call -> all.add(call.json()));
    return all.toString();
  }
}
