package loopmind.ui.timeline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import loopmind.arranger.song.History;
import loopmind.ui.OpenSong;

/** Every version of the song, named and dated, branch beside branch; one is gone to at a click. */
final class VersionsDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT);

  private static final int INDENT_PIXELS = 18;

  private final transient OpenSong song;
  private final transient StudioView.Asking ask;
  private final Grid<History.Entry> rows = new Grid<>();
  private final TextField name = new TextField("Name of this version");
  private transient Map<Integer, Integer> branches = Map.of();
  private transient List<History.Entry> shown = List.of();

  VersionsDialog(OpenSong song, StudioView.Asking ask) {
    this.song = song;
    this.ask = ask;
    setHeaderTitle("Versions");
    addClassName("versions");
    setWidth("720px");
    setHeight("70vh");
    setDraggable(true);
    setModality(com.vaadin.flow.component.ModalityMode.MODELESS);
    rows.addColumn(new ComponentRenderer<>(this::row)).setHeader("All versions, the latest first");
    rows.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
    rows.setSelectionMode(Grid.SelectionMode.NONE);
    rows.setSizeFull();
    name.setPlaceholder("rough mix");
    Div naming = new Div(name, new Button("Name it", event -> named()));
    naming.addClassName("way");
    Div all = new Div(naming, rows);
    all.addClassName("versions-all");
    add(all);
    getFooter().add(new Button("Close", event -> close()));
  }

  private void named() {
    String wanted = name.getValue().strip();
    if (!wanted.isEmpty()) {
      ask.name(wanted);
      name.clear();
    }
  }

  void refresh() {
    List<History.Entry> all = song.versions();
    if (all.equals(shown)) { // rows that are drawn anew lose the click that is under way
      return;
    }
    shown = all;
    branches = branches(all);
    rows.setItems(all.reversed());
  }

  /**
   * The branch of each version, by number: the first that is made out of a version goes on in its
   * branch, each further one begins another.
   */
  static Map<Integer, Integer> branches(List<History.Entry> all) {
    Map<Integer, Integer> branches = new HashMap<>();
    Set<Integer> goneOn = new HashSet<>();
    int last = 0;
    for (History.Entry one : all) {
      boolean goesOn = one.parent().isPresent() && goneOn.add(one.parent().getAsInt());
      branches.put(
          one.number(),
          goesOn ? branches.get(one.parent().getAsInt()) : one.parent().isEmpty() ? 0 : ++last);
    }
    return branches;
  }

  private Div row(History.Entry one) {
    int branch = branches.getOrDefault(one.number(), 0);
    Span names = new Span(String.join(", ", one.names()));
    names.addClassName("what");
    Span message = new Span(one.message());
    Div said = new Div(names, message);
    said.addClassName("name");
    Span facts = new Span(facts(one, branch));
    facts.addClassName("facts");
    Div text = new Div(said, facts);
    text.addClassName("row");
    Button there =
        new Button(one.current() ? "This one" : "Go to", event -> ask.goTo(one.number()));
    there.addThemeVariants(ButtonVariant.LUMO_SMALL);
    there.setAriaLabel((one.current() ? "The song is version " : "Go to version ") + one.number());
    there.setEnabled(!one.current());
    Div row = new Div(new Span(Integer.toString(one.number())), text, there);
    row.addClassName("sound");
    row.getStyle().setMarginLeft(branch * INDENT_PIXELS + "px");
    return row;
  }

  private static String facts(History.Entry one, int branch) {
    Function<Instant, String> local = when -> TIME.format(when.atZone(ZoneId.systemDefault()));
    String when = one.savedAt().map(local).orElse("");
    boolean beginsABranch = one.parent().isPresent() && one.parent().getAsInt() != one.number() - 1;
    String from = beginsABranch ? "made from version %d".formatted(one.parent().getAsInt()) : "";
    String where = branch == 0 ? "" : "branch %d".formatted(branch + 1);
    return String.join(
        " · ", List.of(when, where, from).stream().filter(t -> !t.isEmpty()).toList());
  }
}
