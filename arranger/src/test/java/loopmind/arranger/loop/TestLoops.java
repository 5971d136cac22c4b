package loopmind.arranger.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/** Loops with facts made up for tests. */
public final class TestLoops {

  private TestLoops() {}

  public static Loop loop(String name, Role role, double bpm, double beats, String key) {
    String instrument =
        switch (role) {
          case DRUMS -> "drums";
          case PERCUSSION -> "shaker";
          case BASS -> "808";
          case CHORDS -> "piano";
          case MELODY -> "lead";
          case PAD -> "strings";
          case VOCAL -> "choir";
          case FX -> "noise";
        };
    return loop(name, role, bpm, beats, key, instrument);
  }

  public static Loop loop(
      String name, Role role, double bpm, double beats, String key, String instrument) {
    TempoFact tempo =
        new TempoFact(
            new Bpm(bpm), 0.9, List.of(), new Beats(beats), Meter.FOUR_FOUR, new Seconds(0));
    Optional<KeyFact> heard =
        MusicalKey.parse(key).map(parsed -> new KeyFact(parsed, 0.9, Optional.empty()));
    return made(
        name,
        role,
        LoopKind.LOOP,
        beats * 60 / bpm,
        Optional.of(tempo),
        heard,
        instrument,
        List.of());
  }

  public static Loop oneShot(String name, String instrument, double seconds) {
    return made(
        name,
        Role.FX,
        LoopKind.ONESHOT,
        seconds,
        Optional.empty(),
        Optional.empty(),
        instrument,
        List.of());
  }

  public static Loop tagged(Loop loop, String tag) {
    return made(
        loop.name(),
        loop.role(),
        loop.kind(),
        loop.length().value(),
        loop.tempo(),
        loop.key(),
        loop.instrument(),
        List.of(new Tag(tag, 0.9)));
  }

  private static Loop made(
      String name,
      Role role,
      LoopKind kind,
      double seconds,
      Optional<TempoFact> tempo,
      Optional<KeyFact> key,
      String instrument,
      List<Tag> tags) {
    return new Loop(
        new LoopId(Integer.toHexString(name.hashCode())),
        name,
        Path.of("pack", name + ".wav"),
        Optional.empty(),
        kind,
        new Seconds(0),
        new Seconds(seconds),
        new SampleRate(44_100),
        2,
        tempo,
        key,
        role,
        0.9,
        instrument,
        tags,
        new Lufs(-14),
        new Decibels(-1),
        0.5,
        List.of(new Seconds(0)),
        profile(role),
        Embedding.NONE);
  }

  /** All energy in one region of the spectrum: low for bass, high for drums. */
  private static SpectralProfile profile(Role role) {
    List<Double> levels =
        new ArrayList<>(Collections.nCopies(SpectralProfile.BANDS, SpectralProfile.FLOOR_DB));
    levels.set(3 * role.ordinal(), 0.0);
    return new SpectralProfile(levels);
  }

  /** A small library from which a whole trap song can be made, at 140 BPM in C minor. */
  public static List<Loop> trapPack() {
    return List.of(
        loop("Trap_Drums_A_140", Role.DRUMS, 140, 16, ""),
        loop("Trap_Drums_B_140", Role.DRUMS, 140, 16, ""),
        loop("Trap_Hats_140", Role.DRUMS, 140, 16, "", "hihat"),
        loop("Trap_Shaker_140", Role.PERCUSSION, 140, 16, ""),
        loop("Trap_808_Cm_140", Role.BASS, 140, 16, "Cm"),
        loop("Trap_808_Long_Fm_140", Role.BASS, 140, 32, "Fm"),
        loop("Trap_Piano_Cm_140", Role.CHORDS, 140, 32, "Cm"),
        loop("Trap_Bells_Cm_140", Role.MELODY, 140, 16, "Cm"),
        loop("Trap_Flute_Dm_145", Role.MELODY, 145, 32, "Dm"),
        loop("Trap_Strings_Eb_70", Role.PAD, 70, 16, "Eb"),
        oneShot("Impact_Deep", "impact", 3),
        oneShot("Riser_Noise", "riser", 4));
  }
}
