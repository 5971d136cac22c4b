package loopmind.mixer.synth;

import java.util.List;

/** Dark trap at 140 in C minor: half-time claps, rolling hats, an 808 that follows the kick. */
final class TrapSet {

  private static final String CHORDS =
      "C3+G3+C4+Eb4:4 C3+Ab3+C4+Eb4:4 C3+G3+C4+Eb4:4 B2+G3+D4+F4:4";
  private static final String KICK =
      "X-----X---x-----|--x---X-----x-x-|X-----X---x-----|--x---X---x--x--";
  private static final String CLAP = "--------X-------";

  private final Session s = new Session("trap", 140);

  List<Recipe> recipes() {
    drums();
    low();
    harmony();
    tops();
    return s.recipes();
  }

  private void drums() {
    Part hats = Part.rhythm("x-o-x-o-x-o-xxro|x-o-x-t-x-o-x-qo|x-o-x-o-x-r-xxoo|xot-x-o-q-q-x-rr");
    Part open = Part.rhythm("--------------x-|----------------");
    s.mono(
        "Trap_Drums_Midnight_140",
        16,
        -1,
        t ->
            t.add(Kicks.trap(), Part.rhythm(KICK), 0)
                .add(Snares.clap(1400, 0.09), Part.rhythm(CLAP), -1)
                .add(Snares.trap(), Part.rhythm(CLAP), -4)
                .add(Cymbals.closed(), hats, -10)
                .add(Cymbals.open(), open, -13)
                .add(Snares.rim(), Part.rhythm("---o--------.--o"), -13)
                .through(Effects.drive(1.3)));
    s.mono(
        "Trap_Drums_Vault_140",
        8,
        -1,
        t ->
            t.add(Kicks.trap(), Part.rhythm("X--x------x-----|X----x--x-x----x"), 0)
                .add(Snares.trap(), Part.rhythm(CLAP), 0)
                .add(Snares.snap(), Part.rhythm("--------x-------|--------x----.-."), -7)
                .add(Cymbals.tight(), Part.rhythm("xoxoxoxoxotoxoxo|xoxoqoxoxoxoxotq"), -10)
                .add(Cymbals.open(), Part.rhythm("----------------|------x---------"), -12)
                .through(Effects.drive(1.4)));
    s.mono(
        "Trap_HiHats_Stutter_140",
        8,
        -3,
        t ->
            t.add(Cymbals.tight(), Part.rhythm("x-oxx-oxx-t-x-oq|x-oxx-r-xqxot-rr"), 0)
                .add(Cymbals.open(), Part.rhythm("--------------o-|--------------x-"), -3));
    s.mono(
        "Trap_Perc_Cage_140",
        8,
        -2,
        t ->
            t.add(HandDrums.wood(), Part.rhythm("---x--o----x--.-|---x--o---x---xo").up(24), -2)
                .add(Snares.rim(), Part.rhythm("------x-----o---|------x--.------"), -4)
                .add(
                    HandDrums.cowbell(),
                    Part.rhythm("----------------|-------------o--").up(15),
                    -8)
                .through(new Room(0.8, 4000, 0.18)));
    s.mono(
        "Trap_DrumFill_Tumble_140",
        4,
        -1,
        t ->
            t.add(Kicks.trap(), Part.rhythm("X-----x---------"), 0)
                .add(Snares.trap(), Part.rhythm("--------x-xxrtqq"), -2)
                .add(
                    HandDrums.tom(),
                    Part.line("-:1 C3:0.25 -:0.25 Bb2:0.25 -:0.25 G2:0.5 F2:0.5 C2:1"),
                    -5)
                .add(Cymbals.closed(), Part.rhythm("x-x-t-t-q-------"), -11));
  }

