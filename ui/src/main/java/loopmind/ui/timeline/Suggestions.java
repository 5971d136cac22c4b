package loopmind.ui.timeline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Song;
import loopmind.library.search.LoopMatch;
import loopmind.library.search.LoopQuery;
import loopmind.library.search.LoopSearch;
import loopmind.ui.Workplace;

/** Loops that could play instead of what is chosen, each with why it fits. */
final class Suggestions extends Div {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 5;

  /** Reasons of one loop that are told. */
  private static final int REASONS = 3;

  private final transient Workplace place;
  private final transient StudioView.Asking ask;

  Suggestions(Workplace place, StudioView.Asking ask) {
    this.place = place;
    this.ask = ask;
    addClassName("suggestions");
    setVisible(false);
  }

  /**
   * @param song as it is
   * @param role of the lane that is chosen; empty for none
   * @param section that is chosen
   */
  void show(Song song, String role, Calls.Ref section) {
    removeAll();
    Optional<Role> wanted = Role.named(role);
    List<LoopMatch> fitting = wanted.map(one -> fitting(song, one)).orElse(List.of());
    setVisible(!fitting.isEmpty());
    if (!fitting.isEmpty()) {
      add(new H2("Instead of the %s in %s".formatted(role, section.spoken())));
      fitting.forEach(match -> add(row(match, role, section)));
    }
  }

  private List<LoopMatch> fitting(Song song, Role role) {
    Set<Object> used = song.loops().keySet().stream().collect(Collectors.toUnmodifiableSet());
    List<Loop> others =
        place.knownLoops().stream().filter(loop -> !used.contains(loop.id())).toList();
    LoopQuery query =
        new LoopQuery(
            "",
            Optional.empty(),
            Optional.of(role),
            Optional.of(song.facts().tempo()),
            Optional.of(song.facts().key()),
            SHOWN);
    return new LoopSearch(others).find(query);
  }

  private Div row(LoopMatch match, String role, Calls.Ref section) {
    Span name = new Span(match.loop().name());
    name.addClassName("name");
    Span why = new Span(match.reasons().stream().limit(REASONS).collect(Collectors.joining(", ")));
    why.addClassName("facts");
    Div text = new Div(name, why);
    text.addClassName("row");
    Button use =
        new Button(
            "Use",
            event ->
                ask.act(
                    "swap the %s for %s".formatted(role, match.loop().name()),
                    Calls.swapFor(role, section, match.loop().name())));
    use.addThemeVariants(ButtonVariant.LUMO_SMALL);
    use.setAriaLabel("Use " + match.loop().name());
    Div row = new Div(new Audition(match.loop()), text, use);
    row.addClassName("sound");
    return row;
  }
}
