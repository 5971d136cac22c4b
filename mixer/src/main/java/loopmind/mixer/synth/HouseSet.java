package loopmind.mixer.synth;

import java.util.List;

/** House at 124 in A minor: four on the floor, pumping chords, an organ bass. */
final class HouseSet {

  private static final String CHORDS = "A2+G3+C4+E4:4 F2+A3+C4+E4:4 A2+G3+C4+E4:4 E3+G3+B3+D4:4";

  private final Session s = new Session("house", 124);

  List<Recipe> recipes() {
    drums();
    tops();
    low();
    harmony();
    leads();
    return s.recipes();
  }

  private void drums() {
    Part floor = Part.rhythm("X---X---X---X---");
    s.mono(
        "House_Drums_Warehouse_124",
        4,
        -1,
        t ->
            t.add(Kicks.house(), floor, 0)
                .add(Snares.clap(1200, 0.08), Part.rhythm("----X-------X---"), -4)
                .add(Cymbals.open(), Part.rhythm("--x---x---x---x-"), -9)
                .add(Cymbals.closed(), Part.rhythm("x-.xx-.xx-.xx-.x"), -13)
                .through(Effects.drive(1.4)));
    s.mono(
        "House_Drums_Terrace_124",
        8,
        -1,
        t ->
            t.loose(2)
                .add(Kicks.house(), floor, 0)
                .add(Snares.snap(), Part.rhythm("----X-------X---"), -5)
                .add(Cymbals.open(), Part.rhythm("--x---x---x---x-"), -10)
                .add(Cymbals.shaker(6000), Part.rhythm("xo.oxo.oxo.oxooo"), -11)
                .add(Snares.rim(), Part.rhythm("---x--x----x----|---x--x---x--x--"), -11)
                .through(Effects.drive(1.3)));
    s.mono(
        "House_DrumFill_Lift_124",
        4,
        -1,
        t ->
            t.add(Kicks.house(), Part.rhythm("X---X-----------"), 0)
                .add(Snares.clap(1300, 0.06), Part.rhythm("----x---x-x-xxxx"), -4)
                .add(HandDrums.tom(), Part.line("-:2 D3:0.5 C3:0.5 A2:0.5 G2:0.5"), -6)
                .add(Cymbals.open(), Part.rhythm("--x---x---------"), -10));
  }

  private void tops() {
    s.mono(
        "House_Tops_Shuffle_124",
        4,
        -3,
        t ->
            t.loose(2)
                .add(Cymbals.open(), Part.rhythm("--x---x---x---x-"), 0)
                .add(Cymbals.tight(), Part.rhythm("xoxxxoxxxoxxxoxo").swung(0.55), -4)
                .add(Cymbals.shaker(7000), Part.rhythm("oxo.oxo.oxo.oxo."), -6));
    s.mono(
        "House_Congas_Patio_124",
        8,
        -2,
        t ->
            t.loose(4)
                .add(HandDrums.conga(), Part.rhythm("--x--x-x--x--xo-|--x--x-x-xx-x-xo").up(3), 0)
                .add(HandDrums.bongo(), Part.rhythm("o---o---.o--o-.-").up(15), -5)
                .through(new Room(0.8, 4500, 0.14)));
  }

  private void low() {
    s.mono(
        "House_Bass_Organ_124_Am",
        16,
        -2,
        t ->
            t.add(
                Basses.fm(1, 1.1),
                Part.line(
                    "-:0.5 A1:0.5/0.4 -:0.25 A1:0.5/0.3 E2:0.25/0.2 G1:0.5/0.4 A1:1/0.4 C2:0.5/0.4 |"
                        + " -:0.5 F1:0.5/0.4 -:0.25 F1:0.5/0.3 C2:0.25/0.2 A1:0.5/0.4 F1:1/0.4 A1:0.5/0.4 |"
                        + " -:0.5 A1:0.5/0.4 -:0.25 A1:0.5/0.3 E2:0.25/0.2 G1:0.5/0.4 A1:1/0.4 C2:0.5/0.4 |"
                        + " -:0.5 E1:0.5/0.4 -:0.25 E1:0.5/0.3 B1:0.25/0.2 D2:0.5/0.4 E2:1/0.4 G1:0.5/0.4"),
                0));
    s.mono(
        "House_Bass_Pluck_124_Am",
        16,
        -2,
        t ->
            t.add(
                Basses.pluck(1400, 0.07),
                Part.line(
                    "-:0.5 A1:0.5/0.35 -:0.5 A1:0.5/0.35 -:0.5 A1:0.5/0.35 G1:0.5/0.3 A1:0.5/0.35 |"
                        + " -:0.5 F1:0.5/0.35 -:0.5 F1:0.5/0.35 -:0.5 F1:0.5/0.35 G1:0.5/0.3 A1:0.5/0.35 |"
                        + " -:0.5 A1:0.5/0.35 -:0.5 A1:0.5/0.35 -:0.5 A1:0.5/0.35 G1:0.5/0.3 A1:0.5/0.35 |"
                        + " -:0.5 E1:0.5/0.35 -:0.5 E1:0.5/0.35 -:0.5 G1:0.5/0.35 E1:0.5/0.3 G1:0.5/0.35"),
                0));
  }

