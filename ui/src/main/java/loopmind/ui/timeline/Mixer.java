package loopmind.ui.timeline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loopmind.ui.rest.SongModel;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A strip a role: its level, silent, alone. */
final class Mixer extends Div {

  private static final long serialVersionUID = 1L;

  private static final double MOST_DB = 12, LEAST_DB = -24;

  private final Strips strips = new Strips();

  /** The browser's part: what is moved is heard before the song knows of it. */
  @Tag("loop-mixer")
  private static final class Strips extends Component {
    private static final long serialVersionUID = 1L;
  }

  Mixer(StudioView.Asking ask) {
    addClassName("mixer");
    add(new H2("Mixer"), strips);
    Events.on(
        strips,
        "mute-role",
        data -> {
          String role = data.path("role").asString();
          boolean mute = data.path("mute").asBoolean();
          ask.act((mute ? "mute " : "unmute ") + role, Calls.mute(role, mute));
        });
    Events.on(
        strips,
        "level-role",
        data -> {
          String role = data.path("role").asString();
          double db = Math.clamp(data.path("db").asDouble(), LEAST_DB, MOST_DB);
          ask.act("%s %s".formatted(role, db > 0 ? "louder" : "quieter"), Calls.level(role, db));
        });
  }

  void show(SongModel song) {
    Map<String, List<SongModel.LayerModel>> roles = new LinkedHashMap<>();
    song.sections().stream()
        .flatMap(section -> section.layers().stream())
        .forEach(layer -> roles.computeIfAbsent(layer.role(), any -> new ArrayList<>()).add(layer));
    ArrayNode told = JsonMapper.shared().createArrayNode();
    roles.forEach(
        (role, layers) ->
            told.addObject()
                .put("role", role)
                .put(
                    "gainDb",
                    layers.stream().mapToDouble(SongModel.LayerModel::gainDb).average().orElse(0))
                .put("muted", layers.stream().allMatch(SongModel.LayerModel::muted)));
    strips.getElement().setPropertyJson("strips", told);
  }
}
