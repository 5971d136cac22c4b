package loopmind.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loopmind.arranger.song.EditRefused;

/** Calls tools by name with JSON arguments, for every way in that has no Java type at hand. */
public final class ToolBox {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final List<ToolSpecification> specifications = new ArrayList<>();

  private record Call(Object tool, Method method, Class<?> request) {}

  /**
   * @param tools objects of the tool classes of this package
   */
  public ToolBox(List<Object> tools) {
    for (Object tool : tools) {
      for (Method method : tool.getClass().getMethods()) {
        Tool annotation = method.getAnnotation(Tool.class);
        if (annotation != null) {
          calls.put(annotation.name(), new Call(tool, method, method.getParameterTypes()[0]));
          ToolSpecifications.toolSpecificationsFrom(tool)
              .forEach(specification -> specifications.add(flat(specification)));
        }
      }
    }
  }

  /** The contract's arguments stand at the top, not within the one Java parameter. */
  private static ToolSpecification flat(ToolSpecification nested) {
    JsonSchemaElement only = nested.parameters().properties().values().iterator().next();
    return ToolSpecification.builder()
        .name(nested.name())
        .description(nested.description())
        .parameters((JsonObjectSchema) only)
        .build();
  }

  /** The names of the tools that can be called. */
  public Set<String> names() {
    return Collections.unmodifiableSet(calls.keySet());
  }

  /** What the tools do and take, for a language model. */
  public List<ToolSpecification> specifications() {
    return List.copyOf(specifications);
  }

  /**
   * @param tool one of {@link #names}
   * @param arguments as the contract of that tool says
   * @return what the tool says of what it did
   * @throws EditRefused where it cannot be done, saying why and what to do
   */
  public ToolAnswer call(String tool, JsonNode arguments) {
    Call call = calls.get(tool);
    if (call == null) {
      throw new EditRefused("There is no tool called %s.", tool);
    }
    try {
      Object request = JSON.treeToValue(arguments, call.request());
      return (ToolAnswer) call.method().invoke(call.tool(), request);
    } catch (JsonProcessingException wrong) {
      throw new EditRefused(
          "The arguments of %s cannot be read: %s", tool, wrong.getOriginalMessage());
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("Tool %s failed.".formatted(tool), thrown.getCause());
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException("Tool %s cannot be reached.".formatted(tool), hidden);
    }
  }
}
