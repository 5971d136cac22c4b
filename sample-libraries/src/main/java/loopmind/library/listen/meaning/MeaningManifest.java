package loopmind.library.listen.meaning;

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

/**
 * What manifest.json says of the network, checked against the files beside it.
 *
 * @param version raised by each training
 * @param ears the version of the ears that it was trained on
 * @param inputs numbers that it is told of a sound
 * @param place dimensions of the space
 * @param tags words that it hears
 */
record MeaningManifest(int version, int ears, int inputs, int place, List<String> tags) {

  MeaningManifest {
    tags = List.copyOf(tags);
  }

  static MeaningManifest read(Path folder) {
    try {
      JsonNode json =
          new ObjectMapper().readTree(Files.readAllBytes(folder.resolve("manifest.json")));
      for (JsonNode file : json.path("files")) {
        check(folder.resolve(file.path("file").asText()), file.path("sha256").asText());
      }
      List<String> tags = new ArrayList<>();
      json.path("tags").forEach(tag -> tags.add(tag.asText()));
      return new MeaningManifest(
          json.path("version").asInt(),
          json.path("ears").asInt(),
          json.path("inputs").asInt(),
          json.path("place").asInt(),
          tags);
    } catch (IOException cause) {
      throw new MeaningUnusable(
          "The network of meaning in %s cannot be read. Give the folder that holds sound.onnx, words.onnx and manifest.json."
              .formatted(folder),
          cause);
    }
  }

  private static void check(Path file, String wanted) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String found = HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
      if (!found.equals(wanted)) {
        throw new MeaningUnusable(
            "%s is not the file its manifest describes: its SHA-256 is %s, not %s. Restore it."
                .formatted(file, found, wanted));
      }
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("This Java has no SHA-256.", cause);
    }
  }
}
