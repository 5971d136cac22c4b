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

  /** Words lie on axes: dark, bright, drums. */
  private static final WordPlaces PLACES =
      words ->
          words.contains("gloomy") || words.contains("darker")
              ? at(1, 0, 0)
              : words.contains("bright") || words.contains("shiny") ? at(0, 1, 0) : at(0, 0, 1);

  private static Embedding at(float dark, float bright, float drums) {
    float length = (float) Math.sqrt(dark * dark + bright * bright + drums * drums);
    return new Embedding(new float[] {dark / length, bright / length, drums / length});
  }

  private static Loop placed(Loop loop, Embedding place) {
    return new Loop(
        loop.id(),
        loop.name(),
        loop.path(),
        loop.inside(),
        loop.kind(),
        loop.start(),
        loop.length(),
        loop.rate(),
        loop.channels(),
        loop.tempo(),
        loop.key(),
        loop.role(),
        loop.roleConfidence(),
        loop.instrument(),
        loop.tags(),
        loop.loudness(),
        loop.truePeak(),
        loop.energy(),
        loop.onsets(),
        loop.profile(),
        place);
  }

  private static final List<Loop> PLACED =
      List.of(
          placed(DARK_BASS, at(0.9f, 0.1f, 0.1f)),
          placed(BRIGHT_BASS, at(0.2f, 0.9f, 0.1f)),
          placed(KICK, at(0.1f, 0.3f, 0.9f)),
          placed(PIANO, at(0.6f, 0.6f, 0.1f)));

  private static LoopSearch hearing() {
    return new LoopSearch(PLACED, LoopSearch.indexOf(PLACED), PLACES);
  }

  private static List<String> names(List<LoopMatch> matches) {
    return matches.stream().map(match -> match.loop().name()).toList();
  }

  @Test
  void wordsFindWhatSoundsLikeThemThoughNothingIsWritten() {
    List<LoopMatch> found = hearing().find(LoopQuery.of("gloomy", 10));
    assertThat(names(found)).startsWith("Reese 140", "thePianoThing");
    assertThat(found.getFirst().reasons()).contains("sounds like these words (99 %)");
    assertThat(names(found)).doesNotContain("Kicks 01");
    assertThat(names(hearing().find(LoopQuery.of("shiny", 1)))).containsExactly("Wobble");
  }

  @Test
  void aNameThatSaysItAllComesFirstHoweverItSounds() {
    assertThat(names(hearing().find(LoopQuery.of("wobble", 1)))).containsExactly("Wobble");
  }

  @Test
  void whatTheUserCallsItComesFirstHoweverItSounds() {
    List<Loop> tagged =
        List.of(PLACED.get(0), PLACED.get(1), PLACED.get(2).tagged(List.of("gloomy")));
    LoopSearch search = new LoopSearch(tagged, LoopSearch.indexOf(tagged), PLACES);
    assertThat(names(search.find(LoopQuery.of("gloomy", 1)))).containsExactly("Kicks 01");
  }

  @Test
  void wordsMoveASoundThatIsLookedFor() {
    LoopQuery plain = like(PLACED.get(3), "");
    LoopQuery darker = like(PLACED.get(3), "but darker");
    LoopQuery brighter = like(PLACED.get(3), "bright");
    assertThat(names(hearing().find(plain))).hasSize(3).endsWith("Kicks 01");
    assertThat(names(hearing().find(darker))).startsWith("Reese 140");
    assertThat(names(hearing().find(brighter))).startsWith("Wobble");
  }

  @Test
  void whatIsUnwantedIsLedAwayFrom() {
    assertThat(names(hearing().find(LoopQuery.of("gloomy", 2))))
        .containsExactly("Reese 140", "thePianoThing");
    List<LoopMatch> found = hearing().find(like(PLACED.get(3), "-bright"));
    assertThat(names(found)).startsWith("Reese 140").endsWith("Wobble");
    // what is written counts likewise
    assertThat(names(SEARCH.find(LoopQuery.of("bass -dark", 1)))).containsExactly("Wobble");
  }

  private static LoopQuery like(Loop loop, String words) {
    return new LoopQuery(
        words, Optional.of(loop), Optional.empty(), Optional.empty(), Optional.empty(), 10);
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
