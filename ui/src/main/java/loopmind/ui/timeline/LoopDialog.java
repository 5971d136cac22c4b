package loopmind.ui.timeline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loopmind.arranger.loop.Loop;
import loopmind.library.catalogue.Marks;

/** All that is known of one sound, and what the user says of it. */
final class LoopDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /**
   * @param marks what was said of it until now
   * @param say told of what is said now
   * @param like run when more like it are wanted
   */
  LoopDialog(Loop loop, Marks marks, Consumer<Marks> say, Runnable like) {
    setHeaderTitle(loop.name());
    setWidth("520px");
    TextField tags = new TextField("Your tags, with commas between");
    tags.setValue(String.join(", ", marks.tags()));
    tags.setPlaceholder("late night, dusty");
    tags.setWidthFull();
    Select<Integer> stars = new Select<>();
    stars.setLabel("Rating");
    stars.setItems(IntStream.rangeClosed(0, Marks.MOST_STARS).boxed().toList());
    stars.setItemLabelGenerator(n -> n == 0 ? "not rated" : "★".repeat(n));
    stars.setValue(marks.stars());
    Corrections corrections = new Corrections(loop, marks.correction());
    Paragraph told = new Paragraph();
    told.getElement().setAttribute("aria-live", "polite");
    Div all =
        new Div(
            new Paragraph(facts(loop)), new Paragraph(heard(loop)), tags, stars, corrections, told);
    all.addClassName("versions-all");
    add(all);
    Button keep =
        new Button(
            "Keep",
            event -> {
              try {
                say.accept(
                    marks
                        .withTags(List.of(tags.getValue().split(",")))
                        .withStars(stars.getValue())
                        .withCorrection(corrections.said()));
                close();
              } catch (IllegalArgumentException beyond) {
                told.setText(beyond.getMessage());
              }
            });
    keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Button similar =
        new Button(
            "More like this",
            event -> {
              like.run();
              close();
            });
    getFooter().add(similar, new Button("Close", event -> close()), keep);
  }

  private static String facts(Loop loop) {
    return String.format(
        Locale.ROOT,
        "%s, %s%s%s, %.1f s, %.1f LUFS. It lies at %s%s.",
        loop.instrument(),
        loop.role().word(),
        loop.tempo().map(t -> String.format(Locale.ROOT, ", %.1f BPM", t.bpm().value())).orElse(""),
        loop.key().map(key -> ", " + key.key().text()).orElse(""),
        loop.length().value(),
        loop.loudness().value(),
        loop.path(),
        loop.inside().map(inside -> " › " + inside).orElse(""));
  }

  private static String heard(Loop loop) {
    String words =
        loop.tags().stream()
            .map(tag -> "%s (%d %%)".formatted(tag.word(), Math.round(tag.confidence() * 100)))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : "It sounds " + words + ".";
  }
}
