package loopmind.mixer.synth;

import java.util.List;

/** Techno at 130 in G minor: a hard kick with a rumble behind it, acid, dark stabs. */
final class TechnoSet {

  private final Session s = new Session("techno", 130);

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
        "Techno_Drums_Bunker_130",
        8,
        -1,
        t ->
            t.add(Kicks.techno(), floor, 0)
                .add(Cymbals.open(), Part.rhythm("--x---x---x---x-"), -10)
                .add(Cymbals.tight(), Part.rhythm("xoxoxoxoxoxoxoxo"), -15)
                .add(Snares.clap(1600, 0.05), Part.rhythm("------------o---|----o-------x---"), -8)
                .through(Effects.drive(1.6)));
    s.mono(
        "Techno_Drums_Rumble_130",
        4,
        -1,
        t -> {
          var rumble = new Take(1, s.bpm(), 4, Session.HZ, 9);
          rumble
              .add(Kicks.techno(), floor, 0)
              .through(
                  new Room(1.1, 600, 1),
                  Effects.lowPass(110),
                  Effects.drive(4),
                  Effects.pump(s.bpm(), 0.95));
          return t.add(Kicks.techno(), floor, 0)
              .add(rumble, -7)
              .add(Cymbals.closed(), Part.rhythm("--x---x---x---x-"), -13)
              .through(Effects.drive(1.3));
        });
    s.mono(
        "Techno_DrumFill_Fuse_130",
        4,
        -1,
        t ->
            t.add(Kicks.techno(), Part.rhythm("X---X-------X-X-"), 0)
                .add(HandDrums.tom(), Part.rhythm("------x-x-xxx---").up(-8), -4)
                .add(Cymbals.tight(), Part.rhythm("xoxoxoxoxoxorrqq"), -12));
  }

  private void tops() {
    s.mono(
        "Techno_Hats_Conveyor_130",
        4,
        -3,
        t ->
            t.add(Cymbals.open(), Part.rhythm("--x---x---x---x-"), 0)
                .add(Cymbals.tight(), Part.rhythm("xoXoxoXoxoXoxoXo"), -5)
                .add(Cymbals.ride(), Part.rhythm("----x-------x---"), -8));
    s.mono(
        "Techno_Perc_Girder_130",
        8,
        -2,
        t ->
            t.add(HandDrums.tom(), Part.rhythm("---x--x----x--x-|---x--x---x-x-x-").up(-6), 0)
                .add(Snares.rim(), Part.rhythm("x--x--x-x--x--x-"), -8)
                .add(HandDrums.wood(), Part.rhythm("-------o-------x").up(26), -9)
                .through(new Room(1, 3200, 0.2)));
  }

  private void low() {
    s.mono(
        "Techno_Bass_Acid_130_Gm",
        8,
        -2,
        t ->
            t.add(
                    Basses.acid(420, 5.5),
                    Part.line(
                        "!G1:0.25 G1:0.25 G2:0.25 ~G1:0.25 Bb1:0.25 !G1:0.25 -:0.25 >D2:0.25"
                            + " !G1:0.25 G1:0.25 ~G2:0.25 F2:0.25 >D2:0.25 G1:0.25 -:0.25 F1:0.25 |"
                            + " !G1:0.25 G1:0.25 G2:0.25 ~G1:0.25 Bb1:0.25 !G1:0.25 -:0.25 >Eb2:0.25"
                            + " !D2:0.25 >C2:0.25 ~Bb1:0.25 G1:0.25 >G2:0.25 G1:0.25 -:0.25 F1:0.25"),
                    0)
                .through(Effects.drive(1.8)));
    s.mono(
        "Techno_Bass_Offbeat_130_Gm",
        16,
        -2,
        t ->
            t.add(
                Basses.pluck(700, 0.06),
                Part.line("-:0.25 G1:0.25/0.2 G1:0.25/0.2 G1:0.25/0.2")
                    .times(12)
                    .then(Part.line("-:0.25 Eb1:0.25/0.2 Eb1:0.25/0.2 Eb1:0.25/0.2").times(2))
                    .then(Part.line("-:0.25 F1:0.25/0.2 F1:0.25/0.2 F1:0.25/0.2").times(2)),
                0));
  }

  private void harmony() {
    s.mono(
        "Techno_Stab_Cellar_130_Gm",
        16,
        -3,
        t ->
            t.add(
                    Keys.stab(1500),
                    Part.line(
                        "G3+Bb3+D4+F4:0.5 -:1 G3+Bb3+D4+F4:0.25 -:2.25 G3+Bb3+D4+F4:0.5 -:1"
                            + " G3+Bb3+D4+F4:0.25 -:2.25 Eb3+G3+Bb3+D4:0.5 -:1 Eb3+G3+Bb3+D4:0.25 -:2.25"
                            + " F3+A3+C4+Eb4:0.5 -:1 F3+A3+C4+Eb4:0.25 -:2.25"),
                    0)
                .through(Effects.echo(s.seconds(0.75), 0.55, 0.4), new Room(2, 2600, 0.25)));
    s.mono(
        "Techno_Drone_Hull_130_Gm",
        16,
        -3,
        t ->
            t.add(Pads.saws(0.5, 420, 0.5), Part.line("G2+D3+G3:16"), 0)
                .add(Pads.choir(1.2, 3, 1), Part.line("G3+Bb3:8 G3+A3:8"), -9)
                .through(Effects.highPass(80), new Room(3, 1800, 0.3), Effects.pump(s.bpm(), 0.5)));
    s.mono(
        "Techno_Pad_Arc_130_Gm",
        16,
        -3,
        t ->
            t.add(Pads.saws(0.3, 1300, 0.9), Part.line("G3+Bb3+D4:8 Eb3+Bb3+D4:4 F3+A3+C4:4"), 0)
                .through(
                    Effects.highPass(140),
                    Effects.gate(s.bpm(), "x-xox-xxx-xox-ox"),
                    new Room(1.8, 3000, 0.2)));
  }

  private void leads() {
    s.mono(
        "Techno_Lead_Filament_130_Gm",
        8,
        -3,
        t ->
            t.add(
                    Plucks.lead(1800, 0.7),
                    Part.line(
                        "G4:0.25/0.2 -:0.5 G4:0.25/0.2 -:0.25 Bb4:0.25/0.2 -:0.5 F4:0.5/0.4 -:0.25 G4:0.25/0.2"
                            + " -:1 G4:0.25/0.2 -:0.5 G4:0.25/0.2 -:0.25 D5:0.25/0.2 -:0.5 C5:0.5/0.4 -:0.25"
                            + " Bb4:0.25/0.2 A4:1/0.3"),
                    0)
                .through(Effects.echo(s.seconds(0.75), 0.5, 0.35), new Room(1.4, 3000, 0.14)));
    s.mono(
        "Techno_Vox_Order_130_Gm",
        8,
        -3,
        t ->
            t.add(
                    Pads.choir(0.008, 0, 1),
                    Part.line("-:3 G2:0.25/0.2 G2:0.25/0.2 -:0.5 | -:2.5 G2:0.5/0.3 >F2:1/0.6"),
                    0)
                .through(Effects.drive(3), Effects.echo(s.seconds(0.75), 0.5, 0.35)));
  }
}
