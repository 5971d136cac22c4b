package loopmind.ui.timeline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.measure.QaReport;
import loopmind.mixer.render.Rendering;
import loopmind.ui.OpenSong;
import loopmind.ui.rest.SongModel;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bar on top: playing, what the song is, how loud it came out, undo and redo. */
final class TransportBar extends Header {

  private static final long serialVersionUID = 1L;

  private final transient OpenSong song;
  private final transient StudioView.Asking ask;
  private final Player player = new Player();
  private final Span facts = new Span();
  private final Button undo, redo;
  private boolean light;

  /** The browser's part: an audio element and the keys of a tape machine. */
  @Tag("loop-transport")
  private static final class Player extends Component {
    private static final long serialVersionUID = 1L;
  }

  TransportBar(OpenSong song, StudioView.Asking ask) {
    this.song = song;
    this.ask = ask;
    addClassName("bar");
    Paragraph brand = new Paragraph("LoopMind");
    brand.addClassName("brand");
    facts.addClassName("facts");
    undo = button("↶", "Undo (Ctrl Z)", () -> ask.act("undo", Calls.plain("undo")));
    redo = button("↷", "Redo (Ctrl Shift Z)", () -> ask.act("redo", Calls.plain("redo")));
    MenuBar menus = new MenuBar();
    menus.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
    menu(
        menus,
        "Mix",
        List.of("raw", "polished", "tape"),
        mode -> ask.act("mix " + mode, Calls.mix(mode)));
    menu(
        menus,
        "Export",
        List.of("wav", "flac", "mp3", "ogg", "midi", "dawproject"),
        format -> ask.act("export " + format, Calls.export(format)));
    Button looks = button("◐", "Light or dark", this::turnLooks);
    Events.on(player, "key", data -> pressed(data.path("what").asString()));
    add(brand, player, facts, menus, undo, redo, looks);
  }

  private static void menu(
      MenuBar menus, String title, List<String> choices, Consumer<String> chosen) {
    SubMenu menu = menus.addItem(title).getSubMenu();
    choices.forEach(choice -> menu.addItem(choice, event -> chosen.accept(choice)));
  }

  private static Button button(String sign, String label, Runnable pressed) {
    Button button = new Button(sign, event -> pressed.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }

  private void pressed(String what) {
    switch (what) {
      case "undo", "redo" -> ask.act(what, Calls.plain(what));
      case "help" -> new KeysDialog().open();
      case "render" -> ask.render();
      default ->
          getUI()
              .ifPresent(
                  ui ->
                      ui.getPage()
                          .executeJs(
                              "document.querySelector('loop-timeline')?.dispatchEvent(new CustomEvent('key-on-part', {detail: {what: $0}}))",
                              what));
    }
  }

  private void turnLooks() {
    light = !light;
    UI.getCurrent()
        .getPage()
        .executeJs(
            "document.documentElement.setAttribute('theme', $0); document.dispatchEvent(new CustomEvent('loop-looks'))",
            light ? "light" : "dark");
  }

  /** Plays what the last edit changed. */
  void hear() {
    player.getElement().callJsFunction("hear");
  }

  /** Plays what stood there before the last edit. */
  void hearBefore() {
    player.getElement().callJsFunction("hearBefore");
  }

  /** The section that a loop goes round in. */
  void choose(SongModel.SectionModel section) {
    ObjectNode chosen = JsonMapper.shared().createObjectNode();
    chosen.put("startBar", section.startBar()).put("bars", section.bars());
    player.getElement().setPropertyJson("chosen", chosen);
  }

  void refresh() {
    Optional<Song> now = song.song();
    SongModel model = SongModel.of(song.id(), song.version(), now);
    ObjectNode told = JsonMapper.shared().createObjectNode();
    told.put("song", song.id());
    told.put("bpm", model.bpm()).put("beatsPerBar", model.beatsPerBar());
    told.put("bars", model.bars()).put("seconds", model.seconds()).put("version", model.version());
    player.getElement().setPropertyJson("facts", told);
    if (song.work().isEmpty()) { // within a turn what is heard is still that of the version before
      player.getElement().setPropertyJson("preview", preview());
      player.getElement().setPropertyJson("mix", mix());
      player.getElement().setPropertyJson("stems", stems());
    }
    facts.removeAll();
    if (now.isPresent()) {
      facts.add(strong(plain(model.bpm()) + " BPM"), strong(model.key()), less(model.style()));
      song.mix().map(Rendering::report).ifPresent(report -> facts.add(checks(report)));
    }
    undo.setEnabled(song.version() > 0);
    redo.setEnabled(song.version() > 0);
  }

  private ObjectNode preview() {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    song.heard()
        .ifPresent(
            made ->
                node.put("url", url("preview"))
                    .put("before", song.hasBefore() ? url("before") : "")
                    .put("start", seconds(made.start()))
                    .put("version", song.version()));
    return node;
  }

  private static double seconds(Seconds time) {
    return time.value();
  }

  private ObjectNode mix() {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    song.mix()
        .filter(made -> !song.isMixing())
        .ifPresent(
            made ->
                node.put("url", url("mix"))
                    .put("levels", url("levels"))
                    .put("version", song.version()));
    return node;
  }

  private ArrayNode stems() {
    ArrayNode told = JsonMapper.shared().createArrayNode();
    song.mix()
        .filter(made -> !song.isMixing())
        .ifPresent(
            made ->
                made.stems()
                    .keySet()
                    .forEach(
                        role ->
                            told.addObject()
                                .put("instrument", role.word())
                                .put("url", url("stems/" + role.word()))));
    return told;
  }

  private String url(String what) {
    return "api/v1/songs/%s/audio/%s?v=%d".formatted(song.id(), what, song.version());
  }

  private static String quality(QaReport report) {
    String loudness =
        report.checks().stream()
            .filter(check -> check.unit().equals("LUFS"))
            .findFirst()
            .map(check -> String.format(Locale.ROOT, "%.1f LUFS ", check.value()))
            .orElse("");
    return loudness + (report.passed() ? "✓ checked" : "✗ not all checks passed");
  }

  /** How it came out, and at a click each check. */
  private static Button checks(QaReport report) {
    Button checks = new Button(quality(report), event -> new QualityDialog(report).open());
    checks.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    checks.addClassName("less");
    checks.setTooltipText("What the mix was checked for");
    return checks;
  }

  private static String plain(double bpm) {
    return bpm == Math.rint(bpm) ? Long.toString((long) bpm) : Double.toString(bpm);
  }

  private static Span strong(String text) {
    Span span = new Span(text);
    span.getStyle().setColor("var(--ink)").setFontWeight("600");
    return span;
  }

  private static Span less(String text) {
    Span span = new Span(text);
    span.addClassName("less");
    return span;
  }
}
