package loopmind.ui.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import loopmind.arranger.song.EditRefused;
import loopmind.ui.OpenSong;
import loopmind.ui.OpenSongs;

/** Which song each session means where a call names none: the one that it used last. */
final class SongsInUse {

  /** Sessions that are remembered; of those that end without a word, the oldest are forgotten. */
  private static final int MOST_SESSIONS = 256;

  private final OpenSongs songs;
  private final Consumer<OpenSong> used;
  private final Map<String, String> last =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST_SESSIONS;
        }
      };

  /**
   * @param used told of each song that somebody uses
   */
  SongsInUse(OpenSongs songs, Consumer<OpenSong> used) {
    this.songs = songs;
    this.used = used;
  }

  /** What is meant where no song is named. */
  enum Otherwise {
    /** The last one; it is an error where there is none. */
    LAST,
    /** The last one, or a new one where there is none. */
    LAST_OR_NEW,
    /** A new one; the last one where that is still empty. */
    NEW
  }

  /**
   * @param named id of a song; empty where none was named
   * @throws EditRefused where there is no such song, or it is not clear which is meant
   */
  OpenSong song(String session, Optional<String> named, Otherwise otherwise) {
    OpenSong song = named.map(this::found).orElseGet(() -> meant(session, otherwise));
    remember(session, song);
    return song;
  }

  /** A new, empty song; from now on the one that the session means. */
  OpenSong create(String session) {
    OpenSong song = songs.create();
    remember(session, song);
    return song;
  }

  /**
   * @throws EditRefused where there is no such song
   */
  OpenSong found(String id) {
    OpenSong song = songs.find(id).orElseThrow(() -> new EditRefused("%s", songs.whyNot(id)));
    used.accept(song);
    return song;
  }

  private OpenSong meant(String session, Otherwise otherwise) {
    Optional<OpenSong> before = last(session).flatMap(songs::find);
    return switch (otherwise) {
      case LAST ->
          before.orElseThrow(
              () -> new EditRefused("Which song? Give its id as song; list_songs has them all."));
      case LAST_OR_NEW -> before.orElseGet(songs::create);
      case NEW -> before.filter(song -> song.song().isEmpty()).orElseGet(songs::create);
    };
  }

  private synchronized Optional<String> last(String session) {
    return Optional.ofNullable(last.get(session));
  }

  private synchronized void remember(String session, OpenSong song) {
    last.put(session, song.id());
    used.accept(song);
  }
}
