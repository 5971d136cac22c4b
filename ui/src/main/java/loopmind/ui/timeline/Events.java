package loopmind.ui.timeline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.DomEvent;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What the browser's part of a component sends. */
final class Events {

  private Events() {}

  /** Calls something with the detail of each event of a kind. */
  static void on(Component sender, String event, Consumer<JsonNode> doing) {
    sender
        .getElement()
        .addEventListener(
            event, (DomEvent sent) -> doing.accept(sent.getEventData().path("event.detail")))
        .addEventData("event.detail");
  }
}
