package loopmind.library.bars;

/**
 * A part of a track, between two places where it changes.
 *
 * @param startBar counted from 0, the first whole bar of the track
 * @param bars its length, 1 or more
 * @param energy 0 (calm) to 1, by how loud and how busy it is beside the other parts
 * @param likeness parts of the same number sound alike; counted from 0 in order of appearance
 */
public record TrackPart(int startBar, int bars, double energy, int likeness) {

  public TrackPart {
    if (startBar < 0 || bars < 1 || !(energy >= 0 && energy <= 1)) {
      throw new IllegalArgumentException(
          "A part would start at bar %d, last %d bars and have an energy of %s."
              .formatted(startBar, bars, energy));
    }
  }
}
