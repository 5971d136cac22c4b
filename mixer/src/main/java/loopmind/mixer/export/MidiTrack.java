package loopmind.mixer.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One track of a Standard MIDI File 1.0: events in any order, written in that of their ticks. */
final class MidiTrack {

  static final int TEXT = 0x01, NAME = 0x03, MARKER = 0x06, TEMPO = 0x51, METER = 0x58, KEY = 0x59;
  private static final int END = 0x2F, NOTE_OFF = 0x80, NOTE_ON = 0x90, PROGRAM = 0xC0;

  private final List<Event> events = new ArrayList<>();
  private long last;

  /** Of events on one tick, what ends comes before what is said, and that before what begins. */
  private enum Rank {
    ENDS,
    SAYS,
    BEGINS
  }

  private record Event(long tick, Rank rank, byte[] bytes) {}

  void meta(long tick, int type, byte... content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0xFF);
    bytes.write(type);
    number(bytes, content.length);
    bytes.writeBytes(content);
    add(tick, Rank.SAYS, bytes.toByteArray());
  }

  void text(long tick, int type, String text) {
    meta(tick, type, text.getBytes(StandardCharsets.UTF_8));
  }

  void program(int channel, int program) {
    add(0, Rank.SAYS, (byte) (PROGRAM | channel), (byte) program);
  }

  /**
   * @param length 1 tick or more
   * @param key 0 to 127; 60 is middle C
   * @param velocity 1 to 127
   */
  void note(long tick, long length, int channel, int key, int velocity) {
    add(tick, Rank.BEGINS, (byte) (NOTE_ON | channel), (byte) key, (byte) velocity);
    add(tick + length, Rank.ENDS, (byte) (NOTE_OFF | channel), (byte) key, (byte) 64);
  }

  private void add(long tick, Rank rank, byte... bytes) {
    events.add(new Event(tick, rank, bytes));
    last = Math.max(last, tick);
  }

  /**
   * The chunk of the track.
   *
   * @param end tick on which it ends, unless an event comes later
   */
  byte[] chunk(long end) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    long now = 0;
    List<Event> ordered = new ArrayList<>(events);
    ordered.sort(Comparator.comparingLong(Event::tick).thenComparing(Event::rank));
    for (Event event : ordered) {
      number(body, event.tick() - now);
      body.writeBytes(event.bytes());
      now = event.tick();
    }
    number(body, Math.max(end, last) - now);
    body.writeBytes(new byte[] {(byte) 0xFF, END, 0});
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes("MTrk".getBytes(StandardCharsets.US_ASCII));
    whole(chunk, body.size(), 4);
    chunk.writeBytes(body.toByteArray());
    return chunk.toByteArray();
  }

  /** Seven bits a byte, the highest first. */
  private static void number(ByteArrayOutputStream to, long value) {
    int groups = 1;
    while (value >> (7 * groups) != 0) {
      groups++;
    }
    for (int group = groups - 1; group >= 0; group--) {
      to.write((int) (value >> (7 * group) & 0x7F) | (group > 0 ? 0x80 : 0));
    }
  }

  static void whole(ByteArrayOutputStream to, int value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      to.write(value >> shift);
    }
  }
}
