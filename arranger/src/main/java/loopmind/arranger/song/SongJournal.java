package loopmind.arranger.song;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The turns since a song file was last written as a whole, a line each. The first line says which
 * snapshot they add to, by its hash: beside any other snapshot the journal counts for nothing.
 *
 * <p>A line is its checksum (CRC-32C in hexadecimal), its number and what it adds as JSON. A crash
 * while a line is written leaves a beginning of it, or blocks that never reached the disk: the
 * checksum is wrong, the turn was not acknowledged, and the line is dropped. A crash never leaves a
 * good line after a bad one: then the journal was damaged later, and nothing is dropped in silence.
 */
final class SongJournal {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHECKSUM_DIGITS = 8;

  private final String snapshot;
  private final List<JsonNode> turns;
  private final int lines;
  private final long end;

  /** A journal in which lines were damaged that had been written whole. */
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    private Damaged(int line) {
      super("line %d is damaged, and lines after it are whole".formatted(line));
    }
  }

  private SongJournal(String snapshot, List<JsonNode> turns, int lines, long end) {
    this.snapshot = snapshot;
    this.turns = turns;
    this.lines = lines;
    this.end = end;
  }

  /** The beginning of a journal, not on disk yet. */
  static SongJournal to(String snapshot) {
    return new SongJournal(snapshot, List.of(), 0, 0);
  }

  /**
   * @param content of the journal's file; may be empty, and end anywhere
   * @throws Damaged where a line was damaged that had been written whole
   */
  static SongJournal read(byte[] content) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    int end = 0;
    boolean whole = true;
    for (int start = 0; start < content.length; start = lineEnd(content, start)) {
      byte[] line = Arrays.copyOfRange(content, start, lineEnd(content, start));
      boolean intact = isIntact(line);
      whole &= intact && numberIn(line) == found.size();
      if (whole) {
        found.add(JSON.readTree(line, jsonStart(line), line.length - jsonStart(line)));
        end = start + line.length;
      } else if (intact) {
        throw new Damaged(found.size() + 1);
      }
    }
    String of = found.isEmpty() ? "" : found.getFirst().path("of").asText();
    List<JsonNode> turns = found.isEmpty() ? List.of() : found.subList(1, found.size());
    return new SongJournal(of, List.copyOf(turns), found.size(), end);
  }

  private static int lineEnd(byte[] content, int start) {
    int at = start;
    while (at < content.length && content[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, content.length);
  }

  private static boolean isIntact(byte[] line) {
    return line.length > CHECKSUM_DIGITS + 1
        && line[line.length - 1] == '\n'
        && line[CHECKSUM_DIGITS] == ' '
        && new String(line, 0, CHECKSUM_DIGITS, StandardCharsets.ISO_8859_1)
            .equals(checksum(line, CHECKSUM_DIGITS + 1));
  }

  private static String checksum(byte[] line, int from) {
    CRC32C sum = new CRC32C();
    sum.update(line, from, line.length - from);
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }

  /** Where the JSON of an intact line begins. */
  private static int jsonStart(byte[] line) {
    int at = CHECKSUM_DIGITS + 1;
    while (at < line.length && line[at] != ' ') {
      at++;
    }
    return at;
  }

  private static int numberIn(byte[] line) {
    int from = CHECKSUM_DIGITS + 1;
    String digits = new String(line, from, jsonStart(line) - from, StandardCharsets.ISO_8859_1);
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
  }

  /** Hash of the snapshot that this adds to; empty text where not even the first line is whole. */
  String snapshot() {
    return snapshot;
  }

  /** What each line adds; only of a journal that was read. */
  List<JsonNode> turns() {
    return turns;
  }

  /** Where its last whole line ends, in bytes. */
  long end() {
    return end;
  }

  /**
   * Writes one more line after the last whole one, and returns when it is on disk.
   *
   * @param journal its file
   * @return the journal with that line
   */
  SongJournal append(FileChannel journal, ObjectNode turn) throws IOException {
    byte[] first = lines > 0 ? new byte[0] : line(0, header());
    byte[] line = line(Math.max(1, lines), turn);
    byte[] both = Arrays.copyOf(first, first.length + line.length);
    System.arraycopy(line, 0, both, first.length, line.length);
    journal.truncate(end);
    journal.position(end);
    DurableFiles.write(journal, both);
    journal.force(false);
    return new SongJournal(snapshot, List.of(), Math.max(1, lines) + 1, end + both.length);
  }

  private ObjectNode header() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("format", SongJson.FORMAT)
        .put("version", SongJson.VERSION)
        .put("of", snapshot);
  }

  private static byte[] line(int number, ObjectNode node) throws JsonProcessingException {
    byte[] text =
        (".".repeat(CHECKSUM_DIGITS) + " " + number + " " + JSON.writeValueAsString(node) + "\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] sum = checksum(text, CHECKSUM_DIGITS + 1).getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(sum, 0, text, 0, CHECKSUM_DIGITS);
    return text;
  }
}
