package loopmind.mixer.synth;

import java.util.List;

/** Lo-fi at 82 in D minor: soft dusty drums, tine chords with ninths, tape that wavers. */
final class LofiSet {

  private static final double SWING = 0.58;
  private static final String CHORDS =
      "D3+F3+A3+C4+E4:4 G2+F3+A3+Bb3+D4:4 D3+F3+A3+C4+E4:4 A2+G3+C#4+E4+G4:4";

  private final Session s = new Session("lofi", 82);

  List<Recipe> recipes() {
    drums();
    low();
    harmony();
    tops();
    texture();
    return s.recipes();
  }

  private static Part swing(String signs) {
    return Part.rhythm(signs).swung(SWING);
  }

  private void drums() {
    s.mono(
        "LoFi_Drums_Slippers_82",
        8,
        -1.5,
        t ->
            t.loose(9)
                .add(Kicks.soft(), swing("X------x--x-----|X--x------x-----"), 0)
                .add(Snares.brush(), swing("----x-------x---|----x-------x--."), -1)
                .add(Snares.rim(), swing("----o-------o---"), -9)
                .add(Cymbals.dusty(), swing("x-o-x-o-x-o-x-o-"), -12)
                .through(
                    Effects.sampler(11, 22_000), Effects.lowPass(8500), Effects.squeeze(-16, 3)));
    s.mono(
        "LoFi_Drums_Window_82",
        8,
        -1.5,
        t ->
            t.loose(9)
                .add(Kicks.soft(), swing("X--x--x---x-----|X-----xx--x--x--"), 0)
                .add(Snares.dusty(), swing("----x-------x---|----x--.----x---"), -4)
                .add(Cymbals.tight(), swing("xoxoxoxoxoxoxoxo"), -13)
                .through(
                    Effects.sampler(12, 20_000), Effects.lowPass(7500), Effects.squeeze(-16, 3)));
    s.mono(
        "LoFi_Shaker_Porch_82",
        4,
        -4,
        t -> t.loose(8).add(Cymbals.shaker(4600), swing("x.o.x.o.x.o.x.oo"), 0));
    s.mono(
        "LoFi_Perc_Teacup_82",
        8,
        -3,
        t ->
            t.loose(9)
                .add(HandDrums.wood(), swing("--o----x--o-----|--o--x----o--x--").up(21), 0)
                .add(Snares.snap(), swing("----x-------x---"), -4)
                .through(new Room(0.8, 3500, 0.2)));
  }

  private void low() {
    s.mono(
        "LoFi_Bass_Pillow_82_Dm",
        8,
        -2,
        t ->
            t.loose(7)
                .add(
                    Basses.sub(),
                    Part.line(
                            "!D2:1.5 D2:0.5 -:0.5 A1:0.5 C2:1 | !G1:1.5 G1:0.5 -:0.5 Bb1:0.5 D2:1 |"
                                + " !D2:1.5 D2:0.5 -:0.5 F2:0.5 A1:1 | !A1:1.5 A1:0.5 -:0.5 C#2:0.5 E2:1")
                        .squeezed(),
                    0));
    s.mono(
        "LoFi_Bass_Upright_82_Dm",
        8,
        -2,
        t ->
            t.loose(8)
                .add(
                    Basses.upright(),
                    Part.line(
                            "!D2:2 F2:0.5 A2:0.5 D2:1 | !G1:2 Bb1:0.5 D2:0.5 G1:1 |"
                                + " !D2:2 A1:0.5 C2:0.5 D2:1 | !A1:2 C#2:0.5 E2:0.5 A1:1")
                        .squeezed()
                        .swung(SWING),
                    0)
                .through(Effects.lowPass(2200)));
  }

