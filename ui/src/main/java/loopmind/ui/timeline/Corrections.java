package loopmind.ui.timeline;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.Bpm;
import loopmind.library.catalogue.Correction;

/** Where something was heard wrong: role, instrument, tempo and key, as the user knows them. */
final class Corrections extends Details {

  private static final long serialVersionUID = 1L;

  private static final String AS_HEARD = "as heard";

  private final Select<String> role = new Select<>();
  private final TextField instrument = new TextField("Instrument");
  private final NumberField bpm = new NumberField("Tempo, BPM");
  private final TextField key = new TextField("Key");

  /**
   * @param loop as it is shown
   * @param known what was corrected until now
   */
  Corrections(Loop loop, Correction known) {
    super("Heard wrong? Correct it");
    List<String> roles = new ArrayList<>(List.of(AS_HEARD));
    Stream.of(Role.values()).map(Role::word).forEach(roles::add);
    role.setLabel("Role");
    role.setItems(roles);
    role.setValue(known.role().map(Role::word).orElse(AS_HEARD));
    instrument.setPlaceholder(loop.instrument());
    instrument.setValue(known.instrument());
    bpm.setPlaceholder(
        loop.tempo()
            .map(tempo -> String.format(Locale.ROOT, "%.1f", tempo.bpm().value()))
            .orElse("none"));
    known.bpm().ifPresent(tempo -> bpm.setValue(tempo.value()));
    key.setPlaceholder(loop.key().map(fact -> fact.key().text()).orElse("none"));
    key.setValue(known.key().map(MusicalKey::text).orElse(""));
    Div fields = new Div(role, instrument, bpm, key);
    fields.addClassName("filters-more");
    add(fields);
    setOpened(!known.equals(Correction.NONE));
  }

  /**
   * What is corrected now.
   *
   * @throws IllegalArgumentException where a field says nothing that can be meant, with a sentence
   */
  Correction said() {
    String text = key.getValue().strip();
    Optional<MusicalKey> itsKey = MusicalKey.parse(text);
    if (!text.isEmpty() && itsKey.isEmpty()) {
      throw new IllegalArgumentException(
          "\"%s\" is no key. Say one such as C minor or F# major.".formatted(text));
    }
    return new Correction(
        Role.named(role.getValue()),
        instrument.getValue(),
        Optional.ofNullable(bpm.getValue()).map(Bpm::new),
        itsKey);
  }
}
