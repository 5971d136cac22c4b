package loopmind.ui.timeline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loopmind.arranger.choose.Fit;
import loopmind.arranger.choose.LayerChooser;
import loopmind.arranger.choose.SongFrame;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.ui.Workplace;

/**
 * Loops that could play instead of what is chosen, or beside it, each with why it fits: its tempo
 * and key, its groove and its room in the spectrum among what plays in that section.
 */
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
   * @param role of the lane that is chosen; empty for none: then what could come beside is shown
   * @param id of the section that is chosen
   * @param section the same as tools name it
   */
  void show(Song song, String role, String id, Calls.Ref section) {
    removeAll();
    Section here = song.section(new SectionId(id));
    LayerChooser chooser = new LayerChooser(place.knownLoops(), SongFrame.of(song));
    Optional<Role> wanted = Role.named(role);
    List<Fit> fitting =
        wanted.isPresent()
            ? instead(song, here, chooser, wanted.get())
            : beside(song, here, chooser);
    setVisible(!fitting.isEmpty());
    if (fitting.isEmpty()) {
      return;
    }
    add(
        new H2(
            wanted.isPresent()
                ? "Instead of the %s in %s".formatted(role, section.spoken())
                : "Next layer for " + section.spoken()));
    fitting.forEach(fit -> add(row(fit, wanted, section)));
  }

  private static List<Fit> instead(Song song, Section here, LayerChooser chooser, Role role) {
    Optional<Loop> present =
        here.layersOf(role).stream().findFirst().map(layer -> song.loop(layer.loop()));
    List<Fit> others =
        here.layers().stream()
            .filter(layer -> layer.role() != role)
            .map(layer -> Fit.of(song.loop(layer.loop()), layer))
            .toList();
    return chooser.ranked(new LayerChooser.Seek(role, "", present, others, used(song))).stream()
        .limit(SHOWN)
        .toList();
  }

  /** The best of each role that is silent here, the surest first. */
  private static List<Fit> beside(Song song, Section here, LayerChooser chooser) {
    Set<Role> sounding = here.layers().stream().map(Layer::role).collect(Collectors.toSet());
    List<Fit> others =
        here.layers().stream().map(layer -> Fit.of(song.loop(layer.loop()), layer)).toList();
    List<Fit> fitting = new ArrayList<>();
    for (Role role : Role.values()) {
      if (!sounding.contains(role)) {
        chooser
            .best(new LayerChooser.Seek(role, "", Optional.empty(), others, used(song)))
            .ifPresent(fitting::add);
      }
    }
    fitting.sort(
        Comparator.comparingDouble(Fit::score).reversed().thenComparing(fit -> fit.loop().id()));
    return fitting.subList(0, Math.min(SHOWN, fitting.size()));
  }

  private static Set<LoopId> used(Song song) {
    return song.loops().keySet();
  }

  private Div row(Fit fit, Optional<Role> instead, Calls.Ref section) {
    Loop loop = fit.loop();
    Span name = new Span(loop.name());
    name.addClassName("name");
    Span why = new Span(why(fit, instead));
    why.addClassName("facts");
    Div text = new Div(name, why);
    text.addClassName("row");
    String role = loop.role().word();
    Button use =
        new Button(
            instead.isPresent() ? "Use" : "Add",
            event ->
                ask.act(
                    instead.isPresent()
                        ? "swap the %s for %s".formatted(role, loop.name())
                        : "add %s".formatted(loop.name()),
                    instead.isPresent()
                        ? Calls.swapFor(role, section, loop.name())
                        : Calls.addLayer(role, section, loop.name())));
    use.addThemeVariants(ButtonVariant.LUMO_SMALL);
    use.setAriaLabel(use.getText() + " " + loop.name());
    Div row = new Div(new Audition(loop), text, use);
    row.addClassName("sound");
    return row;
  }

  private static String why(Fit fit, Optional<Role> instead) {
    String reasons = fit.reasons().stream().limit(REASONS).collect(Collectors.joining(", "));
    return instead.isPresent() ? reasons : "%s: %s".formatted(fit.loop().role().word(), reasons);
  }
}
