package loopmind.arranger.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The song is: intro 4, verse 8, hook 8, verse 8. */
final class SectionReferenceTest {

  private final Song song = TestSongs.song();

  @ParameterizedTest
  @CsvSource({
    "VERSE, 0, verse-1 verse-2",
    "VERSE, 1, verse-1",
    "VERSE, 2, verse-2",
    "VERSE, -1, verse-2",
    "VERSE, -2, verse-1",
    "HOOK, 0, hook-1",
    "HOOK, -1, hook-1",
  })
  void aKindAndANumberNameSections(SectionKind kind, int n, String ids) {
    assertThat(SectionReference.of(kind, n).in(song))
        .extracting(SectionId::text)
        .containsExactly(ids.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HOOK|2|There is no second hook; the song has one, at bar 13. Say 'the hook'.",
        "VERSE|3|There is no third verse; the song has 2, at bars 5 and 21. Say one of these, such as 'verse 2'.",
        "VERSE|-3|There is no third-last verse; the song has 2, at bars 5 and 21. Say one of these, such as 'verse 2'.",
        "DROP|0|There is no drop; the song has one intro, 2 verses and one hook. Say one of these, or add a drop first.",
      })
  void aSectionThatIsNotThereIsRefusedWithWhatIs(SectionKind kind, int n, String sentence) {
    assertThatThrownBy(() -> SectionReference.of(kind, n).in(song))
        .isInstanceOf(EditRefused.class)
        .hasMessage(sentence);
  }

  @Test
  void aStretchTakesTheFirstFromAndTheLastTo() {
    assertThat(stretch(SectionReference.every(SectionKind.VERSE), null))
        .containsExactly("verse-1", "hook-1", "verse-2");
    assertThat(stretch(null, SectionReference.every(SectionKind.VERSE)))
        .containsExactly("intro-1", "verse-1", "hook-1", "verse-2");
    assertThat(
            stretch(
                SectionReference.every(SectionKind.INTRO),
                SectionReference.every(SectionKind.HOOK)))
        .containsExactly("intro-1", "verse-1", "hook-1");
  }

  @Test
  void theWholeSongIsEverySection() {
    assertThat(Passage.WHOLE.in(song)).hasSize(4);
    assertThat(SectionReference.SONG.last(song)).isEqualTo(TestSongs.VERSE_2);
    assertThat(SectionReference.SONG.first(song)).isEqualTo(TestSongs.INTRO);
  }

  @Test
  void namesSayTheNumberWhereThereAreSeveral() {
    assertThat(SectionNames.of(song, TestSongs.HOOK)).isEqualTo("hook");
    assertThat(SectionNames.withBar(song, TestSongs.VERSE_2)).isEqualTo("verse 2 (bar 21)");
    assertThat(SectionNames.phrase(song, Passage.WHOLE.in(song))).isEqualTo("the whole song");
    assertThat(SectionNames.phrase(song, List.of(TestSongs.INTRO, TestSongs.VERSE)))
        .isEqualTo("intro and verse 1");
  }

  private List<String> stretch(@Nullable SectionReference from, @Nullable SectionReference to) {
    return new Stretch(Optional.ofNullable(from), Optional.ofNullable(to))
        .in(song).stream().map(SectionId::text).toList();
  }
}
