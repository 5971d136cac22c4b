package loopmind.mixer.stretch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.Dither;
import loopmind.mixer.audio.SampleFormat;
import loopmind.mixer.audio.WavWriter;

/** Another program that changes tempo, run on files; nothing of it is linked. */
enum Peer {
  RUBBER_BAND("rubberband") {
    @Override
    List<String> command(Path in, Path out, double longer) {
      return List.of("rubberband", "-3", "-q", "-t", number(longer), in.toString(), out.toString());
    }
  },
  SOUND_STRETCH("soundstretch") {
    @Override
    List<String> command(Path in, Path out, double longer) {
      double percent = 100 / longer - 100;
      return List.of("soundstretch", in.toString(), out.toString(), "-tempo=" + number(percent));
    }
  },
  ATEMPO("ffmpeg") {
    @Override
    List<String> command(Path in, Path out, double longer) {
      String filter = "atempo=" + number(1 / longer);
      return List.of(
          "ffmpeg", "-v", "error", "-y", "-i", in.toString(), "-af", filter, out.toString());
    }
  };

  private static final int TURNS = 3;
  private static final long PATIENCE_SECONDS = 120;

  private final String program;

  Peer(String program) {
    this.program = program;
  }

  abstract List<String> command(Path in, Path out, double longer);

  String program() {
    return program;
  }

  /** Whether this machine has it. */
  boolean isInstalled() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  /**
   * One turn of a loop at another length. The program hears three turns and the middle one is kept,
   * so that it is not blamed for its start and end.
   *
   * @return empty where the program failed
   */
  Optional<float[]> stretched(AudioBuffer loop, int target, Path folder) {
    Path in = folder.resolve("in.wav");
    Path out = folder.resolve("out.wav");
    WavWriter.write(in, turns(loop), SampleFormat.PCM_16, Dither.none());
    try {
      Files.deleteIfExists(out);
      Process process =
          new ProcessBuilder(command(in, out, (double) target / loop.frames()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      if (process.exitValue() != 0) {
        return Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    float[] all = AudioFiles.read(out).channel(0);
    float[] middle = new float[target];
    for (int i = 0; i < target && target + i < all.length; i++) {
      middle[i] = all[target + i];
    }
    return Optional.of(middle);
  }

  private static AudioBuffer turns(AudioBuffer loop) {
    float[] all = new float[loop.frames() * TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      System.arraycopy(loop.channel(0), 0, all, turn * loop.frames(), loop.frames());
    }
    return new AudioBuffer(new float[][] {all}, loop.rate());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.8f", value);
  }
}
