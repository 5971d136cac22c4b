package loopmind.arranger.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WittenBellTest {

  private static final int A = 0, B = 1, END = Label.END;

  @Test
  void weighsWhatWasSeenAgainstHowManyKindsWereSeen() {
    WittenBell unigram = new WittenBell(1, List.of(List.of(A, A, B, END)));
    double[] odds = unigram.after(List.of());
    // 4 symbols of 3 kinds: (2 + 3/16) / 7 for A, and 3/16 / 7 for what was never seen
    assertThat(odds[A]).isCloseTo((2 + 3.0 / Label.SYMBOLS) / 7, within(1e-12));
    assertThat(odds[5]).isCloseTo(3.0 / Label.SYMBOLS / 7, within(1e-12));
  }

  @Test
  void looksAtTheLongestHistoryItKnows() {
    WittenBell bigram = new WittenBell(2, List.of(List.of(A, B, A, B, END)));
    double[] unigram = new WittenBell(1, List.of(List.of(A, B, A, B, END))).after(List.of());
    // A was followed by B twice and by nothing else
    assertThat(bigram.after(List.of(A))[B]).isCloseTo((2 + unigram[B]) / 3, within(1e-12));
    assertThat(bigram.after(List.of(7))).containsExactly(unigram, within(1e-12));
  }

  @Test
  void sharesOutAllProbability() {
    WittenBell model = new WittenBell(4, List.of(List.of(A, B, A, END), List.of(B, B, A, END)));
    for (List<Integer> past : List.of(List.<Integer>of(), List.of(A), List.of(A, B, A, 9))) {
      assertThat(Arrays.stream(model.after(past)).sum()).isCloseTo(1, within(1e-12));
    }
  }
}
