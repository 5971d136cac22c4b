package loopmind.library.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.KeyFact;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.loop.Tag;
import loopmind.arranger.loop.TempoFact;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopSearchTest {

  private static final Loop DARK_BASS =
      loop("1", "Reese 140", Role.BASS, "bass", 140, "C minor", List.of(new Tag("dark", 0.9)));
  private static final Loop BRIGHT_BASS =
      loop("2", "Wobble", Role.BASS, "bass", 128, "D minor", List.of(new Tag("bright", 0.8)));
  private static final Loop KICK = loop("3", "Kicks 01", Role.DRUMS, "kick", 0, "", List.of());
  private static final Loop PIANO =
      loop(
          "4",
          "thePianoThing",
          Role.CHORDS,
          "piano",
          70,
          "D# major",
          List.of(new Tag("dark", 0.3)));
  private static final LoopSearch SEARCH =
      new LoopSearch(List.of(DARK_BASS, BRIGHT_BASS, KICK, PIANO));

  private static Loop loop(
      String id,
      String name,
      Role role,
      String instrument,
      double bpm,
      String key,
      List<Tag> tags) {
    Optional<TempoFact> tempo =
        bpm == 0
            ? Optional.empty()
            : Optional.of(
                new TempoFact(
                    new Bpm(bpm), 1, List.of(), new Beats(8), Meter.FOUR_FOUR, Seconds.ZERO));
    Optional<KeyFact> keyFact =
        MusicalKey.parse(key).map(known -> new KeyFact(known, 1, Optional.empty()));
    return new Loop(
        new LoopId(id),
        name,
        Path.of("/packs/Night Pack/" + name + ".wav"),
        Optional.empty(),
        bpm == 0 ? LoopKind.ONESHOT : LoopKind.LOOP,
        Seconds.ZERO,
        new Seconds(2),
        new SampleRate(44_100),
        2,
        tempo,
        keyFact,
        role,
        0.9,
        instrument,
        tags,
        new Lufs(-14),
        new Decibels(-1),
        0.5,
        List.of(),
        new SpectralProfile(
            Collections.nCopies(SpectralProfile.BANDS, role == Role.BASS ? -10.0 : -30.0)),
        Embedding.NONE);
  }

  private static List<Loop> loops(List<LoopMatch> matches) {
    return matches.stream().map(LoopMatch::loop).toList();
  }

  private static LoopQuery query(String bpm, String key, String role) {
    return new LoopQuery(
        "",
        Optional.empty(),
        Role.named(role),
        bpm.isEmpty() ? Optional.empty() : Optional.of(new Bpm(Double.parseDouble(bpm))),
        MusicalKey.parse(key),
        10);
  }

  @Test
  void wordsFindWhatSoundsAndWhatIsCalledLikeThem() {
    List<LoopMatch> found = SEARCH.find(LoopQuery.of("a dark bass", 10));
    assertThat(loops(found)).containsExactly(DARK_BASS, BRIGHT_BASS, PIANO);
    assertThat(found.getFirst().reasons()).containsExactly("sounds dark (90 %)", "it is a bass");
    assertThat(found.getFirst().score()).isBetween(0.9, 1.0);
  }

  @ParameterizedTest
  @CsvSource({"reese,1", "kick,3", "kicks,3", "piano,4", "wob,2"})
  void wordsAreFoundInsideNamesAndInOtherForms(String words, String id) {
    assertThat(SEARCH.find(LoopQuery.of(words, 1)).getFirst().loop().id())
        .isEqualTo(new LoopId(id));
  }

  @Test
  void rareWordsWeighMoreThanCommonOnes() {
    // all lie in the night pack, one is a kick
    assertThat(loops(SEARCH.find(LoopQuery.of("night kick", 10))).getFirst()).isEqualTo(KICK);
  }

  @Test
  void whatAnswersNoWordIsNotFound() {
    assertThat(SEARCH.find(LoopQuery.of("bagpipe", 10))).isEmpty();
    assertThat(SEARCH.find(LoopQuery.of("bass", 1))).hasSize(1);
  }

  @Test
  void tempoReachesHalfAndDoubleAndSaysHowFar() {
    List<LoopMatch> found = SEARCH.find(query("140", "", ""));
    assertThat(loops(found)).startsWith(DARK_BASS, PIANO, BRIGHT_BASS);
    assertThat(found.get(0).reasons()).containsExactly("same tempo (140 BPM)");
    assertThat(found.get(1).reasons()).containsExactly("at half tempo");
    assertThat(found.get(2).reasons()).containsExactly("8.6 % slower than 140 BPM");
    assertThat(loops(SEARCH.find(query("100", "", "bass")))).isEmpty();
  }

  @Test
  void keyLeavesOutWhatDoesNotFitAndSaysHowItFits() {
    List<LoopMatch> found = SEARCH.find(query("", "C minor", ""));
    assertThat(loops(found)).containsExactly(DARK_BASS, PIANO, KICK, BRIGHT_BASS);
    assertThat(found.get(0).reasons()).containsExactly("same key (C minor)");
    assertThat(found.get(1).reasons()).containsExactly("relative key (D# major)");
    assertThat(found.get(2).reasons()).containsExactly("has no key, so it fits any");
    assertThat(found.get(3).reasons()).containsExactly("D minor, shifted down 2 semitones");
    assertThat(loops(SEARCH.find(query("", "F# minor", "")))).doesNotContain(DARK_BASS);
  }

  @Test
  void roleLeavesOutEveryOther() {
    assertThat(loops(SEARCH.find(query("", "", "drums")))).containsExactly(KICK);
  }

  @Test
  void likenessRanksByEmbeddingOrElseBySpectrum() {
    LoopQuery like =
        new LoopQuery(
            "", Optional.of(DARK_BASS), Optional.empty(), Optional.empty(), Optional.empty(), 10);
    List<LoopMatch> found = SEARCH.find(like);
    assertThat(loops(found)).hasSize(3).startsWith(BRIGHT_BASS);
    assertThat(found.getFirst().reasons()).containsExactly("its spectrum is 100 % alike");
  }
}
