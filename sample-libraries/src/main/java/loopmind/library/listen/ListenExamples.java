package loopmind.library.listen;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioStream;
import loopmind.mixer.audio.AudioUnreadable;

/**
 * Writes what the small networks are trained on: for each sound of known truth the features that
 * listening would see, one JSON object a line. The training itself is in models/listening/train.
 */
public final class ListenExamples {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ListenExamples() {}

  /**
   * @param args a truth file, the folder it speaks of, and the file to write; three by three
   */
  public static void main(String[] args) throws IOException {
    for (int i = 0; i + 2 < args.length; i += 3) {
      write(Path.of(args[i]), Path.of(args[i + 1]), Path.of(args[i + 2]));
    }
  }

  private static void write(Path truth, Path folder, Path out) throws IOException {
    TruthFiles files = new TruthFiles(folder);
    try (Writer writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      for (TruthRow row : TruthRow.read(truth)) {
        if (row.kind().equals("junk") || !files.has(row)) {
          continue;
        }
        try {
          List<ObjectNode> regions = files.with(row, ListenExamples::regions);
          if (regions.size() == 1) {
            describe(row, regions.getFirst());
            writer.write(regions.getFirst() + "\n");
          } else {
            System.err.println(row.path() + " has " + regions.size() + " regions");
          }
        } catch (AudioUnreadable unreadable) {
          System.err.println(row.path() + ": " + unreadable.getMessage());
        }
      }
    }
  }

  private static List<ObjectNode> regions(Path file) {
    List<ObjectNode> found = new ArrayList<>();
    try (AudioStream stream = AudioFiles.open(file)) {
      new RegionFinder(stream, sound -> found.add(features(sound))).run();
    }
    return found;
  }

  private static void describe(TruthRow row, ObjectNode line) {
    line.put("path", row.path()).put("kind", row.kind()).put("type", row.type());
    line.put("role", row.role().word()).put("keyless", row.keyless()).put("named", row.named());
    row.bpm().ifPresent(bpm -> line.put("bpm", bpm));
    row.meter().ifPresent(meter -> line.put("meter", (int) meter));
    row.key().ifPresent(key -> line.put("key", key.tonic() + (key.mode().ordinal() == 0 ? 0 : 12)));
  }

  private static ObjectNode features(Sound sound) {
    Heard heard =
        new Heard()
            .with(new OnsetAnalyser().listen(sound, new Heard()))
            .with(new SpectrumAnalyser().listen(sound, new Heard()));
    ObjectNode line = JSON.createObjectNode();
    line.put("seconds", sound.seconds());
    line.set("sound", JSON.valueToTree(SoundFeatures.of(sound, heard)));
    PitchHistograms histograms = new PitchHistograms(sound.tones());
    double[][] correlations = KeyFeatures.correlations(histograms);
    ArrayNode keys = line.putArray("keys");
    for (int tonic = 0; tonic < 12; tonic++) {
      keys.add(JSON.valueToTree(KeyFeatures.of(histograms, correlations, tonic)));
    }
    SoundEnds ends = new SoundEnds(sound);
    TempoFeatures tempo = new TempoFeatures(sound, ends);
    ArrayNode cuts = line.putArray("cuts");
    for (LoopCut cut : LoopCuts.of(ends, sound.mono())) {
      ObjectNode node = cuts.addObject();
      node.put("bpm", cut.bpm()).put("meter", cut.meter()).put("trim", cut.trim().name());
      node.set("features", JSON.valueToTree(tempo.of(cut)));
    }
    return line;
  }
}
