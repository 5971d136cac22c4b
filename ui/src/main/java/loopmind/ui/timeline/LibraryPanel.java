package loopmind.ui.timeline;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.song.Song;
import loopmind.library.catalogue.Marks;
import loopmind.library.index.IndexUnusable;
import loopmind.library.listen.WaveformFacts;
import loopmind.library.search.LoopMatch;
import loopmind.library.search.LoopQuery;
import loopmind.library.search.LoopSearch;
import loopmind.ui.Library;
import loopmind.ui.LibraryWork;
import loopmind.ui.OpenSong;
import loopmind.ui.Workplace;
import org.jspecify.annotations.Nullable;

/** The user's sounds: found as one types, narrowed by filters, heard at a click, dragged. */
final class LibraryPanel extends Aside {

  private static final long serialVersionUID = 1L;

  private static final int TYPING_MILLIS = 40;

  /** Rows that are sent at once. */
  private static final int PAGE_ROWS = 30;

  /** Files whose fault is told on the page; REST tells all. */
  private static final int MOST_FAULTS = 500;

  /** After so many files of a folder the list is shown anew. */
  private static final int STEP = 25;

  private final transient Workplace place;
  private final transient OpenSong song;
  private final TextField words = new TextField();
  private final LibraryFilters filters = new LibraryFilters(this::refresh);
  private final Grid<Loop> rows = new Grid<>();
  private final H2 title = new H2();
  private final Div likeChip = new Div();
  private final Div work = new Div();
  private final Span step = new Span();
  private final ProgressBar share = new ProgressBar();
  private final Span nothing = new Span();
  private final Button faults = new Button("", event -> showFaults());
  private final Button twins = new Button("Find sounds that are there twice", event -> showTwins());
  private transient @Nullable Loop like;
  private final transient AtomicBoolean reading = new AtomicBoolean();
  private transient Map<String, Marks> marks = Map.of();
  private transient List<Library.KnownFile> unreadable = List.of();
  private transient List<Loop> all = List.of();
  private transient LoopSearch search = new LoopSearch(List.of());

  LibraryPanel(Workplace place, OpenSong song) {
    this.place = place;
    this.song = song;
    addClassNames("panel", "library");
    words.setPlaceholder("dark pad, 808, flute …");
    words.setAriaLabel("Search sounds");
    words.setClearButtonVisible(true);
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.setValueChangeTimeout(TYPING_MILLIS);
    words.addValueChangeListener(event -> refresh());
    Button more = new Button("+", event -> new AddSounds(place).open());
    more.setAriaLabel("Add sounds");
    more.setTooltipText("Add sounds: a folder, files or archives");
    Button map = new Button("Map", event -> new MapDialog(this::about).open());
    map.setTooltipText("All sounds on a plane: what sounds alike lies close");
    Div find = new Div(words, map, more);
    find.addClassName("find");
    likeChip.addClassName("find");
    work.addClassName("work");
    share.getElement().setAttribute("aria-label", "Listening");
    work.add(step, share, new Button("Stop", event -> place.libraryWork().stop()));
    nothing.addClassNames("unit", "nothing");
    rows.addColumn(
            LoopRow.renderer(
                loop -> place.library().waveform(loop.id()).map(WaveformFacts::coarse),
                loop -> marksOf(loop).favourite(),
                this::love,
                this::about))
        .setHeader("Sounds");
    rows.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
    rows.setPageSize(PAGE_ROWS);
    rows.setSelectionMode(Grid.SelectionMode.NONE);
    faults.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    faults.setVisible(false);
    twins.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    twins.setVisible(false);
    add(title, find, filters, likeChip, work, nothing, rows, faults, twins);
    filters.offerSong(false);
    title.setText("Library");
    nothing.setText("Reading the library …");
    likeChip.setVisible(false);
    showWork();
  }

  /** A large library takes a moment to be read; the page does not wait for it. */
  @Override
  protected void onAttach(AttachEvent attached) {
    read(attached.getUI());
  }

  private Marks marksOf(Loop loop) {
    return marks.getOrDefault(loop.id().text(), Marks.NONE);
  }

  private void love(Loop loop) {
    mark(loop, marksOf(loop).withFavourite(!marksOf(loop).favourite()));
  }

  private void mark(Loop loop, Marks said) {
    place.mark(loop.id(), said);
    marks = place.library().marks();
    rows.getDataProvider().refreshItem(loop);
    getUI().ifPresent(this::read);
  }

  private void about(Loop loop) {
    new LoopDialog(loop, marksOf(loop), said -> mark(loop, said), () -> moreLike(loop)).open();
  }

