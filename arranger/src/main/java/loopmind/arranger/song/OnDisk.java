package loopmind.arranger.song;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What lies on disk of a song.
 *
 * @param stamp of the snapshot; empty where there is none
 * @param hash of the snapshot; empty text where it was not read
 * @param journal that adds to it
 * @param journalBytes length of the journal's file
 * @param writer that goes on where the journal ends; empty where all is to be written anew
 * @param foreign whether the journal's file adds to neither this snapshot nor the one before
 */
record OnDisk(
    Optional<FileStamp> stamp,
    String hash,
    SongJournal journal,
    long journalBytes,
    Optional<ContentWriter> writer,
    boolean foreign) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A song as it was read, and where it was read from. */
  record Loaded(SongFile.Content content, OnDisk from) {}

  /** What is known of a snapshot that was not read, or of none. */
  static OnDisk unread(Optional<FileStamp> stamp, long journalBytes) {
    return new OnDisk(stamp, "", SongJournal.to(""), journalBytes, Optional.empty(), false);
  }

  static OnDisk written(FileStamp stamp, byte[] snapshot, long journalBytes, ContentWriter writer) {
    String hash = hash(snapshot);
    return new OnDisk(
        Optional.of(stamp), hash, SongJournal.to(hash), journalBytes, Optional.of(writer), false);
  }

  /**
   * @param lines of the journal; may be empty
   * @throws IllegalArgumentException where this is no song
   * @throws EditRefused where a later version wrote it
   */
  static Loaded read(FileStamp stamp, byte[] snapshot, byte[] lines) throws IOException {
    JsonNode root = JSON.readTree(snapshot);
    checkFormat(root);
    String hash = hash(snapshot);
    SongJournal found = SongJournal.read(lines);
    boolean ours = found.snapshot().equals(hash);
    boolean stale =
        found.snapshot().isEmpty() || found.snapshot().equals(root.path("replaced").asText());
    OnDisk disk =
        new OnDisk(
            Optional.of(stamp),
            hash,
            ours ? found : SongJournal.to(hash),
            lines.length,
            Optional.empty(),
            !ours && !stale);
    try {
      return FirstFormat.isIn(root) ? disk.firstFormat(root) : disk.read(root);
    } catch (EditRefused impossible) {
      throw new IllegalArgumentException("The file holds what no song may be.", impossible);
    }
  }

  private Loaded firstFormat(JsonNode root) {
    Optional<JsonNode> report = Optional.of(root.path("qa")).filter(JsonNode::isObject);
    return new Loaded(new SongFile.Content(FirstFormat.read(root), report), this);
  }

  private Loaded read(JsonNode root) {
    ContentReader reader = new ContentReader();
    reader.add(root);
    journal.turns().forEach(reader::add);
    SongFile.Content content = reader.content();
    ContentWriter goesOn = new ContentWriter(reader.parts(), content);
    return new Loaded(
        content, new OnDisk(stamp, hash, journal, journalBytes, Optional.of(goesOn), foreign));
  }

  private static void checkFormat(JsonNode root) {
    if (!root.path("format").asText().equals(SongJson.FORMAT)) {
      throw new IllegalArgumentException("The file does not say that it is a song.");
    }
    int version = SongJson.integer(root, "version");
    if (version > SongJson.VERSION) {
      throw new EditRefused(
          "The song was saved by a later LoopMind (format %d; this one reads up to %d). Update it.",
          version, SongJson.VERSION);
    }
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  /** After one more line. */
  OnDisk with(SongJournal longer) {
    return new OnDisk(stamp, hash, longer, longer.end(), writer, false);
  }

  /** With a file that is the same, byte by byte, and was touched. */
  OnDisk with(FileStamp touched) {
    return new OnDisk(Optional.of(touched), hash, journal, journalBytes, writer, foreign);
  }

  OnDisk withEmptyJournal() {
    return new OnDisk(stamp, hash, journal, 0, writer, false);
  }

  /** After a failure, when nothing is known of what reached the disk. */
  OnDisk inDoubt(Optional<FileStamp> stampNow, long journalBytesNow) {
    return new OnDisk(stampNow, hash, journal, journalBytesNow, Optional.empty(), false);
  }
}