  private void harmony() {
    s.stereo(
        "LoFi_Rhodes_Dust_82_Dm",
        8,
        -3,
        t ->
            t.loose(10)
                .add(
                    Keys.tines(0.9, 3.6),
                    Part.line(
                            "D3+F3+A3+C4+E4:1.5 ~F3+A3+C4+E4:2.5 G2+F3+A3+Bb3+D4:1.5 ~F3+A3+Bb3+D4:2.5"
                                + " D3+F3+A3+C4+E4:1.5 ~F3+A3+C4+D4:2.5 A2+G3+C#4+E4+G4:1.5 ~G3+C#4+E4+G4:2.5")
                        .squeezed()
                        .swung(SWING),
                    0)
                .through(Effects.lowPass(3600), Effects.wow(9, s.seconds(8)), Effects.drive(1.3)));
    s.mono(
        "LoFi_Piano_Attic_82_Dm",
        8,
        -3,
        t ->
            t.loose(12)
                .add(Keys.piano(2.1), Part.line(CHORDS).squeezed(), 0)
                .through(
                    Effects.lowPass(2800),
                    Effects.wow(11, s.seconds(8)),
                    new Room(1.3, 2400, 0.15)));
    s.stereo(
        "LoFi_Pad_Haze_82_Dm",
        8,
        -3,
        t ->
            t.add(Pads.glass(0.6), Part.line(CHORDS).squeezed(), 0)
                .through(
                    Effects.highPass(130),
                    Effects.lowPass(2600),
                    Effects.wow(10, s.seconds(8)),
                    new Room(2, 2200, 0.2)));
  }

  private void tops() {
    s.mono(
        "LoFi_Guitar_Balcony_82_Dm",
        8,
        -3,
        t ->
            t.loose(10)
                .add(
                    Plucks.string(0.4, 2.2),
                    Part.line(
                            "A4:0.5 C5:0.5 D5:1 -:0.5 C5:0.5 A4:1 | Bb4:0.5 A4:0.5 G4:1 -:0.5 D4:0.5 F4:1 |"
                                + " A4:0.5 C5:0.5 D5:1 -:0.5 A4:0.5 F4:1 | E4:0.5 G4:0.5 A4:1.5 G4:0.5 E4:1")
                        .squeezed()
                        .swung(SWING),
                    0)
                .through(
                    Effects.lowPass(3400),
                    Effects.wow(7, s.seconds(8)),
                    new Room(1.2, 2600, 0.14)));
    s.mono(
        "LoFi_Kalimba_Puddle_82_Dm",
        8,
        -3,
        t ->
            t.loose(9)
                .add(
                    Plucks.kalimba(),
                    Part.line(
                            "F5:0.5 E5:0.5 C5:1 A4:1 -:1 | D5:0.5 Bb4:0.5 A4:1 G4:1 -:1 |"
                                + " F5:0.5 D5:0.5 A4:1 F4:1 -:1 | C#5:0.5 E5:0.5 G5:1 E5:1 -:1")
                        .squeezed()
                        .swung(SWING),
                    0)
                .through(
                    Effects.lowPass(5000),
                    Effects.wow(6, s.seconds(8)),
                    new Room(1.4, 3000, 0.18)));
    s.mono(
        "LoFi_Vox_Hum_82_Dm",
        8,
        -3,
        t ->
            t.loose(9)
                .add(
                    Pads.choir(0.06, 3, 1),
                    Part.line(
                            "-:1 A3:0.75/0.5 >C4:1.25/1 -:1 | -:1 Bb3:0.75/0.5 >A3:1.25/1 -:1 |"
                                + " -:1 A3:0.75/0.5 >D4:1.25/1 -:1 | -:1 A3:0.75/0.5 >G3:1.25/1 -:1")
                        .squeezed(),
                    0)
                .through(
                    Effects.lowPass(3000),
                    Effects.wow(12, s.seconds(8)),
                    new Room(1.5, 2400, 0.2)));
  }

  private void texture() {
    s.mono(
        "LoFi_Vinyl_Crackle_82", 4, -4, t -> t.add(Textures.crackle(16), Part.line("C4:4/4.2"), 0));
    s.mono(
        "LoFi_Rain_Window_82",
        4,
        -6,
        t -> t.add(Textures.rain(), Part.line("C4:4/4.2"), 0).through(Effects.lowPass(5200)));
  }
}
