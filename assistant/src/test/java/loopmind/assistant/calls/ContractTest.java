package loopmind.assistant.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import loopmind.tools.ComposeSong;
import loopmind.tools.DescribeSong;
import loopmind.tools.Redo;
import loopmind.tools.SearchLoops;
import loopmind.tools.Undo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the assistant says and what the tools hear is one contract. */
class ContractTest {

  @ParameterizedTest
  @ValueSource(
      classes = {ComposeSong.class, SearchLoops.class, DescribeSong.class, Undo.class, Redo.class})
  void aToolTakesTheArgumentsThatTheAssistantGives(Class<?> tool) {
    Method method =
        Stream.of(tool.getMethods())
            .filter(m -> m.isAnnotationPresent(dev.langchain4j.agent.tool.Tool.class))
            .findFirst()
            .orElseThrow();
    String name = method.getAnnotation(dev.langchain4j.agent.tool.Tool.class).name();
    List<String> taken = new ArrayList<>();
    for (RecordComponent argument : method.getParameterTypes()[0].getRecordComponents()) {
      JsonProperty renamed = argument.getAccessor().getAnnotation(JsonProperty.class);
      taken.add(renamed == null ? argument.getName() : renamed.value());
    }
    List<String> given = new ArrayList<>();
    Tool.named(name)
        .orElseThrow()
        .schema()
        .get("properties")
        .fieldNames()
        .forEachRemaining(given::add);
    assertThat(taken).as(name).containsExactlyInAnyOrderElementsOf(given);
  }
}
