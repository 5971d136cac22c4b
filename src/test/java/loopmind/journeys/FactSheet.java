package loopmind.journeys;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.Effects;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;

/**
 * Every fact of a song as a line of text: {@code song tempo}, {@code hook-1 bars}, {@code
 * hook-1/bass gain}. Two songs with the same sheet are the same song.
 *
 * @param facts by name
 */
record FactSheet(Map<String, String> facts) {

  /** What a fact is worth that is not there. */
  static final String GONE = "gone";

  static FactSheet of(Song song) {
    Map<String, String> sheet = new LinkedHashMap<>();
    SongFacts facts = song.facts();
    sheet.put("song title", facts.title());
    sheet.put("song style", facts.style());
    sheet.put("song tempo", plain(facts.tempo().value()));
    sheet.put("song meter", facts.meter().toString());
    sheet.put("song key", facts.key().text());
    sheet.put("song seed", Long.toString(facts.seed()));
    sheet.put("song mode", facts.mix().mode().word());
    sheet.put("song loudness", plain(facts.mix().loudness().value()));
    sheet.put("song colour", facts.mix().colour().toString());
    sheet.put("song balance", facts.mix().plan().toString());
    sheet.put("song reference", facts.mix().reference().map(Object::toString).orElse("none"));
    sheet.put("song bars", Integer.toString(song.bars().count()));
    sheet.put(
        "song order",
        song.sections().stream().map(s -> s.id().text()).collect(Collectors.joining(" ")));
    song.sections().forEach(section -> write(song, section, sheet));
    return new FactSheet(Collections.unmodifiableMap(sheet));
  }

  private static void write(Song song, Section section, Map<String, String> sheet) {
    String id = section.id().text();
    sheet.put(id + " kind", section.kind().word());
    sheet.put(id + " bars", Integer.toString(section.bars().count()));
    sheet.put(id + " energy", plain(section.energy()));
    sheet.put(id + " varies", section.variationOf().map(SectionId::text).orElse("none"));
    sheet.put(id + " effects", text(section.effects()));
    sheet.put(
        id + " transition",
        song.transitionInto(section.id())
            .map(into -> into.kind().word() + " " + plain(into.length().value()))
            .orElse("none"));
    section.layers().forEach(layer -> write(song, id + "/" + layer.id().text(), layer, sheet));
  }

  private static void write(Song song, String id, Layer layer, Map<String, String> sheet) {
    sheet.put(id + " role", layer.role().word());
    sheet.put(id + " loop", song.loop(layer.loop()).name());
    sheet.put(id + " fit", "%s %s %s".formatted(layer.cycle(), layer.speed(), layer.shift()));
    sheet.put(id + " gain", plain(layer.gain().value()));
    sheet.put(id + " plays", layer.placements().toString());
    sheet.put(id + " muted", Boolean.toString(layer.muted()));
    sheet.put(id + " effects", text(layer.effects()));
    sheet.put(id + " reasons", layer.reasons().toString());
  }

  private static String text(Effects effects) {
    return effects.isEmpty()
        ? "none"
        : effects.strengths().entrySet().stream()
            .map(FactSheet::text)
            .collect(Collectors.joining(" "));
  }

  private static String text(Map.Entry<EffectKind, Integer> one) {
    return one.getValue() == Effects.WEAKEST
        ? one.getKey().word()
        : one.getKey().word() + one.getValue();
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** The value of a fact; {@link #GONE} where there is no such fact. */
  String value(String fact) {
    return facts.getOrDefault(fact, GONE);
  }

  /** The names of facts that differ, in order. */
  SortedSet<String> differing(FactSheet other) {
    Map<String, String> all = new TreeMap<>(facts);
    all.putAll(other.facts);
    SortedSet<String> differing = new TreeSet<>(all.keySet());
    differing.removeIf(fact -> value(fact).equals(other.value(fact)));
    return differing;
  }
}
