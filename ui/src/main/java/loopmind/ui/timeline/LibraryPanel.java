package loopmind.ui.timeline;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;
import loopmind.library.search.LoopMatch;
import loopmind.library.search.LoopQuery;
import loopmind.library.search.LoopSearch;
import loopmind.ui.Workplace;

/** The user's sounds: found as one types, by words and role. */
final class LibraryPanel extends Aside {

  private static final long serialVersionUID = 1L;

  private static final String ALL = "any role";

  /** Rows that a search gives at most; without words everything is shown. */
  private static final int FOUND = 200;

  private static final int TYPING_MILLIS = 80;

  /** After so many files of a folder the list is shown anew. */
  private static final int STEP = 25;

  private final transient Workplace place;
  private final TextField words = new TextField();
  private final Select<String> role = new Select<>();
  private final Grid<Loop> rows = new Grid<>();
  private final H2 title = new H2();

  LibraryPanel(Workplace place) {
    this.place = place;
    addClassNames("panel", "library");
    words.setPlaceholder("dark pad, 808, flute …");
    words.setAriaLabel("Search sounds");
    words.setClearButtonVisible(true);
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.setValueChangeTimeout(TYPING_MILLIS);
    words.addValueChangeListener(event -> refresh());
    List<String> roles = new ArrayList<>(List.of(ALL));
    Stream.of(Role.values()).map(Role::word).forEach(roles::add);
    role.setItems(roles);
    role.setValue(ALL);
    role.setAriaLabel("Role");
    role.setWidth("112px");
    role.addValueChangeListener(event -> refresh());
    Div find = new Div(words, role);
    find.addClassName("find");
    rows.addColumn(new ComponentRenderer<>(LibraryPanel::row)).setHeader("Sounds");
    rows.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
    rows.setSelectionMode(Grid.SelectionMode.NONE);
    add(title, find, rows);
    refresh();
  }

  private static Div row(Loop loop) {
    Span name = new Span(loop.name());
    name.addClassName("name");
    name.setTitle(loop.path().toString());
    StringBuilder facts = new StringBuilder(loop.role().word());
    loop.tempo()
        .ifPresent(
            tempo -> facts.append(String.format(Locale.ROOT, " · %.0f BPM", tempo.bpm().value())));
    loop.key().ifPresent(key -> facts.append(" · ").append(key.key().text()));
    Span more = new Span(facts.toString());
    more.addClassName("facts");
    Div text = new Div(name, more);
    text.addClassName("row");
    Div row = new Div(new Audition(loop), text);
    row.addClassName("sound");
    return row;
  }

  /** Shows more of what is being listened to, now and then. */
  void heard() {
    boolean worthIt =
        place.libraryWork().state().filter(now -> now.over() || now.done() % STEP == 0).isPresent();
    if (worthIt) {
      refresh();
    }
  }

  private void refresh() {
    List<Loop> all = place.knownLoops();
    List<Loop> shown = found(all);
    rows.setItems(shown);
    title.setText(
        shown.size() == all.size()
            ? "Library · %d sounds".formatted(all.size())
            : "Library · %d of %d sounds".formatted(shown.size(), all.size()));
  }

  private List<Loop> found(List<Loop> all) {
    Optional<Role> wanted = Role.named(ALL.equals(role.getValue()) ? "" : role.getValue());
    if (words.getValue().isBlank()) {
      return all.stream().filter(loop -> wanted.isEmpty() || loop.role() == wanted.get()).toList();
    }
    LoopQuery query =
        new LoopQuery(
            words.getValue(), Optional.empty(), wanted, Optional.empty(), Optional.empty(), FOUND);
    return new LoopSearch(all).find(query).stream().map(LoopMatch::loop).toList();
  }
}
