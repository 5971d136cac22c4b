package loopmind.arranger.song;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;

/** Small edits by chance, the same for the same seed. */
final class RandomEdits {

  private final Random random;

  RandomEdits(long seed) {
    random = new Random(seed);
  }

  Song edit(Song song) {
    return switch (random.nextInt(12)) {
      case 0 -> song.withFacts(song.facts().with(new Bpm(60 + random.nextDouble() * 100)));
      case 1 -> song.withFacts(song.facts().with(mix(song)));
      case 2 -> withTransition(song);
      case 3 -> heardAnew(song);
      case 4 -> song.withSection(any(song), s -> s.withEnergy(random.nextDouble()), Map.of());
      case 5 ->
          song.withSection(
              any(song), s -> s.withEffects(s.effects().plus(any(EffectKind.values()))), Map.of());
      case 6 -> withLayer(song, layer -> layer.withMuted(!layer.muted()));
      case 7 -> withLayer(song, layer -> layer.withEffects(layer.effects().plus(effect())));
      default -> withLayer(song, layer -> layer.withGain(new Decibels(-random.nextDouble() * 60)));
    };
  }

  private MixSettings mix(Song song) {
    double warmth = random.nextDouble() * 3;
    return song.facts().mix().with(new MixColour(warmth, 0, 0, 0, 0, 0));
  }

  private EffectKind effect() {
    return any(EffectKind.values());
  }

  private <T> T any(T[] all) {
    return all[random.nextInt(all.length)];
  }

  private SectionId any(Song song) {
    List<Section> sections = song.sections();
    return sections.get(random.nextInt(sections.size())).id();
  }

  private Song withLayer(Song song, UnaryOperator<Layer> edit) {
    return song.withSection(
        any(song),
        section -> {
          List<Layer> layers = new ArrayList<>(section.layers());
          int one = random.nextInt(layers.size());
          layers.set(one, edit.apply(layers.get(one)));
          return section.withLayers(layers);
        },
        Map.of());
  }

  private Song withTransition(Song song) {
    Map<SectionId, Transition> into = new LinkedHashMap<>(song.transitions());
    SectionId section = any(song);
    if (into.remove(section) == null) {
      into.put(
          section, new Transition(any(TransitionKind.values()), new Beats(random.nextInt(1, 9))));
    }
    return new Song(song.facts(), song.sections(), into, song.loops());
  }

  /** The same loop, whose facts a better analyser heard otherwise. */
  private Song heardAnew(Song song) {
    Map<LoopId, Loop> loops = new TreeMap<>(song.loops());
    Loop loop = any(loops.values().toArray(new Loop[0]));
    loops.put(loop.id(), louder(loop, new Lufs(-6 - random.nextDouble() * 20)));
    return new Song(song.facts(), song.sections(), song.transitions(), loops);
  }

  private static Loop louder(Loop loop, Lufs loudness) {
    return new Loop(
        loop.id(),
        loop.name(),
        loop.path(),
        loop.inside(),
        loop.kind(),
        loop.start(),
        loop.length(),
        loop.rate(),
        loop.channels(),
        loop.tempo(),
        loop.key(),
        loop.role(),
        loop.roleConfidence(),
        loop.instrument(),
        loop.tags(),
        loudness,
        loop.truePeak(),
        loop.energy(),
        loop.onsets(),
        loop.profile(),
        loop.embedding());
  }
}
