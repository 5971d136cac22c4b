package loopmind.ui.timeline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import loopmind.ui.LibraryWork;
import loopmind.ui.Workplace;

/** What is there before there is a song: a folder, then one sentence. */
final class Invitation extends Div {

  private static final long serialVersionUID = 1L;

  private static final List<String> WISHES =
      List.of("dark trap at 140", "chill lofi at 82, two minutes", "deep house in A minor");

  private final transient Workplace place;
  private final TextField folder = new TextField("Folder of loops, or a zip of them");
  private final Paragraph told = new Paragraph();
  private final Checkbox first = new Checkbox("Show me the plan first, section by section");

  Invitation(Workplace place, StudioView.Asking ask) {
    this.place = place;
    addClassName("invite");
    folder.setPlaceholder("/home/me/Samples");
    Button listen = new Button("Listen to it", event -> listen());
    listen.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div way = new Div(folder, listen);
    way.addClassName("way");
    Div wishes = new Div();
    wishes.addClassName("wishes");
    WISHES.forEach(wish -> wishes.add(new Button(wish, event -> ask.say(wish))));
    told.getElement().setAttribute("aria-live", "polite");
    add(
        new H1("Your loops already have ideas. Say what you want to hear."),
        new Paragraph(
            "Point LoopMind at a folder of loops; it listens to them on this machine and sends nothing"
                + " anywhere. Without a folder it plays with the pack that came with it."),
        way,
        told,
        new Paragraph("Then one sentence in the chat, or one of these:"),
        wishes,
        first);
  }

  private void listen() {
    try {
      var unused = place.libraryWork().listenTo(Path.of(folder.getValue().strip()));
    } catch (InvalidPathException noPath) {
      told.setText("\"%s\" is no folder that can be found.".formatted(folder.getValue()));
    }
  }

  /** Whether the plan is wanted before the sound. */
  boolean showsFirst() {
    return first.getValue();
  }

  void refresh() {
    Optional<LibraryWork.State> state = place.libraryWork().state();
    state.ifPresent(now -> told.setText(now.sentence()));
  }
}
