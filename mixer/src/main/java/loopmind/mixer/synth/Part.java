package loopmind.mixer.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * What one instrument plays, in beats.
 *
 * @param notes in any order
 * @param beats length of the whole part, more than 0
 */
record Part(List<Note> notes, double beats) {

  private static final String LETTERS = "C D EF G A B";
  private static final double STEP = 0.25;

  Part {
    notes = List.copyOf(notes);
  }

  /**
   * A rhythm, one sign a sixteenth: {@code X} hard, {@code x} normal, {@code o} soft, {@code .}
   * ghost, {@code -} nothing; {@code r} two, {@code t} three and {@code q} four equal strokes in
   * one sixteenth, {@code f} a flam. Spaces and bar lines are free.
   */
  static Part rhythm(String signs) {
    List<Note> notes = new ArrayList<>();
    int step = 0;
    for (char sign : signs.toCharArray()) {
      if (sign == ' ' || sign == '|') {
        continue;
      }
      addStrokes(notes, sign, step * STEP);
      step++;
    }
    return new Part(notes, step * STEP);
  }

  private static void addStrokes(List<Note> notes, char sign, double beat) {
    switch (sign) {
      case 'X' -> notes.add(stroke(beat, 1));
      case 'x' -> notes.add(stroke(beat, 0.78));
      case 'o' -> notes.add(stroke(beat, 0.5));
      case '.' -> notes.add(stroke(beat, 0.28));
      case 'r' -> addRoll(notes, beat, 2);
      case 't' -> addRoll(notes, beat, 3);
      case 'q' -> addRoll(notes, beat, 4);
      case 'f' -> {
        notes.add(stroke(beat, 0.4));
        notes.add(stroke(beat + 0.05, 0.9));
      }
      case '-' -> {}
      default -> throw new IllegalArgumentException("A rhythm has no sign '%s'.".formatted(sign));
    }
  }

  private static void addRoll(List<Note> notes, double beat, int strokes) {
    for (int i = 0; i < strokes; i++) {
      notes.add(stroke(beat + i * STEP / strokes, 0.45 + 0.3 * i / strokes));
    }
  }

  private static Note stroke(double beat, double velocity) {
    return new Note(beat, STEP, 60, 60, velocity);
  }

  /**
   * A line of notes, one after the other: {@code Eb3:1.5} is an E flat for a beat and a half,
   * {@code C3+Eb3+G3:4} a chord, {@code -:2} a rest; {@code >G2:1} slides there from the note
   * before; {@code !} in front is an accent, {@code ~} soft; {@code C3:1/0.5} sounds for half a
   * beat of its one.
   */
  static Part line(String words) {
    List<Note> notes = new ArrayList<>();
    double beat = 0;
    double last = Double.NaN;
    for (String word : words.trim().split("\\s+")) {
      if (word.equals("|")) {
        continue;
      }
      String[] halves = word.split(":");
      String[] lengths = halves[1].split("/");
      double length = Double.parseDouble(lengths[0]);
      double held = lengths.length > 1 ? Double.parseDouble(lengths[1]) : length;
      String names = halves[0].replaceAll("[!~>]", "");
      if (!names.equals("-")) {
        double velocity = word.startsWith("!") ? 1 : word.startsWith("~") ? 0.5 : 0.78;
        for (String name : names.split("\\+")) {
          double pitch = pitch(name);
          double from = halves[0].contains(">") ? last : pitch;
          notes.add(new Note(beat, held, pitch, from, velocity));
          last = pitch;
        }
      }
      beat += length;
    }
    return new Part(notes, beat);
  }

  /** The pitch of a name such as {@code F#3}; C4 is 60. */
  static int pitch(String name) {
    int pitch = LETTERS.indexOf(name.charAt(0));
    int at = 1;
    for (; at < name.length() && (name.charAt(at) == '#' || name.charAt(at) == 'b'); at++) {
      pitch += name.charAt(at) == '#' ? 1 : -1;
    }
    return pitch + 12 * (Integer.parseInt(name.substring(at)) + 1);
  }

  /** This part, then the other. */
  Part then(Part next) {
    List<Note> all = new ArrayList<>(notes);
    next.notes.forEach(note -> all.add(note.at(note.beat() + beats)));
    return new Part(all, beats + next.beats);
  }

  /** This part, so many times. */
  Part times(int count) {
    Part all = this;
    for (int i = 1; i < count; i++) {
      all = all.then(this);
    }
    return all;
  }

  /** This part and the other at once; as long as this one. */
  Part with(Part other) {
    List<Note> all = new ArrayList<>(notes);
    all.addAll(other.notes);
    return new Part(all, beats);
  }

  /** The same, so many semitones higher. */
  Part up(double semitones) {
    return new Part(
        notes.stream()
            .map(
                n ->
                    new Note(
                        n.beat(),
                        n.beats(),
                        n.pitch() + semitones,
                        n.from() + semitones,
                        n.velocity()))
            .toList(),
        beats);
  }

  /** The same in half the time. */
  Part squeezed() {
    return new Part(
        notes.stream()
            .map(n -> new Note(n.beat() / 2, n.beats() / 2, n.pitch(), n.from(), n.velocity()))
            .toList(),
        beats / 2);
  }

  /** The notes of every chord one after the other, {@code step} beats each, up and around. */
  Part arpeggio(double step, int... order) {
    List<Note> all = new ArrayList<>();
    double[] starts = notes.stream().mapToDouble(Note::beat).distinct().sorted().toArray();
    for (int i = 0; i < starts.length; i++) {
      double start = starts[i];
      double end = i + 1 < starts.length ? starts[i + 1] : beats;
      double[] chord =
          notes.stream().filter(n -> n.beat() == start).mapToDouble(Note::pitch).sorted().toArray();
      int count = 0;
      for (double beat = start; beat < end - 1e-9; beat += step) {
        int of = order[count % order.length];
        if (of >= 0) {
          double pitch = chord[of % chord.length] + 12.0 * (of / chord.length);
          double velocity = count % 4 == 0 ? 0.9 : 0.65;
          all.add(new Note(beat, step * 0.9, pitch, pitch, velocity));
        }
        count++;
      }
    }
    return new Part(all, beats);
  }

  /** Every second sixteenth later: 0.5 is straight, 0.66 a triplet. */
  Part swung(double share) {
    return new Part(
        notes.stream()
            .map(
                n -> {
                  double inPair = n.beat() % 0.5;
                  double bent =
                      inPair < 0.25
                          ? inPair * share / 0.5
                          : 0.5 - (0.5 - inPair) * (1 - share) / 0.5;
                  return n.at(n.beat() - inPair + bent);
                })
            .toList(),
        beats);
  }
}
