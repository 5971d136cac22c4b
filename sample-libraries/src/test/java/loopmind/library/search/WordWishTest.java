package loopmind.library.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordWishTest {

  @Test
  void whatIsSetApartIsLedAwayFrom() {
    WordWish wish = WordWish.of("dark pad -reverb without a kick");
    assertThat(wish.wanted()).isEqualTo("dark pad");
    assertThat(wish.sentence()).isEqualTo("dark pad");
    assertThat(wish.unwanted()).containsExactly("reverb", "kick");
    assertThat(wish.away()).containsExactly("reverb", "kick");
  }

  @Test
  void whatASentenceDeniesStaysInItForTheEar() {
    WordWish wish = WordWish.of("thin piano, no low end, not too bright");
    assertThat(wish.sentence()).isEqualTo("thin piano, no low end, not bright");
    assertThat(wish.unwanted()).containsExactly("low", "bright");
    assertThat(wish.away()).isEmpty();
  }

  @Test
  void hyphensWithinWordsAndLonelySignsSayNothing() {
    assertThat(WordWish.of("lo-fi hi-hat + - piano").unwanted()).isEmpty();
    assertThat(WordWish.of("+warm").wanted()).isEqualTo("warm");
    assertThat(WordWish.of("  ").sentence()).isBlank();
  }
}
