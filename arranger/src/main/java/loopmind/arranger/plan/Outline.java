package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.Role;

/**
 * A song as far as the network knows it.
 *
 * @param tradition who wrote the section names, one of {@link OutlineFeatures#TRADITIONS}; others
 *     count as not known
 * @param genres tags; those the network does not know are passed over
 * @param bpm beats a minute; 0 where not known
 * @param beatsPerBar more than 0; a beat is a quarter, or a dotted quarter in 6/8, 9/8 and 12/8
 * @param past the sections behind, in order
 * @param askedBars length wished for the whole song; 0 for no wish
 * @param atHand which roles there are sounds for; a role without an entry is not known
 */
record Outline(
    String tradition,
    List<String> genres,
    double bpm,
    double beatsPerBar,
    List<PastSection> past,
    int askedBars,
    Map<Role, Boolean> atHand) {

  Outline {
    genres = List.copyOf(genres);
    past = List.copyOf(past);
    atHand = Map.copyOf(atHand);
    if (!(beatsPerBar > 0) || !(bpm >= 0)) {
      throw new IllegalArgumentException(
          "An outline needs beats in a bar and a tempo, but was given %s and %s."
              .formatted(beatsPerBar, bpm));
    }
  }

  /** The same song, one section further. */
  Outline then(PastSection next) {
    List<PastSection> longer = new ArrayList<>(past);
    longer.add(next);
    return new Outline(tradition, genres, bpm, beatsPerBar, longer, askedBars, atHand);
  }

  int barsSoFar() {
    return past.stream().mapToInt(PastSection::bars).sum();
  }
}
