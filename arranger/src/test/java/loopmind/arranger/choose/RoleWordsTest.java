package loopmind.arranger.choose;

import static org.assertj.core.api.Assertions.assertThat;

import loopmind.arranger.loop.Role;
import org.junit.jupiter.api.Test;

final class RoleWordsTest {

  @Test
  void justNamesWhoPlays() {
    RoleWords words = new RoleWords("just piano and a warm pad");
    assertThat(words.only()).isTrue();
    assertThat(words.wanted()).containsEntry(Role.CHORDS, "piano").containsEntry(Role.PAD, "warm");
  }

  @Test
  void withoutNamesWhoRests() {
    RoleWords words = new RoleWords("dreamy, no drums or bass");
    assertThat(words.unwanted()).containsExactly(Role.DRUMS, Role.BASS);
    assertThat(words.rest()).containsExactly("dreamy");
    assertThat(words.only()).isFalse();
  }

  @Test
  void wordsForAFeelingNameNobody() {
    assertThat(new RoleWords("sparse and calm").wanted()).isEmpty();
    assertThat(new RoleWords("").rest()).isEmpty();
  }
}
