package loopmind.mixer.synth;

import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.units.Bpm;
import loopmind.mixer.audio.AudioBuffer;

/**
 * Short loops whose every note is known, at any tempo: the same piece at another tempo is what a
 * perfect change of tempo would make of it.
 */
public final class Etude {

  /** How many different pieces there are of either sort. */
  public static final int COUNT = 24;

  /** How long each piece is. */
  public static final double BEATS = 8;

  private static final int HZ = 44_100;
  private static final double PEAK_DB = -2;

  private static final String[] KICKS = {
    "X---X---X---X---", "X-----x-X-x-----", "X--x----X-x---x-", "X-x-------x--x--"
  };
  private static final String[] SNARES = {"----X-------X---", "----X--.-.--X--o"};
  private static final String[] HATS = {
    "x-o-x-o-x-o-x-o-", "xooxoxoxxooxoxox", "--x---x---x---x-", "x-x-xxx-x-x-x-r-"
  };
  private static final String[] CHORDS = {
    "C3+Eb4+G4+Bb4:2 Ab2+Eb4+G4+C5:2 F3+Eb4+Ab4+C5:2 G3+D4+F4+B4:2",
    "D3+F4+A4+C5:4 G3+F4+A4+B4:4",
    "A3+C4+E4+A4:2 F3+C4+F4+A4:2 C3+C4+E4+G4:2 G3+B3+D4+G4:2"
  };
  private static final String[] LINES = {
    "C5:1 Eb5:0.5 D5:0.5 C5:1 G4:1 Ab4:0.5 Bb4:0.5 C5:1 D5:1 G4:1",
    "A4:0.5 C5:0.5 E5:1 D5:0.5 C5:0.5 B4:1 A4:1 G4:0.5 E4:0.5 A4:2",
    "D4:0.75 F4:0.75 A4:0.5 C5:2 B4:0.75 A4:0.75 G4:0.5 F4:1 E4:1"
  };

  private Etude() {}

  /**
   * Drums alone.
   *
   * @param piece 0 to {@link #COUNT} − 1
   */
  public static AudioBuffer drums(int piece, Bpm tempo) {
    Voice[] kicks = {Kicks.trap(), Kicks.house(), Kicks.breaks(), Kicks.dusty()};
    Voice[] snares = {Snares.trap(), Snares.clap(1200, 0.07), Snares.breaks(), Snares.rim()};
    Voice[] hats = {Cymbals.closed(), Cymbals.tight(), Cymbals.dusty(), Cymbals.open()};
    Voice[] voices = {
      kicks[piece % 4], snares[(piece / 3) % 4], hats[(piece / 4) % 4], HandDrums.conga()
    };
    double[] gainDb = {0, -2, -9, -7};
    List<Part> parts = drumParts(piece);
    var take = new Take(1, tempo.value(), BEATS, HZ, piece);
    for (int i = 0; i < parts.size(); i++) {
      take.add(voices[i], parts.get(i), gainDb[i]);
    }
    return take.at(PEAK_DB);
  }

  private static List<Part> drumParts(int piece) {
    List<Part> parts =
        new ArrayList<>(
            List.of(
                Part.rhythm(KICKS[(piece / 2) % 4]),
                Part.rhythm(SNARES[piece % 2]),
                Part.rhythm(HATS[(piece + piece / 4) % 4])));
    if (piece % 3 == 0) {
      parts.add(Part.rhythm("---x--o----x-xo-").up(3));
    }
    return parts;
  }

  /** Where the strokes of a piece of {@link #drums} lie, in beats, each place once, in order. */
  public static double[] strokesOfDrums(int piece) {
    Part bar = drumParts(piece).stream().reduce(Part::with).orElseThrow();
    return bar.then(bar).notes().stream().mapToDouble(Note::beat).distinct().sorted().toArray();
  }

  /**
   * Chords, lines or basses.
   *
   * @param piece 0 to {@link #COUNT} − 1
   */
  public static AudioBuffer tones(int piece, Bpm tempo) {
    Voice[] held = {
      Pads.saws(0.3, 1800, 0.7),
      Keys.tines(1.4, 4),
      Pads.strings(0.15),
      Keys.organ(5.5),
      Keys.piano(1.3),
      Pads.glass(0.2)
    };
    Voice[] lines = {
      Plucks.flute(), Plucks.lead(2600, 0.4), Plucks.string(0.6, 3), Plucks.bell(3.5, 1.5, 0.8)
    };
    Voice[] low = {Basses.sub(), Basses.upright(), Basses.fm(2, 1.5), Basses.reese(700)};
    var take = new Take(1, tempo.value(), BEATS, HZ, 100L + piece);
    switch (piece % 3) {
      case 0 -> take.add(held[(piece / 3) % 6], Part.line(CHORDS[(piece / 6) % 3]), 0);
      case 1 -> take.add(lines[(piece / 3) % 4], Part.line(LINES[(piece / 6) % 3]), 0);
      default -> take.add(low[(piece / 3) % 4], Part.line(LINES[(piece / 6) % 3]).up(-29), 0);
    }
    return take.at(PEAK_DB);
  }
}
