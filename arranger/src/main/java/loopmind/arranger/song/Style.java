package loopmind.arranger.song;

import java.util.List;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Lufs;

/**
 * What is usual in a genre: the frame that a request leaves open is filled from here.
 *
 * @param name one lower-case form, such as {@code drum and bass}
 * @param otherNames other spellings and close sub-genres that people say
 * @param description a line of plain words, by which unknown styles find their nearest
 * @param slowest of the usual tempo range
 * @param usual tempo where nothing else is known
 * @param fastest of the usual tempo range, not below {@code slowest}
 * @param swing how far the second of two sixteenths is late, 0 (straight) to 1 (triplet)
 * @param form kinds of section in their usual order
 * @param carriers roles without which it is not that style, the most important first
 * @param colours roles that are often there too
 * @param moods words that describe how it feels
 * @param loudness of a master
 * @param spectrum mean spectrum of a master
 * @param dance whether it is built on builds and drops rather than verses and hooks
 */
public record Style(
    String name,
    Set<String> otherNames,
    String description,
    Bpm slowest,
    Bpm usual,
    Bpm fastest,
    double swing,
    List<SectionKind> form,
    List<Role> carriers,
    List<Role> colours,
    Set<String> moods,
    Lufs loudness,
    SpectralProfile spectrum,
    boolean dance) {

  public Style {
    otherNames = Set.copyOf(otherNames);
    form = List.copyOf(form);
    carriers = List.copyOf(carriers);
    colours = List.copyOf(colours);
    moods = Set.copyOf(moods);
    if (slowest.compareTo(usual) > 0 || usual.compareTo(fastest) > 0) {
      throw new IllegalArgumentException(
          "The tempi of %s must rise from slowest over usual to fastest.".formatted(name));
    }
    if (!(swing >= 0 && swing <= 1)) {
      throw new IllegalArgumentException("Swing goes from 0 to 1, but was %s.".formatted(swing));
    }
  }

  /** Whether a tempo lies in the usual range, read as it is. */
  public boolean holds(Bpm tempo) {
    return tempo.compareTo(slowest) >= 0 && tempo.compareTo(fastest) <= 0;
  }
}