  private void low() {
    s.mono(
        "808_Glide_Cm_140",
        16,
        -1,
        t ->
            t.add(
                Basses.eightOhEight(0.9, 2.2),
                Part.line(
                    "!C2:1.5 C2:1 ~C2:1.5 | !Ab1:1.5 >C2:1 ~Ab1:1 -:0.5 !C2:1.5 C2:1 ~>Eb2:1 C2:0.5 | !G1:1 >G2:0.75 >G1:0.75 G1:1.5/1.4"),
                0));
    s.mono(
        "Trap_808_Vault_Cm_140",
        16,
        -1,
        t ->
            t.add(
                Basses.eightOhEight(0.7, 3.2),
                Part.line(
                    "!C2:0.75 C2:1.75 ~C2:1.5 !Ab1:1.25 Ab1:0.75 Ab1:0.5 C2:1.25 ~Ab1:0.25"
                        + " !C2:0.75 C2:1.75 ~C2:1.5 !G1:1.25 G1:0.75 G1:0.5 >B1:1.25 ~G1:0.25"),
                0));
  }

  private void harmony() {
    s.mono(
        "Trap_Piano_Cold_140_Cm",
        16,
        -3,
        t ->
            t.add(Keys.piano(1.6), Part.line(CHORDS), 0)
                .add(
                    Keys.piano(1.4),
                    Part.line(CHORDS).up(12).arpeggio(0.5, 0, 2, 1, 3, 2, 1, 3, 2),
                    -5)
                .through(Effects.lowPass(5200), new Room(2.2, 3200, 0.22)));
    s.stereo(
        "Trap_Pad_Fog_140_Cm",
        16,
        -3,
        t ->
            t.add(Pads.saws(0.7, 900, 0.8), Part.line(CHORDS), 0)
                .through(Effects.highPass(110), new Room(2.6, 2400, 0.25)));
    s.mono(
        "Trap_Strings_Verdict_140_Cm",
        16,
        -3,
        t ->
            t.add(
                    Pads.strings(0.05),
                    Part.line(
                        "!C4+Eb4+G4:0.75 C4+Eb4+G4:0.75 ~C4+Eb4+G4:0.5 -:2 !C4+Eb4+Ab4:0.75"
                            + " C4+Eb4+Ab4:0.75 ~C4+Eb4+Ab4:0.5 -:2 !C4+Eb4+G4:0.75 C4+Eb4+G4:0.75"
                            + " ~C4+Eb4+G4:0.5 -:2 !B3+D4+G4:1.5 B3+F4+G4:2.5"),
                    0)
                .through(new Room(1.6, 3600, 0.2)));
  }

  private void tops() {
    s.mono(
        "Trap_Bells_Lullaby_140_Cm",
        16,
        -3,
        t ->
            t.add(
                    Plucks.bell(3.5, 1.1, 0.6),
                    Part.line(
                        "G5:0.5 Eb5:0.5 C5:1 D5:0.5 Eb5:1.5 | Ab5:0.5 G5:0.5 Eb5:1 C5:2 |"
                            + " G5:0.5 Eb5:0.5 C5:1 Eb5:0.5 G5:1.5 | G5:1 F5:0.5 D5:0.5 B4:2"),
                    0)
                .through(Effects.echo(60.0 / 140 * 0.75, 0.35, 0.25), new Room(1.8, 4200, 0.12)));
    s.mono(
        "Trap_Flute_Smoke_140_Cm",
        16,
        -3,
        t ->
            t.add(
                    Plucks.flute(),
                    Part.line(
                        "C5:1.5 Eb5:0.5 D5:0.5 C5:0.5 G4:1 | Ab4:1.5 C5:0.5 >Eb5:2 |"
                            + " G5:1.5 Eb5:0.5 D5:0.5 C5:0.5 G4:1 | G4:1 B4:1 D5:1.5 -:0.5"),
                    0)
                .through(Effects.echo(60.0 / 140 * 1.5, 0.3, 0.2), new Room(1.8, 3600, 0.15)));
    s.mono(
        "Trap_Vox_Chant_140_Cm",
        16,
        -3,
        t ->
            t.add(
                    Pads.choir(0.02, 1, 0),
                    Part.line(
                        "-:2 G3:0.5/0.3 G3:0.5/0.3 >Bb3:1/0.8 | -:2 Ab3:0.5/0.3 Ab3:0.5/0.3 G3:1/0.8 |"
                            + " -:2 G3:0.5/0.3 G3:0.5/0.3 >C4:1/0.8 | -:1 G3:1/0.7 F3:0.5/0.3 D3:1.5/1"),
                    0)
                .through(Effects.echo(60.0 / 140 * 0.75, 0.4, 0.3), new Room(1.5, 3200, 0.18)));
  }
}
