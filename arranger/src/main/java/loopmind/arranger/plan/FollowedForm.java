package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Resizing;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Transition;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.Decibels;

/**
 * A song in the form of another: for each part of that the section of the song that is most like it
 * is taken, made as long and as strong, and put in its place. Every loop stays the song's own.
 */
public final class FollowedForm {

  /** What a section of another kind costs beside one of the same, in energy. */
  private static final double OTHER_KIND = 0.5, OTHER_PEAK = 0.5, USED = 0.05;

  private final Song song;
  private final List<Part> parts;
  private final List<Section> written = new ArrayList<>();
  private final Map<SectionId, Transition> ways = new LinkedHashMap<>();
  private final Map<SectionKind, Integer> counts = new EnumMap<>(SectionKind.class);
  private final Set<SectionId> used = new HashSet<>();
  private final Dice dice;

  /**
   * A part of the form.
   *
   * @param kind what it is
   * @param bars its length
   * @param energy 0 to 1
   * @param like number of an earlier part, from 0, that it repeats
   */
  public record Part(SectionKind kind, Bars bars, double energy, OptionalInt like) {}

  private FollowedForm(Song song, List<Part> parts) {
    this.song = song;
    this.parts = parts;
    this.dice = new Dice(song.facts().seed());
  }

  /**
   * The song in that form; the same for the same song and parts.
   *
   * @param parts in order, at least one
   */
  public static Song of(Song song, List<Part> parts) {
    return new FollowedForm(song, parts).write();
  }

  private Song write() {
    for (Part part : parts) {
      Section source = source(part);
      used.add(source.id());
      Section section = section(part, source);
      if (!written.isEmpty()) {
        ways.put(section.id(), way(written.getLast(), section, source));
      }
      written.add(section);
    }
    return new Song(song.facts(), written, ways, song.loops());
  }

  /** Of the same kind, the next that was not used; else the nearest in energy. */
  private Section source(Part part) {
    Section best = song.sections().getFirst();
    double least = Double.POSITIVE_INFINITY;
    for (Section section : song.sections()) {
      double cost = Math.abs(section.energy() - part.energy());
      cost += section.kind() == part.kind() ? 0 : OTHER_KIND;
      cost += section.kind().isPeak() == part.kind().isPeak() ? 0 : OTHER_PEAK;
      cost += used.contains(section.id()) ? USED : 0;
      if (cost < least) {
        least = cost;
        best = section;
      }
    }
    return best;
  }

  private Section section(Part part, Section source) {
    int number = counts.merge(part.kind(), 1, Integer::sum);
    Section resized = Resizing.resized(source, part.bars(), song.facts().meter().beats());
    List<Layer> layers =
        resized.layers().stream()
            .map(layer -> asStrong(layer, source.energy(), part.energy()))
            .toList();
    Optional<SectionId> original =
        part.like().isPresent()
            ? Optional.of(written.get(part.like().getAsInt()).id())
            : Optional.empty();
    return new Section(
        new SectionId(part.kind().word() + "-" + number),
        part.kind(),
        part.bars(),
        part.energy(),
        layers,
        original,
        source.effects());
  }

  private static Layer asStrong(Layer layer, double was, double is) {
    double moved =
        LayerWriter.gain(is, layer.role()).value() - LayerWriter.gain(was, layer.role()).value();
    double gain = Math.clamp(layer.gain().value() + moved, Layer.QUIETEST_DB, Layer.LOUDEST_DB);
    return layer.withGain(new Decibels(Math.rint(gain * 100) / 100));
  }

  /** What led into the section stays where it still makes sense. */
  private Transition way(Section from, Section to, Section source) {
    double lift = to.energy() - from.energy();
    int beatsPerBar = song.facts().meter().beats();
    return song.transitionInto(source.id())
        .filter(
            known ->
                TransitionRules.suits(
                    known.kind(), from.kind(), to.kind(), SongSketch.roles(from), lift))
        .map(known -> Transition.of(known.kind(), from.bars(), beatsPerBar))
        .orElseGet(
            () ->
                Transition.of(
                    TransitionRules.into(
                        from.kind(), to.kind(), SongSketch.roles(from), lift, dice),
                    from.bars(),
                    beatsPerBar));
  }
}
