package loopmind.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.Effects;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Transition;
import loopmind.mixer.render.Fingerprint;

/**
 * Two versions of a song and the hashes of what they sound like: stems and sections of which no
 * fact changed must sound the same, and stems of which one did must not.
 */
record SoundChange(
    Song before,
    Map<SectionId, Fingerprint> soundBefore,
    Song after,
    Map<SectionId, Fingerprint> soundAfter) {

  void check(String message) {
    if (!before.facts().tempo().equals(after.facts().tempo())) {
      return;
    }
    for (Section section : after.sections()) {
      if (soundBefore.containsKey(section.id())) {
        check(message, section);
      }
    }
  }

  private void check(String message, Section section) {
    Fingerprint was = Objects.requireNonNull(soundBefore.get(section.id()));
    Fingerprint is = Objects.requireNonNull(soundAfter.get(section.id()));
    Set<Role> touched = touched(section);
    Set<Role> heard = heard(section);
    if (touched.isEmpty() && !wholeDiffers(section)) {
      assertThat(is).as("%s: sound of untouched %s", message, section.id()).isEqualTo(was);
    }
    if (!touched.isEmpty()) {
      assertThat(is.mix()).as("%s: mix of %s", message, section.id()).isNotEqualTo(was.mix());
    }
    Set<Role> roles = new TreeSet<>(was.stems().keySet());
    roles.addAll(is.stems().keySet());
    for (Role role : roles) {
      String said = "%s: %s in %s".formatted(message, role.word(), section.id());
      if (heard.contains(role)) {
        assertThat(is.stems().get(role)).as(said).isNotEqualTo(was.stems().get(role));
      } else if (!touched.contains(role) && !wholeDiffers(section)) {
        assertThat(is.stems().get(role)).as(said).isEqualTo(was.stems().get(role));
      }
    }
  }

  /** Whether something differs that every stem of a section may hear. */
  private boolean wholeDiffers(Section section) {
    Section old = before.section(section.id());
    return !old.effects().equals(section.effects())
        || !old.bars().equals(section.bars())
        || !before.transitionInto(section.id()).equals(after.transitionInto(section.id()))
        || !out(before, section.id()).equals(out(after, section.id()))
        || !before.facts().key().equals(after.facts().key())
        || !before.facts().mix().mode().equals(after.facts().mix().mode())
        || !before.facts().mix().plan().equals(after.facts().mix().plan())
        || !before.facts().style().equals(after.facts().style());
  }

  private static Optional<Transition> out(Song song, SectionId id) {
    return song.after(id).flatMap(next -> song.transitionInto(next.id()));
  }

  /** The roles of layers that differ, and what rings on after them, which is a stem of its own. */
  private Set<Role> touched(Section section) {
    Set<Role> touched = differing(section, effects -> effects);
    if (touched.contains(Role.DRUMS)) {
      // the kick turns other stems down
      touched.addAll(EnumSet.allOf(Role.class));
    } else if (!touched.isEmpty()) {
      touched.add(Role.FX);
    }
    return touched;
  }

  /** The roles whose own stem differs: halls and echoes are sent to another. */
  private Set<Role> heard(Section section) {
    return differing(section, effects -> effects.minus(EffectKind.REVERB).minus(EffectKind.DELAY));
  }

  private Set<Role> differing(Section section, UnaryOperator<Effects> effects) {
    Section old = before.section(section.id());
    Set<Role> heard = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (!sound(old.layersOf(role), effects).equals(sound(section.layersOf(role), effects))) {
        heard.add(role);
      }
    }
    return heard;
  }

  /** Layers without what is not heard of them. */
  private static List<Layer> sound(List<Layer> layers, UnaryOperator<Effects> effects) {
    return layers.stream()
        .filter(layer -> !layer.muted())
        .map(
            layer ->
                new Layer(
                    layer.id(),
                    layer.role(),
                    layer.loop(),
                    layer.cycle(),
                    layer.speed(),
                    layer.shift(),
                    layer.gain(),
                    layer.placements(),
                    false,
                    effects.apply(layer.effects()),
                    List.of()))
        .toList();
  }
}
