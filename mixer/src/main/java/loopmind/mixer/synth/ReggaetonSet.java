package loopmind.mixer.synth;

import java.util.List;

/** Reggaeton at 95 in B flat minor: the dembow, plucks, a round bass. */
final class ReggaetonSet {

  private static final String CHORDS = "Bb2+F3+Bb3+Db4:4 F2+C3+A3+Eb4:4";

  private final Session s = new Session("reggaeton", 95);

  List<Recipe> recipes() {
    drums();
    low();
    harmony();
    tops();
    return s.recipes();
  }

  private void drums() {
    Part dembow = Part.rhythm("---x--x----x--x-");
    s.mono(
        "Reggaeton_Drums_Dembow_95",
        4,
        -1,
        t ->
            t.add(Kicks.house(), Part.rhythm("X---X---X---X---"), 0)
                .add(Snares.house(), dembow, -2)
                .add(Snares.rim(), dembow, -7)
                .add(Cymbals.closed(), Part.rhythm("x-o-x-o-x-o-x-o-"), -13)
                .through(Effects.drive(1.5)));
    s.mono(
        "Reggaeton_Drums_Malecon_95",
        8,
        -1,
        t ->
            t.loose(2)
                .add(Kicks.trap(), Part.rhythm("X---x---X---x---|X---x---X--xx---"), 0)
                .add(Snares.trap(), Part.rhythm("---x--x----x--x-|---x--x----x--xr"), -2)
                .add(Snares.clap(1300, 0.06), Part.rhythm("------x-------x-"), -6)
                .add(Cymbals.shaker(6200), Part.rhythm("xoxoxoxoxoxoxoxo"), -12)
                .through(Effects.drive(1.4)));
    s.mono(
        "Reggaeton_HiHats_Brisa_95",
        4,
        -3,
        t ->
            t.add(Cymbals.closed(), Part.rhythm("x-oxx-oxx-oxx-ro"), 0)
                .add(Cymbals.open(), Part.rhythm("--------------o-"), -4));
    s.mono(
        "Reggaeton_Perc_Timbal_95",
        8,
        -2,
        t ->
            t.loose(4)
                .add(HandDrums.conga(), Part.rhythm("x--x--x-x--x--xo|x--x--x-xx-x-xx-").up(5), 0)
                .add(HandDrums.cowbell(), Part.rhythm("x---o---x---o---").up(14), -9)
                .add(HandDrums.wood(), Part.rhythm("x--x--x---x-x---").up(24), -8)
                .through(new Room(0.7, 4500, 0.12)));
    s.mono(
        "Reggaeton_DrumFill_Calle_95",
        4,
        -1,
        t ->
            t.add(Kicks.house(), Part.rhythm("X---X-----------"), 0)
                .add(Snares.house(), Part.rhythm("---x--x-x-xxxrqq"), -2)
                .add(HandDrums.bongo(), Part.rhythm("--------x-x-x-xx").up(12), -7));
  }

  private void low() {
    s.mono(
        "Reggaeton_Bass_Playa_95_Bbm",
        8,
        -2,
        t ->
            t.add(
                Basses.sub(),
                Part.line(
                    "!Bb1:0.75 Bb1:0.75 -:0.5 Bb1:0.75 F1:0.75 Bb1:0.5 | !F1:0.75 F1:0.75 -:0.5 F1:0.75 C2:0.75 A1:0.5"),
                0));
    s.mono(
        "Reggaeton_808_Fuego_95_Bbm",
        8,
        -1,
        t ->
            t.add(
                Basses.eightOhEight(0.7, 2.6),
                Part.line("!Bb1:1.5 Bb1:1.5 >F2:1 | !F1:1.5 F1:1.5 >C2:1"),
                0));
  }

  private void harmony() {
    s.mono(
        "Reggaeton_Pluck_Coral_95_Bbm",
        8,
        -3,
        t ->
            t.add(
                    Plucks.saw(2600, 0.12),
                    Part.line(CHORDS)
                        .up(12)
                        .arpeggio(0.25, 1, -1, -1, 2, -1, -1, 3, -1, 1, -1, -1, 2, -1, 3, 2, -1),
                    0)
                .through(Effects.echo(s.seconds(0.75), 0.3, 0.18), new Room(1.2, 3600, 0.12)));
    s.mono(
        "Reggaeton_Keys_Noche_95_Bbm",
        8,
        -3,
        t ->
            t.add(Keys.tines(1.1, 4), Part.line(CHORDS), 0)
                .through(Effects.chorus(0.25, s.seconds(8)), new Room(1.4, 3200, 0.15)));
    s.stereo(
        "Reggaeton_Pad_Marea_95_Bbm",
        8,
        -3,
        t ->
            t.add(Pads.saws(0.5, 1200, 0.7), Part.line(CHORDS), 0)
                .through(Effects.highPass(130), new Room(2, 2600, 0.22)));
  }

  private void tops() {
    s.mono(
        "Reggaeton_Guitar_Arena_95_Bbm",
        8,
        -3,
        t ->
            t.loose(5)
                .add(
                    Plucks.string(0.6, 2),
                    Part.line(
                        "F4:0.75 Bb4:0.75 Db5:0.5 C5:0.75 Bb4:1.25 | Eb5:0.75 C5:0.75 A4:0.5 C5:0.75 F4:1.25"),
                    0)
                .through(new Room(1.3, 4000, 0.15)));
    s.mono(
        "Reggaeton_Marimba_Verano_95_Bbm",
        8,
        -3,
        t ->
            t.loose(3)
                .add(
                    Plucks.marimba(),
                    Part.line(
                        "Db5:0.5 F5:0.25 Db5:0.75 Bb4:0.5 -:2 | Eb5:0.5 C5:0.25 Eb5:0.75 A4:0.5 -:2"),
                    0)
                .through(new Room(1, 4500, 0.15)));
    s.mono(
        "Reggaeton_Vox_Oye_95_Bbm",
        8,
        -3,
        t ->
            t.add(
                    Pads.choir(0.012, 1, 2),
                    Part.line(
                        "-:0.75 F4:0.75/0.5 Db4:0.5/0.35 -:2 | -:0.75 F4:0.75/0.5 >Gb4:0.5/0.4 F4:0.75/0.5 Db4:1.25/0.8"),
                    0)
                .through(Effects.echo(s.seconds(0.75), 0.35, 0.22), new Room(1.2, 3400, 0.14)));
  }
}
