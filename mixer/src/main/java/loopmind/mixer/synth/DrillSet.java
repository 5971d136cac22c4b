package loopmind.mixer.synth;

import java.util.List;

/** Drill at 142 in F sharp minor: late snares, triplet hats, an 808 that slides. */
final class DrillSet {

  private static final String CHORDS = "F#3+A3+C#4:4 D3+A3+D4+F#4:4 F#3+A3+C#4:4 C#3+G#3+B3+F4:4";
  private static final String SNARE = "------X---------|----X-------X---";

  private final Session s = new Session("drill", 142);

  List<Recipe> recipes() {
    drums();
    low();
    harmony();
    tops();
    return s.recipes();
  }

  private void drums() {
    s.mono(
        "Drill_Drums_Blockwork_142",
        8,
        -1,
        t ->
            t.add(Kicks.trap(), Part.rhythm("X---------x--x--|--x-----x--x----"), 0)
                .add(Snares.trap(), Part.rhythm(SNARE), -1)
                .add(Snares.clap(1700, 0.06), Part.rhythm(SNARE), -5)
                .add(Cymbals.closed(), Part.rhythm("x--x--x-x--x--xo|x--x--x-x--x-txo"), -9)
                .add(Snares.rim(), Part.rhythm("----------o---o-|--o---------o--."), -12)
                .through(Effects.drive(1.4)));
    s.mono(
        "Drill_HiHats_Triplet_142",
        8,
        -3,
        t ->
            t.add(Cymbals.closed(), Part.rhythm("x--x--x-x-tx--x-|x--x--x-t--x--qr"), 0)
                .add(Cymbals.shaker(6500), Part.rhythm("--o---o---o---o-"), -7));
    s.mono(
        "Drill_Perc_Alley_142",
        8,
        -2,
        t ->
            t.add(HandDrums.conga(), Part.rhythm("---o--x-------o-|---o--x----x-o--").up(4), 0)
                .add(HandDrums.wood(), Part.rhythm("x--o------x-----|x--o---------x--").up(19), -5)
                .through(new Room(0.9, 4000, 0.15)));
  }

  private void low() {
    s.mono(
        "Drill_808_Slider_142_F#m",
        16,
        -1,
        t ->
            t.add(
                Basses.eightOhEight(0.85, 2.4),
                Part.line(
                    "!F#1:2.5 F#1:0.75 >F#2:0.75 !D2:2 >A1:1.25 >D2:0.75"
                        + " !F#1:2.5 F#1:0.75 >A1:0.75 !C#2:1.5 >G#1:1 >C#2:0.75 >C#1:0.75"),
                0));
    s.mono(
        "Drill_808_Lurker_142_F#m",
        16,
        -1,
        t ->
            t.add(
                Basses.eightOhEight(0.6, 3.5),
                Part.line(
                    "!F#1:0.75 -:1.75 F#1:0.75 >A1:0.75 !D2:0.75 -:1.25 D2:1 >C#2:1"
                        + " !F#1:0.75 -:1.75 F#1:0.75 >C#2:0.75 !C#2:0.75 -:0.75 C#2:1 >F2:0.75 >C#2:0.75"),
                0));
  }

  private void harmony() {
    s.mono(
        "Drill_Piano_Nocturne_142_F#m",
        16,
        -3,
        t ->
            t.add(Keys.piano(1.3), Part.line(CHORDS).arpeggio(0.5, 0, 1, 2, 1, 3, 2, 1, 2), 0)
                .add(
                    Keys.piano(1.5),
                    Part.line("C#5:3 B4:1 A4:3 F#4:1 C#5:3 A4:1 B4:2 G#4:1 F4:1"),
                    -3)
                .through(new Room(2, 3000, 0.2)));
    s.mono(
        "Drill_Choir_Cathedral_142_F#m",
        16,
        -3,
        t ->
            t.add(Pads.choir(0.4, 3, 0), Part.line(CHORDS).up(12), 0)
                .through(Effects.highPass(150), new Room(2.6, 3000, 0.3)));
    s.mono(
        "Drill_Pad_Undertow_142_F#m",
        16,
        -3,
        t ->
            t.add(Pads.saws(0.5, 750, 0.7), Part.line(CHORDS), 0)
                .through(Effects.highPass(100), new Room(2.2, 2200, 0.2)));
  }

  private void tops() {
    s.mono(
        "Drill_Strings_Pizz_142_F#m",
        16,
        -3,
        t ->
            t.add(
                    Plucks.string(0.55, 1.2),
                    Part.line(
                        "F#4:0.75 A4:0.75 C#5:0.5 -:1 C#5:0.5 A4:0.5 | D4:0.75 F#4:0.75 A4:0.5"
                            + " -:1 A4:0.5 F#4:0.5 | F#4:0.75 A4:0.75 C#5:0.5 -:1 A4:0.5 F#4:0.5 |"
                            + " G#4:0.75 B4:0.75 C#5:0.5 -:1 B4:0.5 G#4:0.5"),
                    0)
                .through(new Room(1.2, 4200, 0.15)));
    s.mono(
        "Drill_Lead_Siren_142_F#m",
        16,
        -3,
        t ->
            t.add(
                    Plucks.lead(2200, 0.2),
                    Part.line(
                        "C#5:1.5 >D5:0.5 C#5:1 -:1 | A4:1.5 >B4:0.5 A4:1 -:1 |"
                            + " F#4:1.5 >A4:0.5 >C#5:1.5 -:0.5 | >C#5:1.5 B4:0.5 >G#4:1.5 -:0.5"),
                    0)
                .through(Effects.echo(s.seconds(0.75), 0.35, 0.25), new Room(1.6, 3200, 0.12)));
    s.mono(
        "Drill_Vox_Ghost_142_F#m",
        16,
        -3,
        t ->
            t.add(
                    Pads.choir(0.015, 0, 2),
                    Part.line(
                        "C#4:0.5/0.3 -:0.25 C#4:0.5/0.3 >E4:0.75/0.6 -:2 | -:2 D4:0.75/0.4"
                            + " >C#4:0.75/0.4 A3:0.5/0.4 | C#4:0.5/0.3 -:0.25 C#4:0.5/0.3 >A4:0.75/0.6"
                            + " -:2 | -:2 C#4:0.75/0.4 B3:0.75/0.4 G#3:0.5/0.4"),
                    0)
                .through(Effects.echo(s.seconds(0.5), 0.4, 0.3), new Room(1.4, 3200, 0.15)));
  }
}
