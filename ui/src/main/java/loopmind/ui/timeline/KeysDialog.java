package loopmind.ui.timeline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every key of the studio. */
final class KeysDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  KeysDialog() {
    setHeaderTitle("Keys");
    setWidth("560px");
    DescriptionList list = new DescriptionList();
    list.addClassName("key-list");
    keys()
        .forEach(
            (key, does) ->
                list.add(new DescriptionList.Term(key), new DescriptionList.Description(does)));
    add(list);
    getFooter().add(new Button("Close", event -> close()));
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("Space", "play or pause");
    keys.put("← →", "a bar back or on");
    keys.put("Home", "to the start");
    keys.put("L", "loop the chosen section");
    keys.put("B", "what stood there before the last edit, and after it again");
    keys.put("Ctrl Z, Ctrl Shift Z", "undo, redo");
    keys.put("M, S", "mute the chosen lane, hear it alone");
    keys.put("R, Delete", "regenerate or remove what is chosen");
    keys.put("/", "to the chat");
    keys.put("F", "search for sounds");
    keys.put("Esc", "silence a sound that is tried");
    keys.put("In the timeline: ← → ↑ ↓", "choose a section and a lane");
    keys.put("Shift ← →, Alt ← →", "move the section, change its length");
    keys.put("Enter", "play from the section on");
    return keys;
  }
}
