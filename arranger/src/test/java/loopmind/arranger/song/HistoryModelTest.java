package loopmind.arranger.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand random steps against a model that keeps every song in memory. */
final class HistoryModelTest {

  private static final int STEPS = 10_000;

  @TempDir Path folder;

  private final Random random = new Random(4);
  private final RandomEdits edits = new RandomEdits(5);

  private final List<Song> songs = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final Map<Integer, Integer> visitedLast = new HashMap<>();
  private final Map<String, Integer> named = new HashMap<>();
  private int standing;

  private History history = History.of("first", TestSongs.song());
  private SongFile file = new SongFile(Path.of("unused"));

  @Test
  void everyVersionIsBitEqualAfterEditsUndoRedoBranchesAndReopening() {
    file = file();
    remember(history.song(), -1);
    for (int step = 0; step < STEPS; step++) {
      step(step);
      assertThat(history.song()).isEqualTo(songs.get(standing));
      if (random.nextInt(25) == 0) {
        file.save(content());
      }
      if (random.nextInt(700) == 0) {
        reopen();
      }
    }
    reopen();
    for (int index = 0; index < songs.size(); index++) {
      assertThat(json(history.versions().get(index).song())).isEqualTo(json(songs.get(index)));
    }
  }

  private void step(int number) {
    int kind = random.nextInt(100);
    if (kind < 62) {
      Song edited = edits.edit(history.song());
      history = history.with("step " + number, edited);
      remember(edited, standing);
    } else if (kind < 76) {
      undo(1 + random.nextInt(4));
    } else if (kind < 88) {
      redo(1 + random.nextInt(4));
    } else if (kind < 94 || named.isEmpty()) {
      String name = "name " + random.nextInt(40);
      history = history.named(name);
      named.put(name, standing);
    } else {
      jump();
    }
  }

  private void remember(Song song, int parent) {
    songs.add(song);
    parents.add(parent);
    standing = songs.size() - 1;
    visitedLast.put(parent, standing);
  }

  private void undo(int steps) {
    int at = standing;
    for (int i = 0; i < steps && at >= 0; i++) {
      at = parents.get(at);
    }
    if (at >= 0) {
      history = history.undone(steps);
      standing = at;
    }
  }

  private void redo(int steps) {
    Integer at = standing;
    for (int i = 0; i < steps && at != null; i++) {
      at = visitedLast.get(at);
    }
    if (at != null) {
      history = history.redone(steps);
      standing = at;
    }
  }

  private void jump() {
    if (random.nextBoolean()) {
      List<String> names = named.keySet().stream().sorted().toList();
      String name = names.get(random.nextInt(names.size()));
      history = history.at(name);
      standing = named.get(name);
    } else {
      standing = random.nextInt(songs.size());
      history = history.at(String.valueOf(standing + 1));
    }
    for (int at = standing; at > 0; at = parents.get(at)) {
      visitedLast.put(parents.get(at), at);
    }
  }

  /** Like a program that ends, with or without time to fold, and one that begins. */
  private void reopen() {
    file.save(content());
    if (random.nextBoolean()) {
      file.fold();
    }
    file = file();
    History back = file.load().history();
    assertThat(back).isEqualTo(history);
    assertThat(back.list()).isEqualTo(history.list());
    assertThat(back.redo()).isEqualTo(history.redo());
    history = back;
    for (int index = 0; index < songs.size(); index++) {
      assertThat(back.versions().get(index).song()).isEqualTo(songs.get(index));
    }
  }

  private SongFile file() {
    return new SongFile(folder.resolve("song.loopmind.json"));
  }

  private SongFile.Content content() {
    return new SongFile.Content(history, Optional.empty());
  }

  private static String json(Song song) {
    return new ContentWriter()
        .additions(new SongFile.Content(History.of("", song), Optional.empty()))
        .toString();
  }
}
