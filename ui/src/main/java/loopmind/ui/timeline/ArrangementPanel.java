package loopmind.ui.timeline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.function.Consumer;
import loopmind.ui.OpenSong;
import loopmind.ui.Workplace;
import loopmind.ui.rest.SongModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The middle: the timeline of the song, and what can be done with the part that is chosen. */
final class ArrangementPanel extends Main {

  private static final long serialVersionUID = 1L;

  private final transient Workplace place;
  private final transient OpenSong song;
  private final transient StudioView.Asking ask;
  private final transient Consumer<SongModel.SectionModel> choosing;
  private final Timeline timeline = new Timeline();
  private final H1 title = new H1();
  private final Span about = new Span();
  private final Div chosen = new Div();
  private final Suggestions suggestions;
  private final Mixer mixer;
  private final Invitation invitation;
  private final PlanPanel plan;
  private final Div arrangement = new Div();
  private String section = "";
  private String role = "";
  private int shown = -1;

  /** The browser's part: a canvas that sends what is wanted. */
  @Tag("loop-timeline")
  private static final class Timeline extends Component {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param choosing told of the section that is chosen
   */
  ArrangementPanel(
      Workplace place,
      OpenSong song,
      StudioView.Asking ask,
      Consumer<SongModel.SectionModel> choosing) {
    this.place = place;
    this.song = song;
    this.ask = ask;
    this.choosing = choosing;
    addClassNames("panel", "centre");
    Button remix = new Button("Remix", event -> ask.act("remix", Calls.plain("remix_song")));
    remix.setTooltipText("Another version of the whole song, with your own sounds");
    Div head = new Div(title, about, remix);
    head.addClassName("title");
    chosen.addClassName("chosen");
    invitation = new Invitation(place, ask);
    suggestions = new Suggestions(place, ask);
    plan = new PlanPanel(song, ask);
    mixer = new Mixer(ask);
    arrangement.add(head, plan, timeline, chosen, suggestions, mixer);
    add(invitation, arrangement);
    listen();
  }

  private void listen() {
    Events.on(
        timeline,
        "select-part",
        data -> select(data.path("section").asString(), data.path("role").asString()));
    Events.on(
        timeline,
        "resize-section",
        data ->
            ask.act(
                "resize " + ref(data).spoken(),
                Calls.resize(ref(data), data.path("bars").asInt())));
    Events.on(
        timeline,
        "move-section",
        data -> {
          Calls.Ref other =
              new Calls.Ref(data.path("otherKind").asString(), data.path("otherN").asInt());
          String side = data.path("place").asString();
          ask.act(
              "move %s %s %s".formatted(ref(data).spoken(), side, other.spoken()),
              Calls.move(ref(data), side, numbered(other)));
        });
    Events.on(
        timeline,
        "mute-role",
        data -> {
          String muted = data.path("role").asString();
          boolean mute = data.path("mute").asBoolean();
          ask.act((mute ? "mute " : "unmute ") + muted, Calls.mute(muted, mute));
        });
    Events.on(
        timeline,
        "place-loop",
        data -> {
          String loop = data.path("loop").asString(), lane = data.path("role").asString();
          Calls.Ref where = ref(data);
          boolean instead = data.path("instead").asBoolean();
          ask.act(
              "%s %s in the %s".formatted(instead ? "use" : "add", loop, where.spoken()),
              instead ? Calls.swapFor(lane, where, loop) : Calls.addLayer(lane, where, loop));
        });
    Events.on(timeline, "key-on-part", data -> pressed(data.path("what").asString()));
  }

  private static Calls.Ref ref(JsonNode data) {
    return new Calls.Ref(data.path("kind").asString(), data.path("n").asInt());
  }

  /** A section that is the only one of its kind is named without a number. */
  private Calls.Ref numbered(Calls.Ref other) {
    boolean alone =
        model().sections().stream().filter(s -> s.kind().equals(other.kind())).count() == 1;
    return alone ? new Calls.Ref(other.kind(), 0) : other;
  }

  private SongModel model() {
    return SongModel.of(song.id(), song.version(), song.song());
  }

  private Optional<SongModel.SectionModel> section() {
    return model().sections().stream().filter(s -> s.id().equals(section)).findFirst();
  }

  private static Calls.Ref ref(SongModel.SectionModel one) {
    return new Calls.Ref(one.kind(), one.ofKind() > 1 ? one.n() : 0);
  }

  private void select(String newSection, String newRole) {
    section = newSection;
    role = newRole;
    section().ifPresent(choosing);
    showChosen();
  }

  private void pressed(String key) {
    section()
        .map(ArrangementPanel::ref)
        .ifPresent(
            one -> {
              switch (key) {
                case "regenerate" -> regenerate(one);
                case "delete" -> delete(one);
                case "mute" -> {
                  if (!role.isEmpty()) {
                    ask.act("mute " + role, Calls.mute(role, true));
                  }
                }
                default -> {}
              }
            });
  }

  private void regenerate(Calls.Ref one) {
    ask.act("regenerate " + one.spoken(), Calls.onSection("regenerate_section", one));
  }

  private void delete(Calls.Ref one) {
    ask.act("remove " + one.spoken(), Calls.onSection("remove_section", one));
  }

  private void showChosen() {
    chosen.removeAll();
    Optional<SongModel.SectionModel> found = section();
    suggestions.setVisible(false);
    if (found.isEmpty()) {
      Span hint = new Span("Choose a section or a lane to work on it, or say it in the chat.");
      hint.addClassName("unit");
      chosen.add(hint);
      return;
    }
    Calls.Ref one = ref(found.get());
    Span what = new Span(role.isEmpty() ? one.spoken() : one.spoken() + " · " + role);
    what.addClassName("what");
    chosen.add(what, new Button("Regenerate", event -> regenerate(one)));
    if (!role.isEmpty()) {
      chosen.add(
          new Button(
              "Swap the " + role, event -> ask.act("swap the " + role, Calls.swap(role, one))));
    }
    chosen.add(
        new Button(
            "Twice as long",
            event -> ask.act("double " + one.spoken(), Calls.resize(one, 2 * found.get().bars()))),
        new Button(
            "Another after it",
            event -> ask.act("another %s".formatted(one.kind()), Calls.another(one))),
        new Button("Remove", event -> delete(one)));
    song.song().ifPresent(now -> suggestions.show(now, role, section, one));
  }

  void refresh() {
    SongModel model = model();
    boolean empty = model.sections().isEmpty();
    invitation.setVisible(empty);
    arrangement.setVisible(!empty);
    invitation.refresh();
    plan.refresh();
    if (shown == model.version() || empty) {
      return;
    }
    shown = model.version();
    title.setText(model.title());
    long seconds = Math.round(model.seconds());
    about.setText("%d bars, %d:%02d".formatted(model.bars(), seconds / 60, seconds % 60));
    timeline.getElement().setPropertyJson("waves", waves());
    timeline.getElement().setPropertyJson("song", JsonMapper.shared().valueToTree(model));
    showChosen();
    mixer.show(model);
  }

  /** Whether the next song is to be shown before it is heard. */
  boolean showsFirst() {
    return invitation.isVisible() && invitation.showsFirst();
  }

  private ObjectNode waves() {
    ObjectNode waves = JsonMapper.shared().createObjectNode();
    song.song()
        .ifPresent(
            one ->
                one.loops()
                    .keySet()
                    .forEach(
                        id ->
                            place
                                .library()
                                .waveform(id)
                                .ifPresent(outline -> waves.put(id.text(), outline.coarse()))));
    return waves;
  }
}