  private void harmony() {
    String stabs =
        "-:0.5 A3+C4+E4+G4:0.25 -:0.5 A3+C4+E4+G4:0.25 -:1 A3+C4+E4+G4:0.5 -:1"
            + " -:0.5 A3+C4+E4+F4:0.25 -:0.5 A3+C4+E4+F4:0.25 -:1 A3+C4+E4+F4:0.5 -:1"
            + " -:0.5 A3+C4+E4+G4:0.25 -:0.5 A3+C4+E4+G4:0.25 -:1 A3+C4+E4+G4:0.5 -:1"
            + " -:0.5 G3+B3+D4+E4:0.25 -:0.5 G3+B3+D4+E4:0.25 -:1 G3+B3+D4+E4:0.5 -:0.5 G3+B3+D4+E4:0.5/0.25";
    s.mono(
        "House_Stabs_Loft_124_Am",
        16,
        -3,
        t ->
            t.add(Keys.stab(2600), Part.line(stabs), 0)
                .through(
                    Effects.chorus(0.3, s.seconds(16)),
                    Effects.echo(s.seconds(0.75), 0.3, 0.15),
                    new Room(1.2, 3600, 0.12)));
    s.mono(
        "House_Organ_Sunday_124_Am",
        16,
        -3,
        t -> t.add(Keys.organ(5.8), Part.line(stabs), 0).through(new Room(0.9, 3600, 0.12)));
    s.stereo(
        "House_Pad_Pump_124_Am",
        16,
        -3,
        t ->
            t.add(Pads.saws(0.05, 1700, 0.8), Part.line(CHORDS), 0)
                .through(
                    Effects.highPass(120), new Room(1.6, 3000, 0.15), Effects.pump(s.bpm(), 0.8)));
  }

  private void leads() {
    s.mono(
        "House_Pluck_Marble_124_Am",
        16,
        -3,
        t ->
            t.add(
                    Plucks.saw(3000, 0.09),
                    Part.line(
                        "E5:0.75 C5:0.75 A4:0.5 G4:0.75 A4:1.25 | F5:0.75 E5:0.75 C5:0.5 A4:0.75 C5:1.25 |"
                            + " E5:0.75 C5:0.75 A4:0.5 G4:0.75 A4:1.25 | E5:0.75 D5:0.75 B4:0.5 G4:0.75 B4:1.25"),
                    0)
                .through(Effects.echo(s.seconds(0.75), 0.4, 0.22), new Room(1.3, 3600, 0.1)));
    s.mono(
        "House_Vox_Higher_124_Am",
        8,
        -3,
        t ->
            t.add(
                    Pads.choir(0.012, 0, 2),
                    Part.line(
                        "-:0.5 E4:0.5/0.3 E4:0.25/0.15 -:0.25 >G4:1/0.7 -:1.5 | -:0.5 C4:0.5/0.3"
                            + " D4:0.25/0.15 -:0.25 >E4:0.5/0.4 C4:0.5/0.35 A3:1/0.7 -:0.5"),
                    0)
                .through(Effects.echo(s.seconds(0.75), 0.4, 0.25), new Room(1.3, 3600, 0.14)));
    s.mono(
        "House_Riser_Sunrise_124",
        8,
        -2,
        t ->
            t.add(Textures.riser(300, 9000), Part.line("A3:8/7.95"), 0)
                .through(new Room(1, 4000, 0.08)));
  }
}
