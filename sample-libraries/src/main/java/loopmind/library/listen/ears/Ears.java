package loopmind.library.listen.ears;

import static loopmind.library.listen.ears.MelSpectrogram.BANDS;
import static loopmind.library.listen.ears.MelSpectrogram.FRAMES;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import loopmind.arranger.loop.Embedding;
import loopmind.library.listen.network.OnnxNetwork;
import loopmind.library.listen.network.OnnxNetwork.Input;

/**
 * Hears what a sound is. The network runs on one thread of ONNX Runtime through DJL; sums around it
 * are plain Java. The same sound gives the same hearing on one machine; other processors may differ
 * in the last digits. Safe to share between threads. Close it when done.
 *
 * <p>Made for loops, one-shots and effects of 20 ms to some minutes; of a long sound it hears
 * {@value Windowed#MOST_WINDOWS} windows of 3 s. Nothing is known of names.
 */
public final class Ears implements AutoCloseable {

  static final String NETWORK = "ears.onnx";

  private final EarsManifest manifest;
  private final OnnxNetwork network;

  /**
   * @param folder holds ears.onnx and manifest.json, as models/ears does
   * @throws EarsUnusable where they are missing, damaged, or trained for another program
   */
  public Ears(Path folder) {
    manifest = EarsManifest.read(folder);
    network = new OnnxNetwork(folder.resolve(NETWORK));
  }

  /** Raised by each training: what was heard by another version is to be heard anew. */
  public String version() {
    return manifest.version();
  }

  /**
   * @param channels at least one, all of the same length, full scale ±1; left as they are
   * @param sampleRateHz 1000 to 400,000
   * @return empty for silence
   */
  public Optional<Hearing> hear(float[][] channels, int sampleRateHz) {
    if (channels.length == 0 || sampleRateHz < 1000 || sampleRateHz > 400_000) {
      throw new IllegalArgumentException(
          "Ears hear 1 channel or more at 1000 to 400000 Hz, but were given %d at %d Hz."
              .formatted(channels.length, sampleRateHz));
    }
    return Windowed.of(mono(channels), sampleRateHz).map(this::judge);
  }

  @Override
  public void close() {
    network.close();
  }

  private Hearing judge(Windowed windows) {
    List<float[]> heads = run(windows);
    double[] roles = chances(heads.get(0), manifest.roles().size());
    double[] instruments = chances(heads.get(1), manifest.instruments().size());
    double[] kinds = chances(heads.get(2), manifest.kinds().size());
    return new Hearing(
        byName(manifest.roles(), roles),
        likeliestFirst(manifest.instruments(), instruments),
        byName(manifest.kinds(), kinds),
        new Embedding(direction(heads.get(3), windows.count())));
  }

  private List<float[]> run(Windowed windows) {
    int count = windows.count();
    return network.ask(
        new Input("mel", pictures(windows), count, 1, BANDS, FRAMES),
        new Input("facts", facts(windows), count, SoundFacts.COUNT));
  }

  private static float[] mono(float[][] channels) {
    float[] mono = new float[channels[0].length];
    for (float[] channel : channels) {
      for (int i = 0; i < mono.length; i++) {
        mono[i] += channel[i] / channels.length;
      }
    }
    return mono;
  }

  private static float[] pictures(Windowed windows) {
    float[] all = new float[windows.count() * BANDS * FRAMES];
    int at = 0;
    for (int w = 0; w < windows.count(); w++) {
      float[][] picture = windows.picture(w);
      for (int band = 0; band < BANDS; band++) {
        for (int frame = 0; frame < FRAMES; frame++) {
          all[at++] = picture[frame][band];
        }
      }
    }
    return all;
  }

  private static float[] facts(Windowed windows) {
    float[] once = new SoundFacts(windows).values();
    float[] all = new float[once.length * windows.count()];
    for (int w = 0; w < windows.count(); w++) {
      System.arraycopy(once, 0, all, w * once.length, once.length);
    }
    return all;
  }

  /** Softmax of the mean over the windows. */
  private static double[] chances(float[] logits, int classes) {
    double[] mean = mean(logits, logits.length / classes);
    double most = IntStream.range(0, classes).mapToDouble(i -> mean[i]).max().orElseThrow();
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      mean[i] = Math.exp(mean[i] - most);
      sum += mean[i];
    }
    for (int i = 0; i < classes; i++) {
      mean[i] /= sum;
    }
    return mean;
  }

  private static float[] direction(float[] embeddings, int windows) {
    double[] mean = mean(embeddings, windows);
    double length = 0;
    for (double value : mean) {
      length += value * value;
    }
    float[] unit = new float[mean.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (mean[i] / Math.sqrt(length));
    }
    return unit;
  }

  private static double[] mean(float[] rows, int count) {
    double[] mean = new double[rows.length / count];
    for (int i = 0; i < rows.length; i++) {
      mean[i % mean.length] += rows[i] / (double) count;
    }
    return mean;
  }

  private static <K> Map<K, Double> byName(List<K> names, double[] chances) {
    Map<K, Double> map = new LinkedHashMap<>();
    for (int i = 0; i < chances.length; i++) {
      map.put(names.get(i), chances[i]);
    }
    return map;
  }

  private static <K> Map<K, Double> likeliestFirst(List<K> names, double[] chances) {
    List<Map.Entry<K, Double>> entries = new ArrayList<>(byName(names, chances).entrySet());
    entries.sort(Collections.reverseOrder(Comparator.comparingDouble(Map.Entry::getValue)));
    Map<K, Double> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
