package loopmind.library.listen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.KeyFact;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Tag;
import loopmind.arranger.loop.TempoFact;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/**
 * The facts of one file, as the command line prints them.
 *
 * @param file which one
 * @param kind what it is; unreadable where {@code error} says why
 * @param error one sentence, where it gives no sound
 * @param sound what it holds, where it gives sound
 */
public record FileFacts(
    SoundFile file, LoopKind kind, Optional<String> error, Optional<Contents> sound) {

  /**
   * What a file of sound holds.
   *
   * @param length of the file
   * @param rate of the file
   * @param channels of the file
   * @param verdict on its main region, the longest
   * @param start of the main region in the file
   * @param loudness of the main region, where it could be measured
   * @param energy of the main region, 0 to 1
   * @param onsets of the main region, from its start
   * @param regions all of them, in order
   * @param failed the analysers that gave nothing
   */
  public record Contents(
      Seconds length,
      SampleRate rate,
      int channels,
      Verdict verdict,
      Seconds start,
      Optional<LoudnessFacts> loudness,
      double energy,
      List<Double> onsets,
      List<Part> regions,
      List<Failure> failed) {

    public Contents {
      onsets = List.copyOf(onsets);
      regions = List.copyOf(regions);
      failed = List.copyOf(failed);
    }
  }

  /**
   * One region.
   *
   * @param start in the file
   * @param end in the file
   * @param content one word for what it holds
   * @param confidence probability that {@code content} is right, 0 to 1
   */
  public record Part(Seconds start, Seconds end, String content, double confidence) {}

  /**
   * An analyser that gave nothing.
   *
   * @param name of the analyser
   * @param why one sentence
   */
  public record Failure(String name, String why) {}

  /** A file that gives no sound. */
  public static FileFacts unreadable(SoundFile file, String sentence) {
    return new FileFacts(file, LoopKind.UNREADABLE, Optional.of(sentence), Optional.empty());
  }

  /** One line of {@code analyze --json}: every field of the contract, null where not known. */
  public String json() {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("path", file.path().toString());
    line.put("inside", file.inside().orElse(null));
    line.put("kind", kind.word());
    sound.ifPresentOrElse(contents -> write(line, contents), () -> writeNothing(line));
    line.put("hash", file.hash().isEmpty() ? null : file.hash());
    line.put("error", error.orElse(null));
    ArrayNode failed = line.putArray("failed_analysers");
    sound
        .map(Contents::failed)
        .orElse(List.of())
        .forEach(
            failure -> failed.addObject().put("name", failure.name()).put("why", failure.why()));
    return line.toString();
  }

  private static void writeNothing(ObjectNode line) {
    for (String field :
        List.of(
            "seconds",
            "rate_hz",
            "channels",
            "bpm",
            "bpm_confidence",
            "bpm_alternatives",
            "bars",
            "meter",
            "key",
            "key_confidence",
            "key_second",
            "camelot",
            "role",
            "role_confidence",
            "instrument",
            "tags",
            "lufs",
            "true_peak_db",
            "energy",
            "onsets_s",
            "downbeat_s",
            "regions")) {
      line.putNull(field);
    }
    for (String list : List.of("bpm_alternatives", "tags", "onsets_s", "regions")) {
      line.putArray(list);
    }
  }

  private static void write(ObjectNode line, Contents contents) {
    line.put("seconds", rounded(contents.length().value(), 6));
    line.put("rate_hz", contents.rate().hz());
    line.put("channels", contents.channels());
    Verdict verdict = contents.verdict();
    writeTempo(line, verdict.tempo());
    writeKey(line, verdict.key());
    line.put("role", verdict.role().word());
    line.put("role_confidence", rounded(verdict.roleConfidence(), 3));
    line.put("instrument", verdict.instrument());
    ArrayNode tags = line.putArray("tags");
    for (Tag tag : verdict.tags()) {
      tags.addObject().put("tag", tag.word()).put("confidence", rounded(tag.confidence(), 3));
    }
    line.put("lufs", contents.loudness().map(l -> rounded(l.lufs(), 2)).orElse(null));
    line.put("true_peak_db", contents.loudness().map(l -> rounded(l.truePeakDb(), 2)).orElse(null));
    line.put("energy", rounded(contents.energy(), 3));
    ArrayNode onsets = line.putArray("onsets_s");
    contents.onsets().forEach(at -> onsets.add(rounded(at + contents.start().value(), 4)));
    line.put(
        "downbeat_s",
        verdict
            .tempo()
            .map(tempo -> rounded(tempo.downbeat().plus(contents.start()).value(), 4))
            .orElse(null));
    writeRegions(line, contents.regions());
  }

  private static void writeTempo(ObjectNode line, Optional<TempoFact> tempo) {
    line.put("bpm", tempo.map(fact -> rounded(fact.bpm().value(), 3)).orElse(null));
    line.put("bpm_confidence", tempo.map(fact -> rounded(fact.confidence(), 3)).orElse(null));
    ArrayNode others = line.putArray("bpm_alternatives");
    for (Bpm other : tempo.map(TempoFact::alternatives).orElse(List.of())) {
      others.add(rounded(other.value(), 3));
    }
    line.put("bars", tempo.map(fact -> rounded(fact.bars(), 3)).orElse(null));
    line.put("meter", tempo.map(fact -> fact.meter().text()).orElse(null));
  }

  private static void writeKey(ObjectNode line, Optional<KeyFact> key) {
    line.put("key", key.map(fact -> fact.key().text()).orElse(null));
    line.put("key_confidence", key.map(fact -> rounded(fact.confidence(), 3)).orElse(null));
    line.put("key_second", key.flatMap(KeyFact::second).map(MusicalKey::text).orElse(null));
    line.put("camelot", key.map(fact -> fact.key().camelot()).orElse(null));
  }

  private static void writeRegions(ObjectNode line, List<Part> parts) {
    ArrayNode regions = line.putArray("regions");
    for (Part part : parts) {
      regions
          .addObject()
          .put("start_s", rounded(part.start().value(), 4))
          .put("end_s", rounded(part.end().value(), 4))
          .put("content", part.content())
          .put("confidence", rounded(part.confidence(), 3));
    }
  }

  private static double rounded(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.rint(value * scale) / scale;
  }

  @Override
  public String toString() {
    return json();
  }
}
