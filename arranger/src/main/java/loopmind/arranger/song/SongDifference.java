package loopmind.arranger.song;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * In what two versions of a song differ, part by part; sections and layers are told by their id.
 */
public final class SongDifference {

  private final Song before;
  private final Song after;
  private final List<Change> changes = new ArrayList<>();

  private SongDifference(Song before, Song after) {
    this.before = before;
    this.after = after;
  }

  /** The changes that lead from one song to the other: of the whole, then in playing order. */
  public static List<Change> between(Song before, Song after) {
    SongDifference difference = new SongDifference(before, after);
    difference.facts();
    difference.order();
    difference.sections();
    return List.copyOf(difference.changes);
  }

  private void facts() {
    SongFacts was = before.facts();
    SongFacts is = after.facts();
    whole("style", was.style(), is.style());
    whole("tempo", bpm(was), bpm(is));
    whole("key", was.key().text(), is.key().text());
    whole("mode", was.mix().mode().word(), is.mix().mode().word());
    whole("loudness", lufs(was), lufs(is));
    if (!was.mix().colour().equals(is.mix().colour())) {
      whole("colour", colour(was.mix().colour()), colour(is.mix().colour()));
    }
  }

  private static String bpm(SongFacts facts) {
    return plain(facts.tempo().value()) + " BPM";
  }

  private static String lufs(SongFacts facts) {
    return plain(facts.mix().loudness().value()) + " LUFS";
  }

  private static String colour(MixColour colour) {
    return String.format(
        Locale.ROOT,
        "warmth %+.2f, brightness %+.2f, punch %+.2f, weight %+.2f, width %+.2f, clarity %+.2f",
        colour.warmth(),
        colour.brightness(),
        colour.punch(),
        colour.weight(),
        colour.width(),
        colour.clarity());
  }

  private static String plain(double value) {
    double rounded = Math.rint(value * 100) / 100;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  private void whole(String what, String was, String is) {
    if (!was.equals(is)) {
      changes.add(new Change("", "", what, was, is));
    }
  }

  /** Sections that are in both songs, but not in the same order. */
  private void order() {
    List<SectionId> stayed = ids(before).stream().filter(ids(after)::contains).toList();
    List<SectionId> now = ids(after).stream().filter(stayed::contains).toList();
    if (!stayed.equals(now)) {
      whole("order", names(before, stayed), names(after, now));
    }
  }

  private static List<SectionId> ids(Song song) {
    return song.sections().stream().map(Section::id).toList();
  }

  private static String names(Song song, List<SectionId> ids) {
    return ids.stream().map(id -> SectionNames.of(song, id)).collect(Collectors.joining(", "));
  }

  private void sections() {
    for (Section gone : before.sections()) {
      if (!ids(after).contains(gone.id())) {
        String name = SectionNames.of(before, gone.id());
        changes.add(new Change(name, "", "section", bars(gone), ""));
      }
    }
    for (Section is : after.sections()) {
      String name = SectionNames.of(after, is.id());
      if (ids(before).contains(is.id())) {
        section(name, before.section(is.id()), is);
      } else {
        changes.add(new Change(name, "", "section", "", bars(is)));
      }
    }
  }

  private static String bars(Section section) {
    return "%d bars".formatted(section.bars().count());
  }

  private void section(String name, Section was, Section is) {
    part(name, "", "kind", was.kind().word(), is.kind().word());
    part(name, "", "length", bars(was), bars(is));
    part(name, "", "energy", plain(was.energy()), plain(is.energy()));
    part(name, "", "effects", effects(was.effects()), effects(is.effects()));
    part(name, "", "transition", way(before, was.id()), way(after, is.id()));
    Map<LayerId, Layer> gone = byId(was);
    for (Layer layer : is.layers()) {
      Layer earlier = gone.remove(layer.id());
      if (earlier == null) {
        changes.add(new Change(name, layer.role().word(), "layer", "", loop(after, layer)));
      } else {
        layer(name, earlier, layer);
      }
    }
    gone.values()
        .forEach(
            layer ->
                changes.add(
                    new Change(name, layer.role().word(), "layer", loop(before, layer), "")));
  }

  private static Map<LayerId, Layer> byId(Section section) {
    Map<LayerId, Layer> layers = new LinkedHashMap<>();
    section.layers().forEach(layer -> layers.put(layer.id(), layer));
    return layers;
  }

  private static String way(Song song, SectionId id) {
    return song.transitionInto(id)
        .map(t -> "%s of %s beats".formatted(t.kind().word(), plain(t.length().value())))
        .orElse("");
  }

  private static String loop(Song song, Layer layer) {
    return song.loop(layer.loop()).name();
  }

  static String effects(Effects effects) {
    return effects.strengths().entrySet().stream()
        .map(one -> one.getKey().word() + " " + one.getValue())
        .collect(Collectors.joining(", "));
  }

  private void layer(String name, Layer was, Layer is) {
    String role = is.role().word();
    part(name, role, "loop", loop(before, was), loop(after, is));
    part(name, role, "gain", plain(was.gain().value()) + " dB", plain(is.gain().value()) + " dB");
    part(name, role, "mute", Boolean.toString(was.muted()), Boolean.toString(is.muted()));
    part(name, role, "effects", effects(was.effects()), effects(is.effects()));
    part(name, role, "speed", plain(was.speed()), plain(is.speed()));
    part(name, role, "cycle", plain(was.cycle().value()), plain(is.cycle().value()));
    part(name, role, "shift", plain(was.shift().value()), plain(is.shift().value()));
    if (!was.placements().equals(is.placements())) {
      changes.add(new Change(name, role, "placements", places(was), places(is)));
    }
  }

  private static String places(Layer layer) {
    return layer.placements().stream()
        .map(one -> plain(one.start().value()) + "–" + plain(one.end().value()))
        .collect(Collectors.joining(", "));
  }

  private void part(String section, String role, String what, String was, String is) {
    if (!was.equals(is)) {
      changes.add(new Change(section, role, what, was, is));
    }
  }
}
