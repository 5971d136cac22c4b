package loopmind.mixer.synth;

/**
 * A note of a part.
 *
 * @param beat where it begins
 * @param beats how long it is held
 * @param pitch in semitones, 69 is the A of 440 Hz
 * @param from the pitch it slides from; the same as {@code pitch} where it does not
 * @param velocity above 0 to 1
 */
record Note(double beat, double beats, double pitch, double from, double velocity) {

  Note at(double start) {
    return new Note(start, beats, pitch, from, velocity);
  }
}
