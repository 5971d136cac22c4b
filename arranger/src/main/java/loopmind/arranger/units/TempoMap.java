package loopmind.arranger.units;

/**
 * The one place that turns bars and beats into seconds and frames and back. One tempo and one meter
 * for the whole song.
 *
 * <p>Every position is rounded to a frame on its own, counted from the start of the song: rounding
 * errors never add up, and two things on the same beat fall on the same frame.
 *
 * @param tempo the tempo of the song
 * @param beatsPerBar 1 to 16
 * @param rate of the sound that is made
 */
public record TempoMap(Bpm tempo, int beatsPerBar, SampleRate rate) {

  public TempoMap {
    if (beatsPerBar < 1 || beatsPerBar > 16) {
      throw new IllegalArgumentException(
          "A bar has 1 to 16 beats, but was given %d.".formatted(beatsPerBar));
    }
  }

  public Seconds secondsAt(BeatPosition position) {
    return new Seconds(position.value() * 60 / tempo.value());
  }

  public Frames framesAt(BeatPosition position) {
    return new Frames(Math.round(position.value() * 60 * rate.hz() / tempo.value()));
  }

  /**
   * The frames from {@code start} to {@code length} after it, both rounded from the song's start.
   */
  public Frames framesOf(BeatPosition start, Beats length) {
    return framesAt(start.plus(length)).minus(framesAt(start));
  }

  public BeatPosition positionAt(Seconds time) {
    return new BeatPosition(time.value() * tempo.value() / 60);
  }

  public BeatPosition startOfBar(int bar) {
    return new BeatPosition((double) bar * beatsPerBar);
  }

  public Beats beatsOf(Bars bars) {
    return bars.beats(beatsPerBar);
  }

  public Seconds secondsOf(Bars bars) {
    return tempo.lengthOf(beatsOf(bars));
  }
}
