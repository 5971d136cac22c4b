package loopmind.library.listen.ears;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Role;

/**
 * What manifest.json says of a model, checked against what this program computes: a network that
 * was trained on other features, or another file than the one described, is refused.
 */
record EarsManifest(
    String version, List<Role> roles, List<String> instruments, List<LoopKind> kinds) {

  private static final Map<String, Double> FEATURES =
      Map.ofEntries(
          Map.entry("rateHz", (double) MelSpectrogram.RATE_HZ),
          Map.entry("fftSamples", (double) MelSpectrogram.FFT),
          Map.entry("hopSamples", (double) MelSpectrogram.HOP),
          Map.entry("bands", (double) MelSpectrogram.BANDS),
          Map.entry("frames", (double) MelSpectrogram.FRAMES),
          Map.entry("lowHz", MelSpectrogram.LOW_HZ),
          Map.entry("highHz", MelSpectrogram.HIGH_HZ),
          Map.entry("breakHz", MelSpectrogram.BREAK_HZ),
          Map.entry("floorDb", Windowed.FLOOR_DB),
          Map.entry("maxWindows", (double) Windowed.MOST_WINDOWS),
          Map.entry("silenceDb", Windowed.SILENCE_DB));

  EarsManifest {
    roles = List.copyOf(roles);
    instruments = List.copyOf(instruments);
    kinds = List.copyOf(kinds);
  }

  /** Reads and checks the manifest of a folder and the network beside it. */
  static EarsManifest read(Path folder) {
    Path file = folder.resolve("manifest.json");
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
      checkFeatures(json.path("features"), file);
      checkNetwork(json, folder);
      return new EarsManifest(
          json.path("version").asText(),
          words(json.path("roles")).map(word -> role(word, file)).toList(),
          words(json.path("instruments")).toList(),
          words(json.path("kinds")).map(word -> kind(word, file)).toList());
    } catch (IOException cause) {
      throw new EarsUnusable(
          "The ears in %s cannot be read. Give the folder that holds ears.onnx and manifest.json."
              .formatted(folder),
          cause);
    }
  }

  private static void checkFeatures(JsonNode features, Path file) {
    FEATURES.forEach(
        (name, value) -> {
          if (features.path(name).asDouble(Double.NaN) != value) {
            throw new EarsUnusable(
                "%s says %s %s, but this program computes %s. Use the ears that came with it."
                    .formatted(file, name, features.path(name).asText("nothing"), value));
          }
        });
    if (features.path("facts").size() != SoundFacts.COUNT) {
      throw new EarsUnusable(
          "%s lists %d facts, but this program computes %d. Use the ears that came with it."
              .formatted(file, features.path("facts").size(), SoundFacts.COUNT));
    }
  }

  private static void checkNetwork(JsonNode json, Path folder) throws IOException {
    Path network = folder.resolve(Ears.NETWORK);
    String found = sha256(Files.readAllBytes(network));
    String wanted = json.path("sha256").asText();
    if (!found.equals(wanted)) {
      throw new EarsUnusable(
          "%s is not the file its manifest describes: its SHA-256 is %s, not %s. Restore it."
              .formatted(network, found, wanted));
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("This Java has no SHA-256.", cause);
    }
  }

  private static Stream<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return words.stream();
  }

  private static Role role(String word, Path file) {
    return Role.named(word)
        .orElseThrow(
            () -> new EarsUnusable("%s names a role '%s'. There is none.".formatted(file, word)));
  }

  private static LoopKind kind(String word, Path file) {
    for (LoopKind kind : LoopKind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new EarsUnusable("%s names a kind '%s'. There is none.".formatted(file, word));
  }
}
