package loopmind.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Transition;
import loopmind.arranger.song.TransitionKind;
import org.junit.jupiter.api.Test;

/** Thousands of edits drawn by a seed: each leaves a song, and touches only what it names. */
final class RandomEditsTest {

  private static final int EDITS = 2_000;

  /** One in so many asks the planner, which takes a hundred times as long as the others. */
  private static final int PLANNED = 40;

  private static final String[] WORDS = {"darker", "flute", "808", "busier", "warm", ""};

  private final SplittableRandom chance = new SplittableRandom(20);
  private final Workbench bench = Workbench.withSong();
  private final Set<String> done = new HashSet<>();
  private final Set<String> refused = new HashSet<>();

  private record Edit(String tool, String arguments, Set<SectionId> names) {}

  @Test
  void everyEditLeavesASongAndTouchesOnlyWhatItNames() {
    for (int i = 0; i < EDITS; i++) {
      Song before = bench.song();
      Edit edit = i % PLANNED == 0 ? planned(before) : quick(before);
      try {
        bench.call(edit.tool(), edit.arguments());
        done.add(edit.tool());
        check(edit, before, bench.song());
        if (chance.nextInt(3) == 0) {
          Song after = bench.song();
          bench.call("undo", "{}");
          assertThat(bench.song()).as("undo of %s", edit).isEqualTo(before);
          bench.call("redo", "{}");
          assertThat(bench.song()).as("redo of %s", edit).isEqualTo(after);
        }
      } catch (EditRefused sentence) {
        refused.add(edit.tool());
        assertThat(bench.song()).as("%s", edit).isEqualTo(before);
        assertThat(sentence.getMessage()).as("%s", edit).endsWith(".").hasSizeGreaterThan(20);
      }
    }
    assertThat(done).hasSize(14); // every tool drawn below does its work at least once
    assertThat(refused).as("bounds are met too").hasSizeGreaterThan(6);
  }

  private void check(Edit edit, Song before, Song after) {
    int beatsPerBar = after.facts().meter().beats();
    List<Section> order = after.sections();
    for (int i = 0; i < order.size(); i++) {
      Section section = order.get(i);
      section.variationOf().ifPresent(original -> after.section(original));
      Transition way = after.transitionInto(section.id()).orElse(null);
      if (way != null) {
        double room = order.get(i - 1).bars().beats(beatsPerBar).value();
        assertThat(way.length().value()).as("%s", edit).isLessThanOrEqualTo(room);
      }
    }
    assertThat(after.facts().mix()).as("%s", edit).isEqualTo(before.facts().mix());
    Set<SectionId> old = new HashSet<>(before.sections().stream().map(Section::id).toList());
    for (Section section : order) {
      if (old.contains(section.id()) && !edit.names().contains(section.id())) {
        assertThat(section.layers())
            .as("%s in %s", section.id(), edit)
            .isEqualTo(before.section(section.id()).layers());
        assertThat(section.withVariationOf(before.section(section.id()).variationOf()))
            .as("%s in %s", section.id(), edit)
            .isEqualTo(before.section(section.id()));
      }
      if (old.contains(section.id()) && edit.arguments().startsWith("{'role'")) {
        String role = edit.arguments().split("'", 5)[3];
        assertThat(others(section, role))
            .as("%s in %s", section.id(), edit)
            .isEqualTo(others(before.section(section.id()), role));
      }
    }
  }

  private static List<Layer> others(Section section, String role) {
    return section.layers().stream().filter(one -> !one.role().word().equals(role)).toList();
  }

  private Edit planned(Song song) {
    Section section = any(song.sections());
    if (chance.nextBoolean() && song.sections().size() < 12) {
      return new Edit(
          "add_section",
          "{'kind':'%s','after':%s,'query':'%s'}"
              .formatted(
                  any(List.of(SectionKind.values())).word(),
                  reference(song, section),
                  any(List.of("", "sparse", "just piano and pad"))),
          Set.of());
    }
    return new Edit(
        "regenerate_section",
        "{'section':%s,'energy':%d}".formatted(reference(song, section), chance.nextInt(-1, 2)),
        Set.of(section.id()));
  }

  private Edit quick(Song song) {
    Section section = any(song.sections());
    String where = reference(song, section);
    Set<SectionId> one = Set.of(section.id());
    String role = any(List.of(Role.values())).word();
    String effect = any(List.of(EffectKind.values())).word();
    return switch (chance.nextInt(13)) {
      case 0 -> layer("swap_loop", role, where, "'query':'%s'".formatted(any(List.of(WORDS))), one);
      case 1 -> layer("add_layer", role, where, "'query':'%s'".formatted(any(List.of(WORDS))), one);
      case 2 -> layer("remove_layer", role, where, "'query':''", one);
      case 3 -> layer("set_level", role, where, "'db':%d".formatted(chance.nextInt(-12, 9)), one);
      case 4 -> layer("set_level", role, where, "'mute':" + chance.nextBoolean(), one);
      case 5 -> layer("add_effect", role, where, "'effect':'%s'".formatted(effect), one);
      case 6 ->
          new Edit("add_effect", "{'effect':'%s','section':%s}".formatted(effect, where), one);
      case 7 -> new Edit("remove_effect", "{'section':%s}".formatted(where), one);
      case 8 ->
          new Edit(
              "add_transition",
              "{'kind':'%s','into':%s}"
                  .formatted(any(List.of(TransitionKind.values())).word(), where),
              Set.of());
      case 9 -> new Edit("remove_transition", "{'into':%s}".formatted(where), Set.of());
      case 10 ->
          new Edit(
              "move_section",
              "{'section':%s,'before':%s}".formatted(where, reference(song, any(song.sections()))),
              Set.of());
      case 11 ->
          new Edit(
              "resize_section",
              "{'section':%s,'bars':%d}".formatted(where, chance.nextInt(1, 70)),
              one);
      default ->
          song.sections().size() > 6
              ? new Edit("remove_section", "{'section':%s}".formatted(where), one)
              : new Edit("set_tempo", tempo(), Set.copyOf(ids(song)));
    };
  }

  private String tempo() {
    return String.format(Locale.ROOT, "{'bpm':%d}", chance.nextInt(80, 180));
  }

  private static Edit layer(
      String tool, String role, String where, String more, Set<SectionId> names) {
    return new Edit(tool, "{'role':'%s','section':%s,%s}".formatted(role, where, more), names);
  }

  private static List<SectionId> ids(Song song) {
    return song.sections().stream().map(Section::id).toList();
  }

  private static String reference(Song song, Section section) {
    List<SectionId> like = new ArrayList<>();
    for (Section other : song.sections()) {
      if (other.kind() == section.kind()) {
        like.add(other.id());
      }
    }
    return "{'kind':'%s','n':%d}".formatted(section.kind().word(), like.indexOf(section.id()) + 1);
  }

  private <T> T any(List<T> list) {
    return list.get(chance.nextInt(list.size()));
  }
}