  private void about(String id) {
    place.loop(id).ifPresent(this::about);
  }

  private void showTwins() {
    new TwinsDialog(place::twins).open();
  }

  private void moreLike(Loop loop) {
    like = loop;
    refresh();
  }

  /** Shows more of what is being listened to, now and then. */
  void heard() {
    showWork();
    Optional<LibraryWork.State> state = place.libraryWork().state();
    if (state.filter(now -> now.over() || now.done() % STEP == 0).isPresent()) {
      getUI().ifPresent(this::read);
    }
  }

  /** What fits the song can be asked for once there is one. */
  void songChanged() {
    filters.offerSong(song.song().isPresent());
  }

  private void showWork() {
    Optional<LibraryWork.State> state =
        place.libraryWork().state().filter(now -> !now.over() && now.files() > now.done());
    work.setVisible(state.isPresent());
    state.ifPresent(
        now -> {
          step.setText("%d of %d".formatted(now.done(), now.files()));
          share.setValue(Math.clamp(now.share(), 0, 1));
        });
  }

  /** The words of all loops are read once for each state of the library, not at each key. */
  private void read(UI ui) {
    if (!reading.compareAndSet(false, true)) {
      return;
    }
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                List<Loop> known = place.knownLoops();
                LoopSearch ready = place.library().search(known);
                List<Library.KnownFile> odd = place.library().unreadable();
                Map<String, Marks> said = place.library().marks();
                StudioView.inPage(
                    ui,
                    () -> {
                      unreadable = odd;
                      marks = said;
                      show(known, ready);
                    });
              } catch (IndexUnusable unusable) {
                StudioView.inPage(ui, () -> say(String.valueOf(unusable.getMessage())));
              } finally {
                reading.set(false);
              }
            });
  }

  private void say(String sentence) {
    nothing.setText(sentence);
    nothing.setVisible(true);
  }

  private void show(List<Loop> known, LoopSearch ready) {
    all = known;
    search = ready;
    filters.offerPacks(known);
    twins.setVisible(known.size() > 1);
    faults.setVisible(!unreadable.isEmpty());
    faults.setText(
        unreadable.size() == 1
            ? "1 file cannot be read"
            : "%d files cannot be read".formatted(unreadable.size()));
    refresh();
  }

  /** Why nothing is heard of some files, a sentence each. */
  private void showFaults() {
    Dialog dialog = new Dialog("Files that cannot be read");
    dialog.setWidth("640px");
    UnorderedList list = new UnorderedList();
    unreadable.stream()
        .limit(MOST_FAULTS)
        .forEach(file -> list.add(new ListItem(file.path().getParent() + ": " + file.fault())));
    dialog.add(list);
    dialog.getFooter().add(new Button("Close", event -> dialog.close()));
    dialog.open();
  }

  private void refresh() {
    filters.offerSong(song.song().isPresent());
    filters.count();
    List<Loop> shown = found();
    rows.setItems(shown);
    title.setText(
        shown.size() == all.size()
            ? "Library · %d sounds".formatted(all.size())
            : "Library · %d of %d sounds".formatted(shown.size(), all.size()));
    nothing.setVisible(shown.isEmpty());
    nothing.setText(
        all.isEmpty()
            ? "No sounds yet. Name a folder of loops in the middle."
            : "No sound fits. Take a word or a filter away.");
    showLike();
  }

  private void showLike() {
    likeChip.removeAll();
    likeChip.setVisible(like != null);
    if (like != null) {
      Button away = new Button("like " + like.name() + "  ✕", event -> noLike());
      away.addThemeVariants(ButtonVariant.LUMO_SMALL);
      away.setAriaLabel("No longer only sounds like " + like.name());
      likeChip.add(away);
    }
  }

  private void noLike() {
    like = null;
    refresh();
  }

  private List<Loop> found() {
    Optional<Song> now = song.song();
    LoopQuery query =
        new LoopQuery(
            words.getValue(),
            Optional.ofNullable(like),
            filters.role(),
            filters.tempo(now),
            filters.key(now),
            Math.max(1, all.size()));
    boolean asked =
        !query.words().isBlank()
            || query.like().isPresent()
            || query.tempo().isPresent()
            || query.key().isPresent();
    List<Loop> fitting =
        asked
            ? search.find(query).stream().map(LoopMatch::loop).toList()
            : all.stream()
                .filter(loop -> query.role().isEmpty() || loop.role() == query.role().get())
                .toList();
    return filters.each().passing(fitting, marks);
  }
}
