package loopmind.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model that comes with LoopMind, as its manifest describes it.
 *
 * @param folder of the model, within {@code models/}
 * @param manifest its {@code manifest.json}
 */
public record InstalledModel(Path folder, JsonNode manifest) {

  /** Every model with a manifest, by name. */
  public static List<InstalledModel> all() {
    try (Stream<Path> folders = Files.list(ProjectRoot.folder().resolve("models"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("manifest.json")))
          .sorted()
          .map(InstalledModel::read)
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static InstalledModel read(Path folder) {
    try {
      Path manifest = folder.resolve("manifest.json");
      return new InstalledModel(folder, new ObjectMapper().readTree(manifest.toFile()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public String name() {
    return manifest.path("name").asText(folder.getFileName().toString());
  }

  /** The files of weights that the manifest names, with the hash of each. */
  private List<Weights> weights() {
    List<Weights> all = new ArrayList<>();
    Iterable<JsonNode> named = manifest.has("files") ? manifest.path("files") : List.of(manifest);
    for (JsonNode one : named) {
      all.add(new Weights(folder.resolve(one.path("file").asText()), one.path("sha256").asText()));
    }
    return all;
  }

  private record Weights(Path file, String sha256) {}

  /** Size of all weights. */
  public long bytes() {
    long sum = 0;
    for (Weights one : weights()) {
      try {
        sum += Files.size(one.file());
      } catch (IOException missing) {
        return 0;
      }
    }
    return sum;
  }

  /** Whether the weights are there and are those that the manifest names. */
  public boolean isWhole() {
    return weights().stream().allMatch(InstalledModel::isWhole);
  }

  private static boolean isWhole(Weights one) {
    try (InputStream in = Files.newInputStream(one.file())) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[1 << 16];
      for (int read = in.read(block); read > 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest()).equals(one.sha256());
    } catch (IOException missing) {
      return false;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }
}
