package loopmind.arranger.song;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.TestLoops;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.Semitones;

/** Small songs for tests. */
public final class TestSongs {

  public static final Loop DRUMS = TestLoops.loop("drums", Role.DRUMS, 120, 8, "");
  public static final Loop BASS = TestLoops.loop("bass", Role.BASS, 120, 16, "Cm");
  public static final SectionId INTRO = new SectionId("intro-1"),
      VERSE = new SectionId("verse-1"),
      HOOK = new SectionId("hook-1"),
      VERSE_2 = new SectionId("verse-2");

  private TestSongs() {}

  /** Intro 4, verse 8, hook 8 (a riser leads in), verse 8 that varies the first. */
  public static Song song() {
    List<Section> sections = new ArrayList<>();
    sections.add(section(INTRO, SectionKind.INTRO, 4, Optional.empty(), BASS));
    sections.add(section(VERSE, SectionKind.VERSE, 8, Optional.empty(), DRUMS, BASS));
    sections.add(section(HOOK, SectionKind.HOOK, 8, Optional.empty(), DRUMS, BASS));
    sections.add(section(VERSE_2, SectionKind.VERSE, 8, Optional.of(VERSE), BASS));
    return new Song(
        facts(),
        sections,
        Map.of(HOOK, new Transition(TransitionKind.RISER, new Beats(8))),
        Map.of(DRUMS.id(), DRUMS, BASS.id(), BASS));
  }

  static SongFacts facts() {
    return new SongFacts(
        "Test",
        "trap",
        new Bpm(120),
        Meter.FOUR_FOUR,
        MusicalKey.parse("C minor").orElseThrow(),
        7,
        new MixSettings(MixMode.POLISHED, new Lufs(-14)));
  }

  static Section section(
      SectionId id, SectionKind kind, int bars, Optional<SectionId> original, Loop... loops) {
    List<Layer> layers = new ArrayList<>();
    for (Loop loop : loops) {
      layers.add(layer(loop.role(), loop.id(), bars * 4.0, loop.tempo().orElseThrow().length()));
    }
    return new Section(id, kind, new Bars(bars), 0.5, layers, original);
  }

  static Layer layer(Role role, LoopId loop, double beats, Beats cycle) {
    return new Layer(
        new LayerId(role.word()),
        role,
        loop,
        cycle,
        1,
        Semitones.ZERO,
        Decibels.ZERO,
        List.of(new Placement(new BeatPosition(0), new Beats(beats), Beats.ZERO)),
        List.of("for the test"));
  }
}
