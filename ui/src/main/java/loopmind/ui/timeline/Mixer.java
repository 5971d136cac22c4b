package loopmind.ui.timeline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import loopmind.ui.rest.SongModel;

/** A strip a role: louder, quieter, silent. */
final class Mixer extends Div {

  private static final long serialVersionUID = 1L;

  private static final double STEP_DB = 1.5;

  private final transient StudioView.Asking ask;

  Mixer(StudioView.Asking ask) {
    this.ask = ask;
    addClassName("mixer");
  }

  void show(SongModel song) {
    removeAll();
    Map<String, List<SongModel.LayerModel>> roles = new LinkedHashMap<>();
    song.sections()
        .forEach(
            section ->
                section
                    .layers()
                    .forEach(
                        layer ->
                            roles
                                .computeIfAbsent(layer.role(), any -> new ArrayList<>())
                                .add(layer)));
    add(new H2("Mixer"));
    Div strips = new Div();
    strips.addClassName("strips");
    roles.forEach((role, layers) -> strips.add(strip(role, layers)));
    add(strips);
  }

  private Div strip(String role, List<SongModel.LayerModel> layers) {
    double mean = layers.stream().mapToDouble(SongModel.LayerModel::gainDb).average().orElse(0);
    boolean muted = layers.stream().allMatch(SongModel.LayerModel::muted);
    Span name = new Span(role);
    name.addClassName("name");
    Span level = new Span(muted ? "muted" : String.format(Locale.ROOT, "%+.1f dB", mean));
    level.addClassName("facts");
    Div keys =
        new Div(
            key("−", "The %s quieter".formatted(role), () -> level(role, -STEP_DB)),
            key("+", "The %s louder".formatted(role), () -> level(role, STEP_DB)),
            key(
                "M",
                (muted ? "Hear the %s again" : "Mute the %s").formatted(role),
                () -> ask.act((muted ? "unmute " : "mute ") + role, Calls.mute(role, !muted))));
    keys.addClassName("chips");
    Div strip = new Div(name, level, keys);
    strip.addClassName("strip");
    return strip;
  }

  private void level(String role, double decibels) {
    ask.act(
        "%s %s".formatted(role, decibels > 0 ? "louder" : "quieter"), Calls.level(role, decibels));
  }

  private static Button key(String sign, String label, Runnable pressed) {
    Button key = new Button(sign, event -> pressed.run());
    key.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
    key.setAriaLabel(label);
    key.setTooltipText(label);
    return key;
  }
}
