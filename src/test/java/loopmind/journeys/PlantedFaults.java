package loopmind.journeys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.mixer.render.Fingerprint;

/**
 * The negative control of a script: an edit of the bass of one section, and what {@link FactChange}
 * and {@link SoundChange} have to say when it is not done, done wrongly, or not alone.
 *
 * @param asked the message
 * @param before the song before it
 * @param after the song afterwards
 * @param edited the section whose bass it is about
 * @param other a section that it does not touch
 */
record PlantedFaults(
    SongScript.Message asked, Song before, Song after, SectionId edited, SectionId other) {

  private static final String SAME = "as before";
  private static final String NEW = "other samples";

  void factsAreJudged() {
    FactSheet was = FactSheet.of(before);
    FactSheet is = FactSheet.of(after);
    String gain = edited.text() + "/bass gain";
    new FactChange(was, is).check(asked, "as asked");
    refused(() -> new FactChange(was, was).check(asked, "not done"), gain);
    refused(() -> new FactChange(was, with(is, gain, "-99")).check(asked, "wrongly done"), gain);
    String unasked = other.text() + " effects";
    refused(
        () -> new FactChange(was, with(is, unasked, "stutter")).check(asked, "and more"),
        "not asked for");
  }

  void soundIsJudged() {
    Map<SectionId, Fingerprint> was = sound();
    heard(edited, Role.BASS, was).check("as asked");
    refused(() -> new SoundChange(before, was, after, was).check("not heard"), "mix of");
    Map<SectionId, Fingerprint> drums = heard(edited, Role.BASS, was).soundAfter();
    refused(() -> heard(edited, Role.DRUMS, drums).check("drums too"), Role.DRUMS.word());
    refused(() -> heard(other, Role.BASS, drums).check("elsewhere too"), other.text());
  }

  private static void refused(Runnable judged, String why) {
    assertThatThrownBy(judged::run).isInstanceOf(AssertionError.class).hasMessageContaining(why);
  }

  private static FactSheet with(FactSheet sheet, String fact, String value) {
    Map<String, String> facts = new LinkedHashMap<>(sheet.facts());
    facts.put(fact, value);
    return new FactSheet(facts);
  }

  /** Hashes of a render that was never made: every section has every stem. */
  private Map<SectionId, Fingerprint> sound() {
    SortedMap<Role, String> stems = new TreeMap<>();
    for (Role role : Role.values()) {
      stems.put(role, SAME);
    }
    Map<SectionId, Fingerprint> sound = new LinkedHashMap<>();
    before.sections().forEach(section -> sound.put(section.id(), new Fingerprint(SAME, stems)));
    return sound;
  }

  /** The edit, heard as given and in one stem more. */
  private SoundChange heard(SectionId section, Role role, Map<SectionId, Fingerprint> so) {
    Map<SectionId, Fingerprint> is = new LinkedHashMap<>(so);
    SortedMap<Role, String> stems = new TreeMap<>(Objects.requireNonNull(so.get(section)).stems());
    stems.put(role, NEW);
    is.put(section, new Fingerprint(NEW, stems));
    return new SoundChange(before, sound(), after, is);
  }
}
