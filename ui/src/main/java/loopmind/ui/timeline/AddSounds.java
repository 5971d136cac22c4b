package loopmind.ui.timeline;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import loopmind.arranger.song.EditRefused;
import loopmind.ui.Workplace;

/** More sounds: a folder of this machine is pointed at, or files and archives are dropped. */
final class AddSounds extends Dialog {

  private static final long serialVersionUID = 1L;

  private static final int MOST_FILES = 500;

  private final transient Workplace place;
  private final TextField folder = new TextField("Folder of loops, or a zip of them");
  private final Paragraph told = new Paragraph();

  AddSounds(Workplace place) {
    this.place = place;
    setHeaderTitle("Add sounds");
    setWidth("560px");
    folder.setPlaceholder("/home/me/Samples");
    folder.setWidthFull();
    Button listen = new Button("Listen to it", event -> listen());
    listen.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div way = new Div(folder, listen);
    way.addClassName("way");
    Upload upload = new Upload(this::sent);
    upload.setMaxFiles(MOST_FILES);
    upload.addAllFinishedListener(
        event -> {
          var unused = place.libraryWork().listenTo(place.uploads().folder());
        });
    told.getElement().setAttribute("aria-live", "polite");
    Div all =
        new Div(
            new Paragraph("LoopMind watches the folder: what you put into it later is heard too."),
            way,
            new Paragraph("Or drop sounds here, or archives of them; copies are kept."),
            upload,
            told);
    all.addClassName("versions-all");
    add(all);
    getFooter().add(new Button("Close", event -> close()));
  }

  private void listen() {
    String wanted = folder.getValue().strip();
    try {
      if (wanted.isEmpty() || !Files.exists(Path.of(wanted))) {
        told.setText("There is no folder \"%s\" on this machine.".formatted(wanted));
        return;
      }
      var unused = place.libraryWork().listenTo(Path.of(wanted));
      close();
    } catch (InvalidPathException noPath) {
      told.setText("\"%s\" is no folder that can be found.".formatted(wanted));
    }
  }

  private void sent(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    try (InputStream content = event.getInputStream()) {
      Path kept = place.uploads().keep(event.getFileName(), content);
      StudioView.inPage(ui, () -> told.setText("%s is there.".formatted(kept.getFileName())));
    } catch (EditRefused refused) {
      String why = String.valueOf(refused.getMessage());
      StudioView.inPage(ui, () -> told.setText(why));
      event.reject(why);
    }
  }
}
