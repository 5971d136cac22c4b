package loopmind.mixer.export;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioSink;
import loopmind.mixer.audio.AudioStream;
import loopmind.mixer.audio.LossyWriter;
import loopmind.mixer.render.RenderProgress;

/** A rendered WAV into MP3 or Opus, a block at a time. */
final class Encoding {

  private static final int BLOCK = 48_000;

  private Encoding() {}

  /**
   * @param rendered a WAV at the studio's rate
   * @param format {@link ExportFormat#MP3} or {@link ExportFormat#OGG}
   * @throws CancellationException where {@code progress} asks for an end; the file is then not
   *     there
   */
  static void run(Path rendered, Path file, ExportFormat format, RenderProgress progress) {
    try (AudioStream sound = AudioFiles.open(rendered);
        AudioSink sink = sink(file, format, sound)) {
      float[][] block = new float[sound.channels()][BLOCK];
      double frames = Math.max(1, sound.frames().orElse(1));
      long done = 0;
      for (int got = sound.read(block, BLOCK); got > 0; got = sound.read(block, BLOCK)) {
        if (progress.cancelled()) {
          throw new CancellationException(
              "The export was stopped; %s was not written.".formatted(file));
        }
        sink.write(block, 0, got);
        done += got;
        progress.at("encoding", done / frames);
      }
      sink.finish();
    }
  }

  private static AudioSink sink(Path file, ExportFormat format, AudioStream sound) {
    return switch (format) {
      case MP3 -> LossyWriter.mp3(file, sound.rate(), sound.channels());
      case OGG -> LossyWriter.opus(file, sound.rate(), sound.channels());
      default -> throw new IllegalArgumentException("%s is written by another.".formatted(format));
    };
  }
}
