package loopmind.mixer.synth;

import java.util.List;

/** Boom bap at 90 in E minor: swung drums from an old sampler, upright bass, dusty keys. */
final class BoomBapSet {

  private static final double SWING = 0.6;
  private static final String CHORDS = "E3+G3+B3+D4:4 A2+G3+C4+E4:4 E3+G3+B3+D4:4 B2+A3+D#4+F#4:4";

  private final Session s = new Session("boom-bap", 90);

  List<Recipe> recipes() {
    drums();
    low();
    harmony();
    tops();
    return s.recipes();
  }

  private static Part swing(String signs) {
    return Part.rhythm(signs).swung(SWING);
  }

  private void drums() {
    s.mono(
        "BoomBap_Drums_Basement_90",
        8,
        -1,
        t ->
            t.loose(5)
                .add(Kicks.dusty(), swing("X------x-xx-----|X--x------x--x--"), 0)
                .add(Snares.dusty(), swing("----X-------X---|----X--.----X-.-"), -1)
                .add(Cymbals.dusty(), swing("x-o-x-o-x-o-x-oo|x-o-x-o-x-o-x---"), -9)
                .add(Cymbals.open(), swing("----------------|--------------o-"), -14)
                .through(Effects.sampler(12, 26_000), Effects.squeeze(-14, 3), Effects.drive(1.6)));
    s.mono(
        "BoomBap_Drums_Crate_90",
        8,
        -1,
        t ->
            t.loose(6)
                .add(Kicks.dusty(), swing("X-x-----x-X-----|X-----xx--x-----"), 0)
                .add(Snares.breaks(), swing("----X--.-.--X---|----X--.-.--X--o"), -1)
                .add(Cymbals.ride(), swing("x---x-o-x---x-o-"), -12)
                .add(Cymbals.dusty(), swing("--o---o---o---o-"), -11)
                .through(Effects.sampler(11, 24_000), Effects.squeeze(-14, 3), Effects.drive(1.8)));
    s.mono(
        "BoomBap_Shaker_Dust_90",
        4,
        -3,
        t -> t.loose(5).add(Cymbals.shaker(5200), swing("xoxoxoxoxoxoxoxo"), 0));
    s.mono(
        "BoomBap_Perc_Stoop_90",
        8,
        -2,
        t ->
            t.loose(6)
                .add(HandDrums.conga(), swing("--x--x----x-o---|--x--x--o-x-ox--").up(2), 0)
                .add(HandDrums.cowbell(), swing("----------------|-----------o----").up(12), -9)
                .through(Effects.sampler(12, 26_000), new Room(0.7, 3500, 0.12)));
    s.mono(
        "BoomBap_DrumFill_Scratch_90",
        4,
        -1,
        t ->
            t.loose(5)
                .add(Kicks.dusty(), swing("X--x--x---------"), 0)
                .add(Snares.dusty(), swing("----x--xx-x-xxxX"), -1)
                .add(Cymbals.dusty(), swing("x-o-x-o-x-------"), -10)
                .through(Effects.sampler(12, 26_000), Effects.drive(1.7)));
  }

  private void low() {
    s.mono(
        "BoomBap_Bass_Upright_90_Em",
        8,
        -2,
        t ->
            t.loose(6)
                .add(
                    Basses.upright(),
                    Part.line(
                            "!E2:1.5 E2:0.5 -:0.5 G2:0.5 B1:1 | !A1:1.5 A1:0.5 -:0.5 C2:0.5 E2:1 |"
                                + " !E2:1.5 E2:0.5 -:0.5 B1:0.5 E2:1.0 | !B1:1.5 B1:0.5 D#2:1 F#2:0.5 B1:0.5")
                        .squeezed()
                        .swung(SWING),
                    0)
                .through(Effects.lowPass(2600)));
    s.mono(
        "BoomBap_Bass_Round_90_Em",
        8,
        -2,
        t ->
            t.loose(4)
                .add(
                    Basses.sub(),
                    Part.line(
                        "!E2:0.75 E2:0.75 B1:0.5 !A1:0.75 A1:0.75 C2:0.5 !E2:0.75 E2:0.75 D2:0.5 !B1:0.75 B1:0.75 D#2:0.5"),
                    0));
  }

  private void harmony() {
    s.mono(
        "BoomBap_Rhodes_Corner_90_Em",
        8,
        -3,
        t ->
            t.loose(7)
                .add(
                    Keys.tines(1.2, 4.5),
                    Part.line(
                            "E3+G3+B3+D4:1.5 ~E3+G3+B3+F#4:2.5 A2+G3+C4+E4:1.5 ~A2+G3+B3+E4:2.5"
                                + " E3+G3+B3+D4:1.5 ~E3+G3+B3+E4:2.5 B2+A3+D#4+F#4:1.5 ~B2+A3+D#4+F#4:2.5")
                        .squeezed()
                        .swung(SWING),
                    0)
                .through(Effects.lowPass(4200), Effects.wow(5, s.seconds(8)), Effects.drive(1.4)));
    s.stereo(
        "BoomBap_Pad_Tape_90_Em",
        8,
        -3,
        t ->
            t.add(Pads.saws(0.4, 1100, 0.6), Part.line(CHORDS).squeezed(), 0)
                .through(
                    Effects.highPass(120), Effects.wow(8, s.seconds(8)), Effects.lowPass(2800)));
  }

  private void tops() {
    s.mono(
        "BoomBap_Flute_Alley_90_Em",
        8,
        -3,
        t ->
            t.loose(7)
                .add(
                    Plucks.flute(),
                    Part.line(
                            "B4:0.5 D5:0.5 >E5:1.5 D5:0.5 B4:1 | A4:0.5 C5:0.5 >E5:1.5 D5:0.5 C5:1 |"
                                + " B4:0.5 D5:0.5 >E5:1.5 G5:0.5 E5:1 | B4:1.5 A4:0.5 F#4:1 -:1")
                        .squeezed()
                        .swung(SWING),
                    0)
                .through(Effects.sampler(12, 20_000), new Room(1.1, 3200, 0.14)));
    s.mono(
        "BoomBap_Guitar_Chop_90_Em",
        8,
        -3,
        t ->
            t.loose(6)
                .add(
                    Plucks.string(0.5, 1.6),
                    Part.line(
                            "-:0.5 E4+G4:0.5/0.3 -:0.5 B4:0.5 D5:0.5 B4:0.5 G4:1 |"
                                + " -:0.5 E4+G4:0.5/0.3 -:0.5 C5:0.5 B4:0.5 A4:0.5 F#4:1")
                        .swung(SWING),
                    0)
                .through(Effects.sampler(12, 20_000), Effects.drive(1.6)));
    s.mono(
        "BoomBap_Vox_Soul_90_Em",
        8,
        -3,
        t ->
            t.loose(6)
                .add(
                    Pads.choir(0.02, 0, 1),
                    Part.line(
                            "-:1 E4:0.5/0.35 -:0.5 >G4:1/0.8 -:1 | -:0.5 D4:0.5/0.3 E4:0.5/0.35 -:0.5"
                                + " B3:1.5/1.2 -:0.5")
                        .swung(SWING),
                    0)
                .through(
                    Effects.sampler(11, 16_000),
                    Effects.wow(10, s.seconds(8)),
                    new Room(0.9, 3000, 0.15)));
  }
}
