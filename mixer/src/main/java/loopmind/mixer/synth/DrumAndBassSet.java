package loopmind.mixer.synth;

import java.util.List;

/** Drum and bass at 174 in F minor: breaks at speed over a bass at half of it. */
final class DrumAndBassSet {

  private static final String CHORDS =
      "F3+Ab3+C4+G4:4 Db3+Ab3+C4+F4:4 F3+Ab3+C4+G4:4 C3+G3+Bb3+E4:4";

  private final Session s = new Session("drum-and-bass", 174);

  List<Recipe> recipes() {
    drums();
    low();
    harmony();
    tops();
    return s.recipes();
  }

  private void drums() {
    s.mono(
        "DnB_Drums_Roller_174",
        16,
        -1,
        t ->
            t.loose(2)
                .add(
                    Kicks.breaks(),
                    Part.rhythm(
                        "X---------X-----|X---------X-----|X---------X-----|X-----X---X-----"),
                    0)
                .add(
                    Snares.breaks(),
                    Part.rhythm(
                        "----X-------X---|----X--.-.--X---|----X-------X--.|----X--.-.--X-.o"),
                    -1)
                .add(Cymbals.closed(), Part.rhythm("x-o-x-o-x-o-x-oo"), -10)
                .add(Cymbals.ride(), Part.rhythm("--x---x---x---x-"), -14)
                .through(Effects.squeeze(-12, 3), Effects.drive(1.6)));
    s.mono(
        "DnB_Break_Courier_174",
        16,
        -1,
        t ->
            t.loose(4)
                .add(
                    Kicks.breaks(),
                    Part.rhythm(
                        "X-x-------xx----|X-x-------x-----|X-x-------xx----|--x-------x---x-"),
                    0)
                .add(
                    Snares.breaks(),
                    Part.rhythm(
                        "----X--.-.--X--.|----X--.-.----X-|----X--.-.--X--.|.---X--.-.----X-"),
                    -1)
                .add(Cymbals.dusty(), Part.rhythm("x-x-x-x-x-x-x-x-"), -10)
                .through(Effects.sampler(12, 30_000), Effects.squeeze(-14, 4), Effects.drive(2)));
    s.mono(
        "DnB_Tops_Turbine_174",
        4,
        -3,
        t ->
            t.add(Cymbals.tight(), Part.rhythm("xoxxxoxoxxxoxoxx"), 0)
                .add(Cymbals.shaker(7500), Part.rhythm("xoxoxoxoxoxoxoxo"), -5)
                .add(Cymbals.open(), Part.rhythm("------x-------x-"), -5));
    s.mono(
        "DnB_Perc_Relay_174",
        8,
        -2,
        t ->
            t.add(HandDrums.bongo(), Part.rhythm("--x--x--x-x--x--|--x--x--xx-x-x-o").up(12), 0)
                .add(Snares.rim(), Part.rhythm("x-----x---x-----"), -6)
                .through(new Room(0.6, 4500, 0.12)));
    s.mono(
        "DnB_DrumFill_Skid_174",
        8,
        -1,
        t ->
            t.add(Kicks.breaks(), Part.rhythm("X---------X-----|X-x---x---------"), 0)
                .add(Snares.breaks(), Part.rhythm("----X-------X---|----X---x-x-xxrq"), -1)
                .add(Cymbals.closed(), Part.rhythm("x-o-x-o-x-o-x-o-|x-o-x-o---------"), -10)
                .through(Effects.drive(1.8)));
  }

  private void low() {
    s.mono(
        "DnB_Bass_Reese_174_Fm",
        16,
        -2,
        t ->
            t.add(
                Basses.reese(650),
                Part.line("F1:3.5/3.4 F1:0.5/0.4 >Db2:4/3.9 F1:3.5/3.4 Ab1:0.5/0.4 >C2:4/3.9"),
                0));
    s.mono(
        "DnB_Bass_SubRoller_174_Fm",
        16,
        -2,
        t ->
            t.add(
                Basses.sub(),
                Part.line(
                    "!F1:1/0.8 F1:0.5/0.4 -:0.5 F1:1/0.8 Ab1:1/0.8 | !Db2:1/0.8 Db2:0.5/0.4 -:0.5 C2:1/0.8 Ab1:1/0.80 |"
                        + " !F1:1/0.8 F1:0.5/0.4 -:0.5 Ab1:1/0.8 F1:1/0.8 | !C2:1/0.8 C2:0.5/0.4 -:0.5 G1:1/0.8 C2:1/0.8"),
                0));
  }

  private void harmony() {
    s.mono(
        "DnB_Pad_Skyline_174_Fm",
        16,
        -3,
        t ->
            t.add(Pads.saws(0.6, 1500, 0.8), Part.line(CHORDS), 0)
                .through(Effects.highPass(150), new Room(2.4, 2800, 0.25)));
    s.mono(
        "DnB_Rhodes_Underpass_174_Fm",
        16,
        -3,
        t ->
            t.add(
                    Keys.tines(1.4, 5),
                    Part.line(
                        "F3+Ab3+C4+G4:1.5 ~F3+Ab3+C4+G4:2.5 Db3+Ab3+C4+F4:1.5 ~Db3+Ab3+C4+F4:2.5"
                            + " F3+Ab3+C4+G4:1.5 ~F3+Ab3+C4+F4:2.5 C3+G3+Bb3+E4:1.5 ~C3+G3+Bb3+E4:2.5"),
                    0)
                .through(Effects.chorus(0.25, s.seconds(16)), new Room(1.5, 3400, 0.16)));
  }

  private void tops() {
    s.mono(
        "DnB_Pluck_Raindrop_174_Fm",
        16,
        -3,
        t ->
            t.add(
                    Plucks.saw(2600, 0.1),
                    Part.line(
                        "C5:1.5 G4:0.5 Ab4:1 C5:1 | F5:1.5 C5:0.5 Ab4:2 | F5:1.5 C5:0.5 Ab4:1 C5:1 |"
                            + " E5:1 Db5:1 C5:1 G4:1"),
                    0)
                .through(Effects.echo(s.seconds(1.5), 0.4, 0.3), new Room(1.8, 3400, 0.14)));
    s.mono(
        "DnB_Lead_Comet_174_Fm",
        16,
        -3,
        t ->
            t.add(
                    Plucks.lead(3000, 0.3),
                    Part.line(
                        "F4:2 >Ab4:1 C5:1 | >Ab4:3 F4:1 | C5:2 >Ab4:1 F4:1 | G4:2 >Bb4:1 G4:1"),
                    0)
                .through(Effects.echo(s.seconds(1.5), 0.35, 0.25), new Room(1.6, 3200, 0.14)));
    s.mono(
        "DnB_Vox_Signal_174_Fm",
        16,
        -3,
        t ->
            t.add(
                    Pads.choir(0.012, 2, 0),
                    Part.line(
                        "-:2 C4:0.5/0.35 -:0.5 >Eb4:1/0.8 | -:2 C4:0.5/0.35 Ab3:0.5/0.35 -:1 |"
                            + " -:2 F4:0.5/0.35 -:0.5 >C4:1/0.8 | -:1 C4:0.5/0.35 Bb3:0.5/0.35 G3:1/0.8 -:1"),
                    0)
                .through(Effects.echo(s.seconds(1.5), 0.45, 0.3), new Room(1.6, 3200, 0.16)));
  }
}
