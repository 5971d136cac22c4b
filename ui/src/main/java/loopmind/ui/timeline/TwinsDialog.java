package loopmind.ui.timeline;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import loopmind.arranger.loop.Loop;

/** Sounds that seem to be there twice, each group with where its files lie; nothing is deleted. */
final class TwinsDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /** Groups that are shown; REST tells all. */
  private static final int MOST = 200;

  private final Div list = new Div();

  /**
   * @param finding what is there twice; it may take seconds and ends early where its thread is
   *     interrupted
   */
  TwinsDialog(Supplier<List<List<Loop>>> finding) {
    setHeaderTitle("Sounds that are there twice");
    setWidth("720px");
    list.addClassName("versions-all");
    list.add(
        new Paragraph(
            "The same sound in another format, at another level, or cut a little otherwise. LoopMind never deletes your files."));
    Paragraph state = new Paragraph("Comparing all sounds …");
    state.getElement().setAttribute("role", "status");
    list.add(state);
    add(list);
    getFooter().add(new Button("Close", event -> close()));
    UI ui = UI.getCurrent();
    Thread comparing =
        Thread.ofVirtual()
            .start(
                () -> {
                  List<List<Loop>> groups = finding.get();
                  StudioView.inPage(ui, () -> show(groups, state));
                });
    addOpenedChangeListener(
        event -> {
          if (!event.isOpened()) {
            comparing.interrupt();
          }
        });
  }

  private void show(List<List<Loop>> groups, Paragraph state) {
    state.setText(
        groups.isEmpty() ? "No sound is there twice." : "Groups: %d".formatted(groups.size()));
    for (List<Loop> group : groups.subList(0, Math.min(MOST, groups.size()))) {
      list.add(new H3(group.getFirst().name()));
      group.forEach(loop -> list.add(row(loop)));
    }
  }

  private static Div row(Loop loop) {
    Span name = new Span(loop.name());
    name.addClassName("name");
    Span facts =
        new Span(
            String.format(
                Locale.ROOT,
                "%d Hz, %.1f LUFS, %.2f s, %s%s",
                loop.rate().hz(),
                loop.loudness().value(),
                loop.length().value(),
                loop.path(),
                loop.inside().map(inside -> " › " + inside).orElse("")));
    facts.addClassName("facts");
    Div text = new Div(name, facts);
    text.addClassName("row");
    Div row = new Div(new Audition(loop), text);
    row.addClassName("sound");
    return row;
  }
}
