package loopmind.ui.timeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import loopmind.assistant.calls.ToolCall;

/** Typed tool calls for what is done by hand. */
final class Calls {

  private Calls() {}

  /** A call without arguments. */
  static ToolCall plain(String tool) {
    return new ToolCall(tool, JsonNodeFactory.instance.objectNode());
  }

  /**
   * A section as tools name it.
   *
   * @param kind such as hook
   * @param n which of its kind; 0 where it is the only one
   */
  record Ref(String kind, int n) {

    private void put(ObjectNode args, String argument) {
      ObjectNode node = args.putObject(argument).put("kind", kind);
      if (n > 0) {
        node.put("n", n);
      }
    }

    /** As people say it. */
    String spoken() {
      return n > 0 ? kind + " " + n : kind;
    }
  }

  static ToolCall resize(Ref section, int bars) {
    ObjectNode args = JsonNodeFactory.instance.objectNode();
    section.put(args, "section");
    return new ToolCall("resize_section", args.put("bars", bars));
  }

  /**
   * @param place {@code before} or {@code after}
   */
  static ToolCall move(Ref section, String place, Ref other) {
    ObjectNode args = JsonNodeFactory.instance.objectNode();
    section.put(args, "section");
    other.put(args, place);
    return new ToolCall("move_section", args);
  }

  static ToolCall onSection(String tool, Ref section) {
    ObjectNode args = JsonNodeFactory.instance.objectNode();
    section.put(args, "section");
    return new ToolCall(tool, args);
  }

  static ToolCall swap(String role, Ref section) {
    ObjectNode args = JsonNodeFactory.instance.objectNode().put("role", role);
    section.put(args, "section");
    return new ToolCall("swap_loop", args);
  }

  /**
   * @param loop by name
   */
  static ToolCall swapFor(String role, Ref section, String loop) {
    ToolCall swap = swap(role, section);
    return new ToolCall(swap.tool(), swap.args().put("loop", loop));
  }

  /**
   * @param loop by name
   */
  static ToolCall addLayer(String role, Ref section, String loop) {
    ObjectNode args = JsonNodeFactory.instance.objectNode().put("role", role);
    section.put(args, "section");
    return new ToolCall("add_layer", args.put("loop", loop));
  }

  /** One more section of a kind, right after another. */
  static ToolCall another(Ref section) {
    ObjectNode args = JsonNodeFactory.instance.objectNode().put("kind", section.kind());
    section.put(args, "after");
    return new ToolCall("add_section", args);
  }

  static ToolCall level(String role, double decibels) {
    return new ToolCall(
        "set_level", JsonNodeFactory.instance.objectNode().put("role", role).put("db", decibels));
  }

  static ToolCall mute(String role, boolean mute) {
    return new ToolCall(
        "set_level", JsonNodeFactory.instance.objectNode().put("role", role).put("mute", mute));
  }

  static ToolCall mix(String mode) {
    return new ToolCall("mix_song", JsonNodeFactory.instance.objectNode().put("mode", mode));
  }

  static ToolCall export(String format) {
    return new ToolCall("export_song", JsonNodeFactory.instance.objectNode().put("format", format));
  }
}
