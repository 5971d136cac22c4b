package loopmind.ui.timeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.assistant.calls.ToolCall;
import loopmind.ui.OpenSong;
import loopmind.ui.Plan;
import loopmind.ui.rest.SongModel;

/**
 * The plan of a song that is shown before it is heard: each section is approved, written anew, made
 * longer or shorter, or taken out; then the song is made.
 */
final class PlanPanel extends Section {

  private static final long serialVersionUID = 1L;

  private static final int STEP_BARS = 4;

  private final transient OpenSong song;
  private final transient StudioView.Asking ask;
  private final Div cards = new Div();
  private final Button make = new Button("Make the song", event -> make());
  private final Span left = new Span();

  PlanPanel(OpenSong song, StudioView.Asking ask) {
    this.song = song;
    this.ask = ask;
    addClassName("plan");
    getElement().setAttribute("aria-label", "Plan of the song");
    cards.addClassName("cards");
    make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    left.addClassName("unit");
    left.getElement().setAttribute("aria-live", "polite");
    Div end = new Div(make, new Button("Approve all", event -> approveAll()), left);
    end.addClassName("chosen");
    add(
        new H2("The plan"),
        new Paragraph(
            "Nothing is rendered yet. Approve each section, or change it; then make the song."),
        cards,
        end);
  }

  private void make() {
    var unused = song.make();
  }

  private void approveAll() {
    song.song().ifPresent(now -> now.sections().forEach(one -> song.approve(one.id(), true)));
  }

  void refresh() {
    Optional<Plan> plan = song.plan();
    Optional<Song> now = song.song();
    setVisible(plan.isPresent() && now.isPresent());
    cards.removeAll();
    if (plan.isPresent() && now.isPresent()) {
      SongModel.of(song.id(), song.version(), now)
          .sections()
          .forEach(one -> cards.add(card(now.get(), plan.get(), one)));
      long waiting =
          now.get().sections().stream().filter(one -> !plan.get().isApproved(one)).count();
      make.setEnabled(waiting == 0);
      left.setText(waiting == 0 ? "" : "%d to approve".formatted(waiting));
    }
  }

  private Div card(Song now, Plan plan, SongModel.SectionModel model) {
    loopmind.arranger.song.Section section = now.section(new SectionId(model.id()));
    boolean approved = plan.isApproved(section);
    Calls.Ref ref = new Calls.Ref(model.kind(), model.ofKind() > 1 ? model.n() : 0);
    Span name = new Span(ref.spoken());
    name.addClassName("name");
    Span facts = new Span("%d bars, energy %.0f %%".formatted(model.bars(), 100 * model.energy()));
    facts.addClassName("facts");
    UnorderedList layers = new UnorderedList();
    layers.addClassName("changes");
    section.layers().forEach(layer -> layers.add(new ListItem(text(now, layer))));
    Div card = new Div(name, facts, layers, ways(ref, model, approved));
    card.addClassName("card");
    card.getElement().getClassList().set("approved", approved);
    return card;
  }

  private static String text(Song now, Layer layer) {
    String why = layer.reasons().isEmpty() ? "" : ", " + layer.reasons().getFirst();
    return "%s: %s%s".formatted(layer.role().word(), now.loop(layer.loop()).name(), why);
  }

  private Div ways(Calls.Ref ref, SongModel.SectionModel model, boolean approved) {
    String spoken = ref.spoken();
    Button approve =
        small(
            approved ? "✓ Approved" : "Approve",
            (approved ? "Take back the approval of " : "Approve ") + spoken,
            () -> song.approve(new SectionId(model.id()), !approved));
    approve.getElement().setAttribute("aria-pressed", Boolean.toString(approved));
    Button shorter =
        small(
            "−" + STEP_BARS,
            spoken + " shorter by %d bars".formatted(STEP_BARS),
            () -> ask.act("shorter " + spoken, Calls.resize(ref, model.bars() - STEP_BARS)));
    shorter.setEnabled(model.bars() > STEP_BARS);
    Div ways =
        new Div(
            approve,
            small("Re-roll", "Write %s anew".formatted(spoken), () -> reroll(ref)),
            shorter,
            small(
                "+" + STEP_BARS,
                spoken + " longer by %d bars".formatted(STEP_BARS),
                () -> ask.act("longer " + spoken, Calls.resize(ref, model.bars() + STEP_BARS))),
            small(
                "Remove",
                "Remove " + spoken,
                () -> ask.act("remove " + spoken, Calls.onSection("remove_section", ref))));
    ways.addClassName("chips");
    return ways;
  }

  /** Each version has another seed, so that the same section comes out another way. */
  private void reroll(Calls.Ref ref) {
    ToolCall call = Calls.onSection("regenerate_section", ref);
    ask.act(
        "re-roll " + ref.spoken(),
        new ToolCall(
            call.tool(),
            call.args().set("seed", JsonNodeFactory.instance.numberNode(song.version() + 1))));
  }

  private static Button small(String text, String label, Runnable pressed) {
    Button button = new Button(text, event -> pressed.run());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }
}
