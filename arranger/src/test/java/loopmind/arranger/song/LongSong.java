package loopmind.arranger.song;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.TestLoops;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Seconds;
import loopmind.arranger.units.Semitones;

/** A song as they are in earnest: two minutes, ten layers in each of its eight sections. */
final class LongSong {

  private static final int SECTIONS = 8, BARS = 8, LAYERS = 10, ONSETS = 64, BPM = 128;

  private LongSong() {}

  static Song made() {
    Map<LoopId, Loop> loops = new HashMap<>();
    List<Section> sections = new ArrayList<>();
    List<Loop> played = IntStream.range(0, LAYERS).mapToObj(LongSong::loop).toList();
    played.forEach(loop -> loops.put(loop.id(), loop));
    for (int number = 1; number <= SECTIONS; number++) {
      SectionKind kind = number % 2 == 0 ? SectionKind.HOOK : SectionKind.VERSE;
      sections.add(
          new Section(
              new SectionId(kind.word() + "-" + number),
              kind,
              new Bars(BARS),
              0.5,
              played.stream().map(LongSong::layer).toList(),
              Optional.empty()));
    }
    return new Song(TestSongs.facts().with(new Bpm(BPM)), sections, Map.of(), loops);
  }

  private static Layer layer(Loop loop) {
    List<Placement> placements = new ArrayList<>();
    for (int bar = 0; bar < BARS; bar += 4) {
      placements.add(new Placement(new BeatPosition(bar * 4.0), new Beats(12), Beats.ZERO));
    }
    return new Layer(
        new LayerId(loop.name()),
        loop.role(),
        loop.id(),
        new Beats(16),
        1.0123,
        Semitones.ZERO,
        new Decibels(-0.76),
        placements,
        List.of("made for trap", "1.2 % faster", "same key (C minor)", "from the same pack"));
  }

  /** A loop with an id and as many facts as a real one. */
  private static Loop loop(int number) {
    Role role = Role.values()[number % Role.values().length];
    Loop plain = TestLoops.loop("layer " + number, role, BPM, 16, "Cm");
    List<Seconds> onsets =
        IntStream.range(0, ONSETS).mapToObj(i -> new Seconds(i * 0.1171875)).toList();
    return new Loop(
        new LoopId("%064x".formatted(0xabcdef0123456L * (number + 1))),
        plain.name(),
        plain.path(),
        plain.inside(),
        plain.kind(),
        plain.start(),
        plain.length(),
        plain.rate(),
        plain.channels(),
        plain.tempo(),
        plain.key(),
        plain.role(),
        plain.roleConfidence(),
        plain.instrument(),
        plain.tags(),
        plain.loudness(),
        plain.truePeak(),
        plain.energy(),
        onsets,
        plain.profile(),
        plain.embedding());
  }
}
