package loopmind.library.track;

import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.Seconds;
import loopmind.library.bars.TrackPart;

/**
 * What was heard in a track.
 *
 * @param length of the whole
 * @param tempo empty where nothing beats
 * @param otherTempi further readings of the beat, at half and at double, the likelier first
 * @param key empty where no notes are heard
 * @param loudness integrated
 * @param spectrum mean of the whole
 * @param firstBar where its first whole bar begins
 * @param parts in order, without gaps; empty where there is no tempo or fewer than two bars
 */
public record TrackFacts(
    Seconds length,
    Optional<Bpm> tempo,
    List<Bpm> otherTempi,
    Optional<MusicalKey> key,
    Lufs loudness,
    SpectralProfile spectrum,
    Seconds firstBar,
    List<TrackPart> parts) {

  public TrackFacts {
    otherTempi = List.copyOf(otherTempi);
    parts = List.copyOf(parts);
  }
}
