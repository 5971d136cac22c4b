package loopmind.mixer.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.TempoFact;
import loopmind.arranger.song.Song;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.Dither;
import loopmind.mixer.audio.SampleFormat;
import loopmind.mixer.audio.WavWriter;
import loopmind.mixer.render.RenderProgress;

/**
 * A song as a DAWproject 1.0, the open exchange format of audio workstations: a track for each role
 * and layer with its clips, their loops as WAV, tempo, meter and sections. Loops are in it as
 * recorded, once each; the other program stretches and shifts them by the warps and transpositions
 * of the clips. Effects, transitions, ducking and the master stay behind: no such format knows
 * them.
 */
final class DawProject {

  private DawProject() {}

  static void write(Song song, LoopFiles files, Path file, RenderProgress progress) {
    WholeFile.write(file, out -> write(song, files, out, progress));
  }

  private static void write(Song song, LoopFiles files, OutputStream out, RenderProgress progress)
      throws IOException {
    List<ProjectTrack> tracks = ProjectTrack.of(song);
    Map<LoopId, ProjectXml.Audio> audio = new TreeMap<>();
    try (ZipSink zip = new ZipSink(out);
        Scratch scratch = new Scratch()) {
      for (Loop loop : song.loops().values()) {
        if (progress.cancelled()) {
          throw new CancellationException("The export was stopped; nothing was written.");
        }
        progress.at("collecting loops", audio.size() / (double) song.loops().size());
        AudioBuffer sound = fromDownbeat(files.read(loop), loop);
        String path = "audio/" + FileNames.of(loop, "wav");
        Path wav = scratch.folder().resolve("loop.wav");
        WavWriter.write(wav, sound, format(sound), Dither.none());
        zip.add(path, wav);
        audio.put(
            loop.id(),
            new ProjectXml.Audio(
                path, sound.length().value(), sound.rate().hz(), sound.channelCount()));
      }
      zip.add("project.xml", ProjectXml.of(song, tracks, audio));
      zip.add("metadata.xml", metadata(song));
    }
  }

  private static byte[] metadata(Song song) {
    return new Xml()
        .open("MetaData")
        .text("Title", song.facts().title())
        .text("Genre", song.facts().style())
        .text("Comment", "%s, made with LoopMind".formatted(song.facts().key().text()))
        .close()
        .bytes();
  }

  /** 24 bits, which hold every recording of up to 24 exactly; floats where it goes beyond ±1. */
  private static SampleFormat format(AudioBuffer sound) {
    for (float[] channel : sound.channels()) {
      for (float sample : channel) {
        if (Math.abs(sample) > 1) {
          return SampleFormat.FLOAT_32;
        }
      }
    }
    return SampleFormat.PCM_24;
  }

  /** A recording that begins before its downbeat is turned, as it is when it is rendered. */
  private static AudioBuffer fromDownbeat(AudioBuffer sound, Loop loop) {
    if (loop.tempo().isEmpty()) {
      return sound;
    }
    TempoFact tempo = loop.tempo().get();
    long body = sound.rate().framesIn(tempo.bpm().lengthOf(tempo.length()));
    int lead = (int) (sound.rate().framesIn(tempo.downbeat()) % Math.max(1, body));
    if (lead == 0 || lead >= sound.frames()) {
      return sound;
    }
    float[][] turned = new float[sound.channelCount()][sound.frames()];
    for (int c = 0; c < turned.length; c++) {
      float[] from = sound.channel(c);
      System.arraycopy(from, lead, turned[c], 0, from.length - lead);
      System.arraycopy(from, 0, turned[c], from.length - lead, lead);
    }
    return new AudioBuffer(turned, sound.rate());
  }
}
