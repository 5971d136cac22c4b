package loopmind.arranger.song;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Puts effects on layers or on whole sections, and takes them off. */
public final class EffectEdits {

  private EffectEdits() {}

  /**
   * An effect on layers; a step stronger where it is already.
   *
   * @throws EditRefused where it is as strong as it gets on all of them
   */
  public static Song onto(Song song, List<LayerPlace> layers, EffectKind effect) {
    List<LayerPlace> able =
        layers.stream().filter(one -> canGrow(one.layer().effects(), effect)).toList();
    if (able.isEmpty()) {
      throw strongest(effect, "the " + layers.getFirst().layer().role().word());
    }
    return song.withLayers(able, layer -> layer.withEffects(layer.effects().plus(effect)));
  }

  /**
   * An effect on everything in some sections; a step stronger where it is already.
   *
   * @throws EditRefused where it is as strong as it gets in all of them
   */
  public static Song onSections(Song song, Collection<SectionId> ids, EffectKind effect) {
    if (ids.stream().noneMatch(id -> canGrow(song.section(id).effects(), effect))) {
      throw strongest(effect, SectionNames.phrase(song, ids));
    }
    return edited(song, ids, effects -> canGrow(effects, effect) ? effects.plus(effect) : effects);
  }

  private static boolean canGrow(Effects effects, EffectKind effect) {
    return effects.strength(effect).orElse(0) < Effects.STRONGEST;
  }

  private static EditRefused strongest(EffectKind effect, String where) {
    return new EditRefused(
        "The %s on %s is as strong as it gets already (%d of %d). Take it off, or add another effect.",
        effect.spoken(), where, Effects.STRONGEST, Effects.STRONGEST);
  }

  /**
   * Layers without an effect, or without any.
   *
   * @param effect which; empty for all
   * @throws EditRefused where none of them has it
   */
  public static Song off(Song song, List<LayerPlace> layers, Optional<EffectKind> effect) {
    List<LayerPlace> having =
        layers.stream().filter(one -> has(one.layer().effects(), effect)).toList();
    if (having.isEmpty()) {
      String where =
          "the %s in %s"
              .formatted(
                  layers.getFirst().layer().role().word(),
                  SectionNames.phrase(
                      song, layers.stream().map(LayerPlace::section).distinct().toList()));
      throw nothing(song, effect, where);
    }
    return song.withLayers(having, layer -> layer.withEffects(less(layer.effects(), effect)));
  }

  /**
   * Sections without an effect, or without any; the effects of single layers stay.
   *
   * @param effect which; empty for all
   * @throws EditRefused where none of them has it
   */
  public static Song offSections(
      Song song, Collection<SectionId> ids, Optional<EffectKind> effect) {
    if (ids.stream().noneMatch(id -> has(song.section(id).effects(), effect))) {
      throw nothing(song, effect, SectionNames.phrase(song, ids));
    }
    return edited(song, ids, effects -> less(effects, effect));
  }

  private static boolean has(Effects effects, Optional<EffectKind> effect) {
    return effect.map(effects::has).orElse(!effects.isEmpty());
  }

  private static Effects less(Effects effects, Optional<EffectKind> effect) {
    return effect.map(effects::minus).orElse(Effects.NONE);
  }

  private static EditRefused nothing(Song song, Optional<EffectKind> effect, String where) {
    List<String> there = there(song);
    String what = effect.map(EffectKind::spoken).map(word -> "no " + word).orElse("no effect");
    return new EditRefused(
        there.isEmpty()
            ? "There is %s on %s to take off; the song has no effects at all. Say 'add' to put one on."
            : "There is %s on %s to take off. Effects are on: %s. Name one of those.",
        what,
        where,
        SectionNames.list(there));
  }

  /** What has effects in a song: each once, with the sections that have it. */
  private static List<String> there(Song song) {
    Map<String, List<SectionId>> places = new LinkedHashMap<>();
    for (Section section : song.sections()) {
      if (!section.effects().isEmpty()) {
        String all = "everything (%s)".formatted(SongDifference.effects(section.effects()));
        places.computeIfAbsent(all, any -> new ArrayList<>()).add(section.id());
      }
      for (Layer layer : section.layers()) {
        if (!layer.effects().isEmpty()) {
          String one =
              "the %s (%s)".formatted(layer.role().word(), SongDifference.effects(layer.effects()));
          List<SectionId> ids = places.computeIfAbsent(one, any -> new ArrayList<>());
          if (!ids.contains(section.id())) {
            ids.add(section.id());
          }
        }
      }
    }
    return places.entrySet().stream()
        .map(one -> one.getKey() + " in " + SectionNames.phrase(song, one.getValue()))
        .toList();
  }

  private static Song edited(Song song, Collection<SectionId> ids, UnaryOperator<Effects> edit) {
    List<Section> sections = new ArrayList<>();
    for (Section section : song.sections()) {
      sections.add(
          ids.contains(section.id())
              ? section.withEffects(edit.apply(section.effects()))
              : section);
    }
    return song.with(sections, song.transitions(), Map.of());
  }
}
