package loopmind.library.listen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioFiles;

/**
 * Writes what the network of content is trained on: for each clip the rows that listening would
 * tell it. The training itself is models/listening/train/content.py.
 */
public final class ContentExamples {

  private ContentExamples() {}

  /**
   * @param args {@code LIST.jsonl FOLDER OUT.jsonl}; each line of the list has a file in the folder
   */
  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (Writer out = Files.newBufferedWriter(Path.of(args[2]), StandardCharsets.UTF_8)) {
      for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
        JsonNode what = json.readTree(line);
        AudioBuffer audio = AudioFiles.read(Path.of(args[1], what.get("file").asText()));
        ObjectNode row = what.deepCopy();
        ArrayNode rows = row.putArray("rows");
        for (float[] values :
            ContentWindows.rows(ContentWindows.frames(audio.mono(), audio.rate()))) {
          ArrayNode numbers = rows.addArray();
          for (float value : values) {
            numbers.add((float) (Math.rint(value * 1e4) / 1e4));
          }
        }
        out.write(row + "\n");
      }
    }
  }
}
