package loopmind.tools;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFile;
import loopmind.arranger.units.Bpm;

/** A process of its own that edits a song until it is killed, and prints what it acknowledges. */
final class SongDeskWriter {

  /** How it saves. */
  enum Way {
    /** As the program does. */
    CAREFUL,
    /** Acknowledges while up to {@link #WAITING} versions wait in a buffer. */
    BUFFERED,
    /** Writes over the file instead of beside it, on a slow disk. */
    IN_PLACE
  }

  /** Before so many edits each the version is named. */
  static final int NAMED_EVERY = 5;

  private static final int WAITING = 8, BLOCK_BYTES = 256, BLOCK_NANOS = 50_000;

  /** Printed instead of a number before the sentence of a refusal. */
  static final String REFUSED = "refused ";

  private final Path path;
  private final SongFile file;
  private final Random random;

  private SongDeskWriter(Path path, int seed) {
    this.path = path;
    this.file = new SongFile(path);
    this.random = new Random(seed);
  }

  /**
   * @param arguments the song file, the number of the first edit, and the {@link Way}
   */
  public static void main(String[] arguments) throws IOException {
    int first = Integer.parseInt(arguments[1]);
    new SongDeskWriter(Path.of(arguments[0]), first).edit(first, Way.valueOf(arguments[2]));
  }

  private void edit(int first, Way way) throws IOException {
    Optional<SongFile.Content> content =
        Files.exists(path) ? Optional.of(file.load()) : Optional.empty();
    SongDesk desk = new SongDesk(content, keep(way), InstantSource.system());
    for (int number = first; ; number++) {
      Optional<Song> before = desk.current();
      try {
        turn(desk, number);
      } catch (EditRefused refused) {
        System.out.println(REFUSED + refused.getMessage());
        System.out.println(before.equals(desk.current()));
        return;
      }
      System.out.println(number);
      if (System.out.checkError()) {
        return; // nobody listens any more, so nobody would kill it either
      }
      if (way == Way.CAREFUL && random.nextInt(12) == 0) {
        fold();
      }
    }
  }

  private void fold() {
    try {
      file.fold();
    } catch (EditRefused full) {
      // on a full disk it goes on with the journal, until that cannot grow either
    }
  }

  /** One message; some correct the one before, some name the version before. */
  private static void turn(SongDesk desk, int number) {
    if (number % NAMED_EVERY == 0 && number > 0) {
      desk.name(nameBefore(number));
    }
    desk.turn(
        "edit " + number,
        () -> {
          if (desk.current().isEmpty()) {
            desk.lay(SongDeskTest.song("killed"));
          } else if (number % 7 == 3) {
            desk.move(history -> history.undone(1));
          }
          return desk.apply(song -> song.withFacts(song.facts().with(tempo(number))));
        });
  }

  /** The name that the version before that edit was given. */
  static String nameBefore(int number) {
    return "before edit " + number;
  }

  /** The tempo after an edit, another for each of many. */
  static Bpm tempo(int number) {
    return new Bpm(40 + number % 199_999 / 1_000.0);
  }

  private Consumer<SongFile.Content> keep(Way way) {
    List<SongFile.Content> waiting = new ArrayList<>();
    return switch (way) {
      case CAREFUL -> file::save;
      case BUFFERED ->
          content -> {
            waiting.add(content);
            if (waiting.size() == WAITING) {
              file.save(content);
              waiting.clear();
            }
          };
      case IN_PLACE -> this::writeOver;
    };
  }

  private void writeOver(SongFile.Content content) {
    Path aside = path.resolveSibling("aside");
    SongFile whole = new SongFile(aside);
    whole.save(content);
    try {
      byte[] bytes = Files.readAllBytes(aside);
      try (OutputStream out = Files.newOutputStream(path)) {
        for (int from = 0; from < bytes.length; from += BLOCK_BYTES) {
          out.write(bytes, from, Math.min(BLOCK_BYTES, bytes.length - from));
          LockSupport.parkNanos(BLOCK_NANOS);
        }
      }
    } catch (IOException failed) {
      throw new EditRefused(failed.toString());
    }
  }
}
