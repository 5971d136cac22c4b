package loopmind.ui.timeline;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Bpm;
import loopmind.ui.LoopFilters;

/** What of the library is shown: filters that combine. */
final class LibraryFilters extends Div {

  private static final long serialVersionUID = 1L;

  private static final String ANY_ROLE = "any role", ANY_KEY = "any key", ANY_PACK = "any pack";
  private static final int TYPING_MILLIS = 150, LEAST_BPM = 30, MOST_BPM = 300, KEYS = 12;

  private final Select<String> role = new Select<>();
  private final Select<String> key = new Select<>();
  private final Select<Energy> energy = new Select<>();
  private final Select<String> pack = new Select<>();
  private final IntegerField bpm = new IntegerField();
  private final Checkbox fits = new Checkbox("fits song");
  private final Checkbox favourites = new Checkbox("♥");
  private final Details more;
  private transient TreeSet<String> packs = new TreeSet<>();

  /** How driving a loop feels. */
  enum Energy {
    ANY("any energy", 0, 1),
    CALM("calm", 0, 0.35),
    MIDDLE("medium", 0.35, 0.65),
    DRIVING("driving", 0.65, 1);

    private final String word;
    private final double from, to;

    Energy(String word, double from, double to) {
      this.word = word;
      this.from = from;
      this.to = to;
    }
  }

  /**
   * @param changed run when something else is wanted
   */
  LibraryFilters(Runnable changed) {
    addClassName("filters");
    choice(role, "Role", ANY_ROLE, Stream.of(Role.values()).map(Role::word).toList(), changed);
    choice(key, "Key that it fits", ANY_KEY, keys(), changed);
    choice(pack, "Pack", ANY_PACK, List.of(), changed);
    energy.setItems(Energy.values());
    energy.setItemLabelGenerator(one -> one.word);
    energy.setValue(Energy.ANY);
    energy.setAriaLabel("Energy");
    energy.addValueChangeListener(event -> changed.run());
    bpm.setPlaceholder("BPM");
    bpm.setAriaLabel("Tempo that it can be brought to, in BPM");
    bpm.setMin(LEAST_BPM);
    bpm.setMax(MOST_BPM);
    bpm.setClearButtonVisible(true);
    bpm.setValueChangeMode(ValueChangeMode.LAZY);
    bpm.setValueChangeTimeout(TYPING_MILLIS);
    bpm.addValueChangeListener(event -> changed.run());
    fits.addValueChangeListener(event -> changed.run());
    Div grid = new Div(bpm, key, energy, pack);
    grid.addClassName("filters-more");
    more = new Details("More filters", grid);
    favourites.addValueChangeListener(event -> changed.run());
    favourites.setAriaLabel("Only favourites");
    Div first = new Div(role, fits, favourites);
    first.addClassName("filters-first");
    add(first, more);
  }

  private static void choice(
      Select<String> select, String label, String any, List<String> items, Runnable changed) {
    List<String> all = new ArrayList<>(List.of(any));
    all.addAll(items);
    select.setItems(all);
    select.setValue(any);
    select.setAriaLabel(label);
    select.addValueChangeListener(event -> changed.run());
  }

  private static List<String> keys() {
    return Stream.of(Mode.MINOR, Mode.MAJOR)
        .flatMap(
            mode -> IntStream.range(0, KEYS).mapToObj(tonic -> new MusicalKey(tonic, mode).text()))
        .toList();
  }

  /** The packs that can be chosen among: the folders that hold the loops. */
  void offerPacks(List<Loop> all) {
    TreeSet<String> now = new TreeSet<>();
    all.forEach(loop -> now.add(LoopFilters.packOf(loop)));
    if (!now.equals(packs)) {
      packs = now;
      String before = Optional.ofNullable(pack.getValue()).orElse(ANY_PACK);
      List<String> items = new ArrayList<>(List.of(ANY_PACK));
      items.addAll(now);
      pack.setItems(items);
      pack.setValue(items.contains(before) ? before : ANY_PACK);
    }
  }

  /** Shows what fits a song only where there is one. */
  void offerSong(boolean there) {
    fits.setEnabled(there);
    if (!there) {
      fits.setValue(false);
    }
  }

  Optional<Role> role() {
    return Role.named(ANY_ROLE.equals(role.getValue()) ? "" : role.getValue());
  }

  /** The tempo that loops must be able to be brought to. */
  Optional<Bpm> tempo(Optional<Song> song) {
    Optional<Bpm> asked =
        Optional.ofNullable(bpm.getValue())
            .filter(value -> value >= LEAST_BPM && value <= MOST_BPM)
            .map(Bpm::new);
    return asked.or(() -> song.filter(one -> fits.getValue()).map(one -> one.facts().tempo()));
  }

  /** The key that loops must fit. */
  Optional<MusicalKey> key(Optional<Song> song) {
    Optional<MusicalKey> asked =
        ANY_KEY.equals(key.getValue()) ? Optional.empty() : MusicalKey.parse(key.getValue());
    return asked.or(() -> song.filter(one -> fits.getValue()).map(one -> one.facts().key()));
  }

  /** What is asked of each loop by itself. */
  LoopFilters each() {
    Energy level = energy.getValue();
    String wanted =
        pack.getValue() == null || ANY_PACK.equals(pack.getValue()) ? "" : pack.getValue();
    return new LoopFilters(level.from, level.to, wanted, "", favourites.getValue(), 0);
  }

  /** What is asked for beyond words and role, for the fold's title. */
  void count() {
    int more =
        (bpm.getValue() == null ? 0 : 1)
            + (ANY_KEY.equals(key.getValue()) ? 0 : 1)
            + (energy.getValue() == Energy.ANY ? 0 : 1)
            + (ANY_PACK.equals(pack.getValue()) ? 0 : 1);
    this.more.setSummaryText(
        more == 0 ? "More filters" : String.format(Locale.ROOT, "More filters (%d)", more));
  }
}
