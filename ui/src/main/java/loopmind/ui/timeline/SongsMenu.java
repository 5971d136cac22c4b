package loopmind.ui.timeline;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import loopmind.arranger.song.Song;
import loopmind.ui.OpenSong;
import loopmind.ui.OpenSongs;
import loopmind.ui.Workplace;

/** Which song: a new one, one of those that lie in the home, and the versions of this one. */
final class SongsMenu extends MenuBar {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 20;

  private final transient Workplace place;
  private final transient OpenSong song;
  private final transient VersionsDialog versions;
  private final SubMenu songs;
  private transient List<OpenSongs.Listed> listed = List.of();

  SongsMenu(Workplace place, OpenSong song, StudioView.Asking ask) {
    this.place = place;
    this.song = song;
    versions = new VersionsDialog(song, ask);
    addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
    songs = addItem("Songs").getSubMenu();
    addItem(
        "Versions",
        event -> {
          versions.refresh();
          versions.open();
        });
  }

  private static void goTo(String id) {
    var unused = UI.getCurrent().navigate(StudioView.class, new RouteParameters("id", id));
  }

  void refresh() {
    List<OpenSongs.Listed> now = place.songs().list().stream().limit(SHOWN).toList();
    if (!now.equals(listed) || songs.getItems().isEmpty()) {
      listed = now;
      songs.removeAll();
      songs.addItem("New song", event -> goTo(place.songs().create().id()));
      now.forEach(one -> songs.addItem(text(one), event -> goTo(one.id())));
    }
    if (versions.isOpened()) {
      versions.refresh();
    }
  }

  /** The title where the song is open; opening all others for a menu would take their time. */
  private String text(OpenSongs.Listed one) {
    String title =
        place.songs().open().stream()
            .filter(open -> open.id().equals(one.id()))
            .flatMap(open -> open.song().stream())
            .map(Song::facts)
            .map(facts -> facts.title() + " · ")
            .findFirst()
            .orElse("");
    return (one.id().equals(song.id()) ? "● " : "") + title + one.id();
  }
}
