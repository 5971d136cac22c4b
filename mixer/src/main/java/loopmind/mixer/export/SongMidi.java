package loopmind.mixer.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.mixer.render.RenderProgress;

/**
 * A song as a Standard MIDI File of format 1: a first track with tempo, meter, key and a marker at
 * each section, then a track for each role.
 *
 * <p>Loops are recordings, and MIDI holds notes, so this is a map of the arrangement and no
 * transcription. Drums and percussion have a note for each {@link DrumHits hit} of their loops. The
 * other roles have one note for each placement, on the tonic of the song in the register of the
 * role, as long as the loop sounds; a text says which loop it is. Muted layers have none.
 */
final class SongMidi {

  static final int TICKS_A_BEAT = 960;

  private static final int DRUM_CHANNEL = 9, HIT_TICKS = TICKS_A_BEAT / 8, VELOCITY = 96;

  /** Channel, program of General MIDI and lowest key of a role that has pitches. */
  private record Voice(int channel, int program, int lowest) {}

  private static final Map<Role, Voice> VOICES =
      new EnumMap<>(
          Map.of(
              Role.DRUMS, new Voice(DRUM_CHANNEL, 0, 0),
              Role.PERCUSSION, new Voice(DRUM_CHANNEL, 0, 0),
              Role.BASS, new Voice(0, 38, 36),
              Role.CHORDS, new Voice(1, 4, 48),
              Role.MELODY, new Voice(2, 80, 72),
              Role.PAD, new Voice(3, 89, 60),
              Role.VOCAL, new Voice(4, 52, 60),
              Role.FX, new Voice(5, 97, 48)));

  private final Song song;
  private final LoopFiles files;
  private final RenderProgress progress;
  private final Map<LoopId, List<DrumHits.Hit>> hits = new TreeMap<>();

  private SongMidi(Song song, LoopFiles files, RenderProgress progress) {
    this.song = song;
    this.files = files;
    this.progress = progress;
  }

  /** Writes the file; {@code files} is asked for the sound of drums alone. */
  static void write(Song song, LoopFiles files, Path file, RenderProgress progress) {
    WholeFile.write(file, new SongMidi(song, files, progress).bytes());
  }

  private byte[] bytes() {
    List<Role> roles = List.copyOf(song.roles());
    long end = tick(song.bars().beats(song.facts().meter().beats()).value());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("MThd".getBytes(StandardCharsets.US_ASCII));
    MidiTrack.whole(out, 6, 4);
    MidiTrack.whole(out, 1, 2);
    MidiTrack.whole(out, 1 + roles.size(), 2);
    MidiTrack.whole(out, TICKS_A_BEAT, 2);
    out.writeBytes(conductor().chunk(end));
    for (int i = 0; i < roles.size(); i++) {
      if (progress.cancelled()) {
        throw new CancellationException("The export was stopped; nothing was written.");
      }
      progress.at("writing MIDI", i / (double) roles.size());
      out.writeBytes(track(roles.get(i)).chunk(end));
    }
    return out.toByteArray();
  }

  private MidiTrack conductor() {
    SongFacts facts = song.facts();
    MidiTrack track = new MidiTrack();
    track.text(0, MidiTrack.NAME, facts.title());
    int micros = (int) Math.round(60e6 / facts.tempo().value());
    track.meta(0, MidiTrack.TEMPO, (byte) (micros >> 16), (byte) (micros >> 8), (byte) micros);
    Meter meter = facts.meter();
    // 24 MIDI clocks a click and eight thirty-second notes a quarter are the usual values
    track.meta(
        0,
        MidiTrack.METER,
        (byte) meter.beats(),
        (byte) Integer.numberOfTrailingZeros(meter.unit()),
        (byte) 24,
        (byte) 8);
    track.meta(
        0,
        MidiTrack.KEY,
        (byte) sharps(facts.key()),
        (byte) (facts.key().mode() == Mode.MINOR ? 1 : 0));
    SectionTitles.of(song)
        .forEach((id, name) -> track.text(tick(song.startOf(id).value()), MidiTrack.MARKER, name));
    return track;
  }

  /** Sharps of a key, −5 (flats) to 6. */
  static int sharps(MusicalKey key) {
    int majorTonic = key.mode() == Mode.MAJOR ? key.tonic() : (key.tonic() + 3) % 12;
    int fifths = majorTonic * 7 % 12;
    return fifths > 6 ? fifths - 12 : fifths;
  }

  private MidiTrack track(Role role) {
    Voice voice = Objects.requireNonNull(VOICES.get(role));
    MidiTrack track = new MidiTrack();
    String word = role.word();
    track.text(
        0, MidiTrack.NAME, word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    track.program(voice.channel(), voice.program());
    for (Section section : song.sections()) {
      double start = song.startOf(section.id()).value();
      for (Layer layer : section.layersOf(role)) {
        if (!layer.muted()) {
          for (Placement placement : layer.placements()) {
            place(track, voice, layer, placement, start + placement.start().value());
          }
        }
      }
    }
    return track;
  }

  private void place(
      MidiTrack track, Voice voice, Layer layer, Placement placement, double startBeat) {
    Loop loop = song.loop(layer.loop());
    track.text(tick(startBeat), MidiTrack.TEXT, loop.name());
    if (voice.channel() == DRUM_CHANNEL) {
      drums(track, loop, layer, placement, startBeat);
      return;
    }
    int above = Math.floorMod(song.facts().key().tonic() - voice.lowest(), 12);
    long from = tick(startBeat);
    long to = tick(startBeat + sounding(loop, layer, placement));
    int velocity = (int) Math.clamp(VELOCITY + 2 * layer.gain().value(), 1, 127);
    track.note(from, Math.max(1, to - from), voice.channel(), voice.lowest() + above, velocity);
  }

  private double sounding(Loop loop, Layer layer, Placement placement) {
    double length = placement.length().value();
    return layer.isOneShot()
        ? Math.min(length, song.facts().tempo().beatsIn(loop.length()).value() / layer.speed())
        : length;
  }

  private void drums(
      MidiTrack track, Loop loop, Layer layer, Placement placement, double startBeat) {
    List<DrumHits.Hit> all =
        hits.computeIfAbsent(loop.id(), any -> DrumHits.of(loop, layer.role(), files));
    double cycle = layer.cycle().value();
    double length = placement.length().value();
    double offset = placement.offset().value();
    int turns = layer.isOneShot() ? 1 : (int) Math.ceil((offset + length) / cycle);
    for (int turn = 0; turn < turns; turn++) {
      for (DrumHits.Hit hit : all) {
        double beat = (turn + hit.share()) * cycle - offset;
        if (beat > -1e-6 && beat < length - 1e-6) {
          double velocity = hit.velocity() * Math.pow(10, layer.gain().value() / 40);
          track.note(
              tick(startBeat + Math.max(0, beat)),
              HIT_TICKS,
              DRUM_CHANNEL,
              hit.key(),
              (int) Math.clamp(velocity, 1, 127));
        }
      }
    }
  }

  private static long tick(double beat) {
    return Math.round(beat * TICKS_A_BEAT);
  }
}
