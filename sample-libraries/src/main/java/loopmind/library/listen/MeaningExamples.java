package loopmind.library.listen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import loopmind.arranger.choose.SentenceEncoder;
import loopmind.arranger.units.Seconds;
import loopmind.library.listen.ears.Ears;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioFiles;

/**
 * Writes what the network of meaning is trained on: what listening computes of each sound, and
 * where the sentence encoder puts each phrase, as little-endian floats. The training itself is in
 * models/meaning/train.
 */
public final class MeaningExamples {

  private static final int PHRASES_AT_ONCE = 64;

  private MeaningExamples() {}

  /**
   * @param args {@code sounds EARS LIST.jsonl FOLDER OUT.f32} (a row of zeros for a sound that
   *     gives nothing) or {@code phrases LIST.txt OUT.f32}
   */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "sounds" ->
          sounds(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), Path.of(args[4]));
      case "phrases" -> phrases(Path.of(args[1]), Path.of(args[2]));
      default -> throw new IllegalArgumentException("Say sounds or phrases, not " + args[0] + ".");
    }
  }

  private static void sounds(Path model, Path list, Path folder, Path out)
      throws IOException, InterruptedException, ExecutionException {
    ObjectMapper json = new ObjectMapper();
    try (Ears ears = new Ears(model);
        ExecutorService pool =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        DataOutputStream stream =
            new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(out)))) {
      List<Future<float[]>> rows = new ArrayList<>();
      for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
        JsonNode what = json.readTree(line);
        Path file = folder.resolve(what.get("file").asText());
        rows.add(pool.submit(() -> row(ears, file)));
      }
      for (Future<float[]> row : rows) {
        write(stream, row.get());
      }
    }
  }

  private static float[] row(Ears ears, Path file) {
    AudioBuffer audio = AudioFiles.read(file);
    Sound sound =
        Sound.of(audio, Seconds.ZERO, new Seconds(audio.frames() / (double) audio.rate().hz()));
    Heard heard =
        new Heard()
            .with(new OnsetAnalyser().listen(sound, new Heard()))
            .with(new SpectrumAnalyser().listen(sound, new Heard()));
    try {
      heard = heard.with(new EarsAnalyser(ears).listen(sound, heard));
      return MeaningInput.of(sound, heard);
    } catch (IllegalStateException silent) {
      System.err.println(file + ": " + silent.getMessage());
      return new float[MeaningInput.COUNT];
    }
  }

  private static void phrases(Path list, Path out) throws IOException {
    SentenceEncoder encoder = new SentenceEncoder();
    List<String> lines = Files.readAllLines(list, StandardCharsets.UTF_8);
    try (DataOutputStream stream =
        new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(out)))) {
      for (int at = 0; at < lines.size(); at += PHRASES_AT_ONCE) {
        List<String> some = lines.subList(at, Math.min(lines.size(), at + PHRASES_AT_ONCE));
        for (float[] point : encoder.encode(some)) {
          write(stream, point);
        }
      }
    }
  }

  private static void write(DataOutputStream stream, float[] row) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * row.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : row) {
      bytes.putFloat(value);
    }
    stream.write(bytes.array());
  }
}
