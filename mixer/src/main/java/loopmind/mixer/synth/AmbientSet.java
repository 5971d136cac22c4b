package loopmind.mixer.synth;

import java.util.List;

/** Ambient at 84 in D major: glass, strings, far bells, a heartbeat, rain. */
final class AmbientSet {

  private static final String CHORDS = "D3+A3+D4+F#4:4 B2+F#3+D4+E4:4 G2+D3+B3+D4:4 A2+E3+A3+C#4:4";

  private final Session s = new Session("ambient", 84);

  List<Recipe> recipes() {
    harmony();
    tops();
    low();
    return s.recipes();
  }

  private void harmony() {
    s.stereo(
        "Ambient_Pad_Glacier_84_D",
        16,
        -3,
        t ->
            t.add(Pads.glass(1), Part.line(CHORDS), 0)
                .through(Effects.lowPass(4200), new Room(3.2, 2600, 0.3)));
    s.mono(
        "Ambient_Choir_Cloister_84_D",
        16,
        -3,
        t ->
            t.add(Pads.choir(0.9, 3, 0), Part.line("F#4+A4:4 F#4+B4:4 G4+B4:4 E4+A4:4"), 0)
                .through(Effects.lowPass(3600), new Room(3.4, 2400, 0.35)));
  }

  private void tops() {
    s.mono(
        "Ambient_Piano_Snowfall_84_D",
        16,
        -3,
        t ->
            t.loose(14)
                .add(
                    Keys.piano(2),
                    Part.line(
                        "A4:1 F#5:1 E5:2 | D5:1.5 B4:0.5 F#4:2 | B4:1 D5:1 G5:1.5 F#5:0.5 | E5:1.5 C#5:0.5 A4:2"),
                    0)
                .through(Effects.lowPass(4200), new Room(3, 2600, 0.35)));
    s.mono(
        "Ambient_Bells_Distance_84_D",
        16,
        -3,
        t ->
            t.loose(12)
                .add(
                    Plucks.bell(2.76, 0.8, 1.2),
                    Part.line("F#5:1.5 A5:2.5 D5:1.5 E5:2.5 B5:1.5 G5:2.5 E5:1.5 C#5:2.5"),
                    0)
                .through(
                    Effects.lowPass(5000),
                    Effects.echo(s.seconds(1.5), 0.45, 0.35),
                    new Room(3, 2800, 0.3)));
  }

  private void low() {
    s.mono(
        "Ambient_Bass_Depth_84_D",
        16,
        -2,
        t ->
            t.add(Basses.sub(), Part.line("D2:4/3.8 B1:4/3.8 G1:4/3.8 A1:4/3.8"), 0)
                .through(Effects.lowPass(500)));
    s.mono(
        "Ambient_Drums_Heartbeat_84",
        8,
        -2,
        t ->
            t.loose(8)
                .add(Kicks.soft(), Part.rhythm("X--o------------"), 0)
                .add(Cymbals.shaker(4200), Part.rhythm("--o---.---o---.-"), -11)
                .add(Snares.brush(), Part.rhythm("------------o---"), -8)
                .through(new Room(1.8, 3000, 0.25)));
    s.mono(
        "Ambient_Perc_Pebbles_84",
        8,
        -3,
        t ->
            t.loose(12)
                .add(HandDrums.wood(), Part.rhythm("--o--.----x---.-|---o--x-----o---").up(18), 0)
                .add(Plucks.kalimba(), Part.line("-:3 D5:1 -:2 A4:1 -:1"), -8)
                .through(new Room(2.2, 3000, 0.3)));
    s.mono("Ambient_Rain_Garden_84", 4, -6, t -> t.add(Textures.rain(), Part.line("C4:4/4.2"), 0));
  }
}
