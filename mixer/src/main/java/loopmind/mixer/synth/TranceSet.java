package loopmind.mixer.synth;

import java.util.List;

/** Trance at 138 in B minor: rolling bass between the kicks, supersaws, long arpeggios. */
final class TranceSet {

  private static final String CHORDS =
      "B2+F#3+B3+D4+F#4:4 G2+D3+B3+D4+G4:4 B2+F#3+B3+D4+F#4:4 F#2+C#3+A#3+C#4+F#4:4";

  private final Session s = new Session("trance", 138);

  List<Recipe> recipes() {
    drums();
    low();
    harmony();
    tops();
    return s.recipes();
  }

  private void drums() {
    Part floor = Part.rhythm("X---X---X---X---");
    s.mono(
        "Trance_Drums_Runway_138",
        4,
        -1,
        t ->
            t.add(Kicks.trance(), floor, 0)
                .add(Snares.clap(1500, 0.09), Part.rhythm("----X-------X---"), -5)
                .add(Cymbals.open(), Part.rhythm("--x---x---x---x-"), -9)
                .add(Cymbals.tight(), Part.rhythm("x-oxx-oxx-oxx-ox"), -14)
                .through(Effects.drive(1.4)));
    s.mono(
        "Trance_Drums_Altitude_138",
        8,
        -1,
        t ->
            t.add(Kicks.trance(), floor, 0)
                .add(Snares.house(), Part.rhythm("----X-------X---|----X-------X--x"), -5)
                .add(Cymbals.open(), Part.rhythm("--x---x---x---x-"), -9)
                .add(Cymbals.ride(), Part.rhythm("x---x---x---x---"), -13)
                .add(Cymbals.shaker(8000), Part.rhythm("xoxoxoxoxoxoxoxo"), -15)
                .through(Effects.drive(1.4)));
    s.mono(
        "Trance_Tops_Jetstream_138",
        4,
        -3,
        t ->
            t.add(Cymbals.open(), Part.rhythm("--x---x---x---x-"), 0)
                .add(Cymbals.tight(), Part.rhythm("xoxoxoxoxoxoxoxo"), -6)
                .add(Snares.snap(), Part.rhythm("-------o------o-"), -6));
    s.mono(
        "Trance_SnareRoll_Ascent_138",
        8,
        -1,
        t ->
            t.add(Snares.house(), Part.rhythm("x---x---x-x-x-x-|xxxxxxxxrrrrrrrr"), 0)
                .add(Snares.clap(1500, 0.06), Part.rhythm("--------x---x---|x-x-x-x-xxxxxxxx"), -5)
                .through(new Room(0.9, 5000, 0.12)));
    s.mono(
        "Trance_Perc_Prism_138",
        8,
        -2,
        t ->
            t.add(HandDrums.bongo(), Part.rhythm("--xo--x---xo-x--|--xo--x---xoxxo-").up(14), 0)
                .add(HandDrums.cowbell(), Part.rhythm("----o-------o---").up(19), -10)
                .through(new Room(0.8, 4500, 0.14)));
  }

  private void low() {
    Part root = Part.line("-:0.25 B1:0.25/0.2 B1:0.25/0.2 B1:0.25/0.2").times(4);
    s.mono(
        "Trance_Bass_Rolling_138_Bm",
        16,
        -2,
        t ->
            t.add(
                Basses.pluck(1500, 0.06), root.then(root.up(-4)).then(root).then(root.up(-5)), 0));
    Part off = Part.line("-:0.5 B1:0.5/0.35").times(4);
    s.mono(
        "Trance_Bass_Offbeat_138_Bm",
        16,
        -2,
        t -> t.add(Basses.pluck(900, 0.1), off.then(off.up(-4)).then(off).then(off.up(-5)), 0));
  }

  private void harmony() {
    s.stereo(
        "Trance_Supersaw_Zenith_138_Bm",
        16,
        -3,
        t ->
            t.add(Pads.saws(0.01, 3400, 0.9), Part.line(CHORDS), 0)
                .through(
                    Effects.highPass(130), new Room(1.8, 3600, 0.16), Effects.pump(s.bpm(), 0.75)));
    s.mono(
        "Trance_Pad_Aurora_138_Bm",
        16,
        -3,
        t ->
            t.add(Pads.saws(0.8, 1300, 0.9), Part.line(CHORDS), 0)
                .add(Pads.choir(0.5, 0, 3), Part.line("F#4:4 G4:4 F#4:4 C#4:4"), -8)
                .through(Effects.highPass(130), new Room(2.8, 2800, 0.28)));
  }

  private void tops() {
    s.mono(
        "Trance_Arp_Lattice_138_Bm",
        16,
        -3,
        t ->
            t.add(
                    Plucks.saw(3600, 0.08),
                    Part.line("B3+D4+F#4:4 B3+D4+G4:4 B3+D4+F#4:4 A#3+C#4+F#4:4")
                        .arpeggio(0.25, 0, 3, 1, 4, 2, 5, 4, 1),
                    0)
                .through(Effects.echo(s.seconds(0.75), 0.45, 0.25), new Room(1.6, 3600, 0.12)));
    s.mono(
        "Trance_Lead_Meridian_138_Bm",
        16,
        -3,
        t ->
            t.add(
                    Plucks.superLead(4200),
                    Part.line(
                        "F#5:0.75 F#5:0.75 E5:0.5 D5:1 F#5:1 | G5:0.75 G5:0.75 F#5:0.5 D5:1 B4:1 |"
                            + " B5:0.75 B5:0.75 F#5:0.5 D5:1 B4:1 | C#5:0.75 C#5:0.75 D5:0.5 C#5:1 A#4:1"),
                    0)
                .through(Effects.echo(s.seconds(0.75), 0.4, 0.25), new Room(1.8, 3800, 0.14)));
    s.mono(
        "Trance_Vox_Halo_138_Bm",
        16,
        -3,
        t ->
            t.add(
                    Pads.choir(0.12, 0, 3),
                    Part.line("F#4:3 -:1 G4:3 -:1 B4:2 >F#4:1 -:1 C#4:3 -:1"),
                    0)
                .through(Effects.echo(s.seconds(1.5), 0.35, 0.25), new Room(2.4, 3200, 0.25)));
  }
}
