package loopmind.mixer.export;

import static loopmind.mixer.export.Xml.number;

import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;

/**
 * The {@code project.xml} of a DAWproject 1.0. Times are in beats; each clip's warps tie two points
 * of its audio, in seconds, to beats.
 */
final class ProjectXml {

  /** A clip's own gain is left out where it differs less than this from that of its track. */
  private static final double SAME_GAIN = 1e-3;

  private static final String MASTER = "master-channel";

  /**
   * An audio file within the archive.
   *
   * @param path within the archive
   * @param seconds its length
   * @param rateHz of its samples
   * @param channels 1 or more
   */
  record Audio(String path, double seconds, int rateHz, int channels) {}

  private final Song song;
  private final List<ProjectTrack> tracks;
  private final Map<LoopId, Audio> audio;
  private final Xml xml = new Xml();

  private ProjectXml(Song song, List<ProjectTrack> tracks, Map<LoopId, Audio> audio) {
    this.song = song;
    this.tracks = tracks;
    this.audio = audio;
  }

  /**
   * @param audio of every loop that the tracks play
   */
  static byte[] of(Song song, List<ProjectTrack> tracks, Map<LoopId, Audio> audio) {
    return new ProjectXml(song, tracks, audio).write();
  }

  private byte[] write() {
    xml.open("Project", "version", "1.0");
    xml.empty("Application", "name", "LoopMind", "version", "0.1.0");
    transport(song.facts());
    xml.open("Structure");
    for (int i = 0; i < tracks.size(); i++) {
      track(tracks.get(i), i);
    }
    master();
    xml.close();
    xml.open("Arrangement", "id", "arrangement");
    xml.open("Lanes", "timeUnit", "beats", "id", "lanes");
    for (int i = 0; i < tracks.size(); i++) {
      xml.open("Lanes", "track", "track-" + i, "id", "lanes-" + i);
      xml.open("Clips", "id", "clips-" + i);
      for (ProjectTrack.Clip clip : tracks.get(i).clips()) {
        clip(tracks.get(i), clip);
      }
      xml.close().close();
    }
    xml.close();
    markers();
    xml.close();
    return xml.close().bytes();
  }

  private void transport(SongFacts facts) {
    xml.open("Transport");
    xml.empty(
        "Tempo",
        "unit",
        "bpm",
        "value",
        number(facts.tempo().value()),
        "id",
        "tempo",
        "name",
        "Tempo");
    xml.empty(
        "TimeSignature",
        "denominator",
        String.valueOf(facts.meter().unit()),
        "numerator",
        String.valueOf(facts.meter().beats()),
        "id",
        "meter");
    xml.close();
  }

  private void track(ProjectTrack track, int index) {
    xml.open(
        "Track",
        "contentType",
        "audio",
        "loaded",
        "true",
        "id",
        "track-" + index,
        "name",
        track.name());
    xml.open(
        "Channel",
        "audioChannels",
        "2",
        "destination",
        MASTER,
        "role",
        "regular",
        "solo",
        "false",
        "id",
        "channel-" + index);
    fader("channel-" + index, track.volume());
    xml.close().close();
  }

  private void master() {
    xml.open("Track", "contentType", "audio", "loaded", "true", "id", "master", "name", "Master");
    xml.open("Channel", "audioChannels", "2", "role", "master", "solo", "false", "id", MASTER);
    fader(MASTER, 1);
    xml.close().close();
  }

  private void fader(String channel, double volume) {
    xml.empty("Mute", "value", "false", "id", channel + "-mute", "name", "Mute");
    xml.empty(
        "Pan",
        "max",
        "1.0",
        "min",
        "0.0",
        "unit",
        "normalized",
        "value",
        "0.5",
        "id",
        channel + "-pan",
        "name",
        "Pan");
    xml.empty(
        "Volume",
        "max",
        number(ProjectTrack.LOUDEST),
        "min",
        "0.0",
        "unit",
        "linear",
        "value",
        number(volume),
        "id",
        channel + "-volume",
        "name",
        "Volume");
  }

  private void clip(ProjectTrack track, ProjectTrack.Clip clip) {
    Layer layer = clip.layer();
    Audio file = audioOf(clip.loop());
    double ownBeats = turnBeats(clip, file);
    double length = clip.placement().length().value();
    double offset = clip.placement().offset().value();
    boolean once = layer.isOneShot();
    double duration = once ? Math.min(length, Math.max(1e-3, ownBeats - offset)) : length;
    String[] attributes = {
      "time", number(clip.startBeat()),
      "duration", number(duration),
      "contentTimeUnit", "beats",
      "playStart", number(once ? offset : offset % ownBeats),
      "enable", String.valueOf(!layer.muted()),
      "name", clip.loop().name()
    };
    String[] loop = {"loopStart", "0.0", "loopEnd", number(ownBeats)};
    xml.open("Clip", once ? attributes : joined(attributes, loop));
    double gain = clip.gain() / track.volume();
    boolean shifted = !once && layer.shift().value() != 0;
    boolean louder = Math.abs(gain - 1) > SAME_GAIN;
    if (shifted || louder) {
      xml.open("Lanes");
    }
    warps(clip, file, ownBeats);
    if (shifted) {
      points("semitones", "transpose", layer.shift().value());
    }
    if (louder) {
      points("linear", "gain", gain);
    }
    if (shifted || louder) {
      xml.close();
    }
    xml.close();
  }

  private static String[] joined(String[] some, String[] more) {
    String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /** Beats of the song that one turn of the loop fills, or the whole one-shot. */
  private double turnBeats(ProjectTrack.Clip clip, Audio file) {
    return clip.layer().isOneShot()
        ? file.seconds() * song.facts().tempo().value() / 60
        : clip.layer().cycle().value();
  }

  private void warps(ProjectTrack.Clip clip, Audio file, double ownBeats) {
    double body =
        clip.layer().isOneShot()
            ? file.seconds()
            : clip.loop()
                .tempo()
                .map(tempo -> tempo.bpm().lengthOf(tempo.length()).value())
                .orElse(file.seconds());
    xml.open("Warps", "contentTimeUnit", "seconds", "timeUnit", "beats");
    xml.open(
        "Audio",
        "channels",
        String.valueOf(file.channels()),
        "sampleRate",
        String.valueOf(file.rateHz()),
        "duration",
        number(file.seconds()));
    xml.empty("File", "path", file.path());
    xml.close();
    xml.empty("Warp", "time", "0.0", "contentTime", "0.0");
    xml.empty("Warp", "time", number(ownBeats), "contentTime", number(body));
    xml.close();
  }

  private void points(String unit, String expression, double value) {
    xml.open("Points", "unit", unit);
    xml.empty("Target", "expression", expression);
    xml.empty("RealPoint", "time", "0.0", "value", number(value), "interpolation", "hold");
    xml.close();
  }

  private void markers() {
    xml.open("Markers", "id", "markers");
    Map<SectionId, String> titles = SectionTitles.of(song);
    titles.forEach(
        (id, title) ->
            xml.empty("Marker", "time", number(song.startOf(id).value()), "name", title));
    xml.close();
  }

  private Audio audioOf(Loop loop) {
    Audio file = audio.get(loop.id());
    if (file == null) {
      throw new IllegalArgumentException("The project has no audio of %s.".formatted(loop.id()));
    }
    return file;
  }
}
