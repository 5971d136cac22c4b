package loopmind.arranger.song;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A song file and its journal on disk: a snapshot of everything, and a line for each turn since.
 *
 * <p>The journal names its snapshot by hash, and a snapshot names the one it took the place of. So
 * after a crash at any moment one of three holds: the journal adds to the snapshot; it was folded
 * into it, and counts for nothing; or its first line is not whole, and it holds nothing yet.
 */
final class SongStore {

  /** Songs larger than this are no songs of ours, and are not read. */
  private static final long LARGEST_BYTES = 200_000_000;

  private static final int PATIENCE = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;
  private final Path journalPath;
  private final int olderKept;

  /** What was there when this last looked. */
  private Optional<OnDisk> seen = Optional.empty();

  SongStore(Path path, int olderKept) {
    this.path = path;
    this.journalPath = path.resolveSibling(path.getFileName() + ".journal");
    this.olderKept = olderKept;
  }

  Path journalPath() {
    return journalPath;
  }

  /**
   * @throws IllegalArgumentException where the file is no song
   */
  SongFile.Content load() throws IOException {
    for (int attempt = 1; ; attempt++) {
      FileStamp before = FileStamp.of(path);
      if (before.size() + size(journalPath) > LARGEST_BYTES) {
        throw new EditRefused("%s is too large to be a song of LoopMind.", path);
      }
      byte[] snapshot = Files.readAllBytes(path);
      byte[] lines = bytesIfThere(journalPath);
      // another program may fold between both
      if (attempt == PATIENCE || before.equals(FileStamp.of(path))) {
        OnDisk.Loaded loaded = OnDisk.read(before, snapshot, lines);
        seen = Optional.of(loaded.from());
        return loaded.content();
      }
    }
  }

  private static byte[] bytesIfThere(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException none) {
      return new byte[0];
    }
  }

  private static long size(Path file) throws IOException {
    return FileStamp.ifThere(file).map(FileStamp::size).orElse(0L);
  }

  /**
   * @throws EditRefused where another program saved since this last looked
   */
  void save(SongFile.Content content, long longestJournal) throws IOException {
    try (JournalDoor door = JournalDoor.open(journalPath)) {
      if (seen.isEmpty()) {
        foldWhatIsThere(door);
      }
      OnDisk before = withoutForeignJournal(door, checked());
      boolean saved = false;
      try {
        Optional<ContentWriter> writer = before.writer().filter(one -> one.isContinuedBy(content));
        if (writer.isPresent() && before.journalBytes() <= longestJournal) {
          append(door, before, writer.get(), content);
        } else {
          writeWhole(door, before, content);
        }
        saved = true;
      } finally {
        if (!saved) {
          takeBack(door, before);
        }
      }
    }
  }

  /** What another song left at this place goes to the older files with its journal. */
  private void foldWhatIsThere(JournalDoor door) throws IOException {
    Optional<FileStamp> there = FileStamp.ifThere(path);
    if (door.channel().size() > 0) {
      try {
        SongFile.Content left = load();
        writeWhole(door, seen.orElseThrow(), left);
        return;
      } catch (EditRefused | IllegalArgumentException | IOException missingOrUnreadable) {
        setAside();
      }
    }
    seen = Optional.of(OnDisk.unread(there, size(journalPath)));
  }

  private OnDisk checked() throws IOException {
    OnDisk before = seen.orElseThrow();
    Optional<FileStamp> now = FileStamp.ifThere(path);
    if (now.isPresent() && !now.equals(before.stamp()) && isOnlyTouched(before, now.get())) {
      before = before.with(now.get());
    }
    if (!now.equals(before.stamp()) || size(journalPath) != before.journalBytes()) {
      throw new EditRefused(
          "The song %s was changed by another program since it was opened here. Open it again.",
          path);
    }
    return before;
  }

  private boolean isOnlyTouched(OnDisk before, FileStamp now) throws IOException {
    return before.stamp().filter(stamp -> stamp.size() == now.size()).isPresent()
        && OnDisk.hash(Files.readAllBytes(path)).equals(before.hash());
  }

  private void append(
      JournalDoor door, OnDisk before, ContentWriter writer, SongFile.Content content)
      throws IOException {
    ObjectNode turn = writer.additions(content);
    SongJournal journal = before.journal().append(door.channel(), turn);
    if (before.journalBytes() == 0) {
      DurableFiles.forceFolder(journalPath);
    }
    seen = Optional.of(before.with(journal));
  }

  /** A journal that belongs to no file here is kept for whoever misses it. */
  private OnDisk withoutForeignJournal(JournalDoor door, OnDisk before) throws IOException {
    if (!before.foreign()) {
      return before;
    }
    setAside();
    door.channel().truncate(0);
    OnDisk after = before.withEmptyJournal();
    seen = Optional.of(after);
    return after;
  }

  private void setAside() throws IOException {
    Files.copy(
        journalPath,
        path.resolveSibling(journalPath.getFileName() + ".old"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void writeWhole(JournalDoor door, OnDisk before, SongFile.Content content)
      throws IOException {
    ContentWriter writer = new ContentWriter();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", SongJson.FORMAT);
    root.put("version", SongJson.VERSION);
    if (!before.hash().isEmpty()) {
      root.put("replaced", before.hash());
    }
    root.setAll(writer.additions(content));
    byte[] bytes =
        JSON.writer(new SnapshotLines()).writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    DurableFiles.replace(path, bytes, () -> DurableFiles.keepOlder(path, olderKept));
    seen = Optional.of(OnDisk.written(FileStamp.of(path), bytes, emptied(door), writer));
  }

  /**
   * @return the bytes that are left in the journal; more than 0 where it cannot be emptied, which
   *     does no harm, because it names another snapshot
   */
  private long emptied(JournalDoor door) throws IOException {
    try {
      door.channel().truncate(0);
      return 0;
    } catch (IOException stays) {
      return size(journalPath);
    }
  }

  /**
   * After a failure nothing is known of what reached the disk: the line is taken back as far as
   * that can be done, and the next save writes everything anew.
   */
  private void takeBack(JournalDoor door, OnDisk before) throws IOException {
    try {
      if (before.journal().end() < size(journalPath)) {
        door.channel().truncate(before.journal().end());
      }
    } finally {
      seen = Optional.of(before.inDoubt(FileStamp.ifThere(path), size(journalPath)));
    }
  }

  /** Writes the snapshot anew with all that the journal adds, and deletes the journal. */
  void fold() throws IOException {
    if (size(journalPath) == 0) {
      return;
    }
    try (JournalDoor door = JournalDoor.open(journalPath)) {
      if (seen.flatMap(OnDisk::writer).isEmpty()) {
        load();
      }
      OnDisk before = checked();
      Optional<SongFile.Content> content = before.writer().flatMap(ContentWriter::written);
      if (content.isPresent() && before.journal().end() > 0) {
        writeWhole(door, before, content.get());
      }
    }
  }
}
