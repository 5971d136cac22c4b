package loopmind.library.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Meter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerTest {

  private static final Listener LISTENER = new Listener(Listener.measuring());
  private static final SoundFile FILE =
      new SoundFile(Path.of("a.wav"), Optional.empty(), "0123456789abcdef");

  /** An analyser that does what a test wants. */
  private record Odd(String name, int version, Runnable act) implements Analyser<KindFacts> {
    @Override
    public Class<KindFacts> factsType() {
      return KindFacts.class;
    }

    @Override
    public KindFacts listen(Sound sound, Heard heard) {
      act.run();
      return new KindFacts(1, 0, 0);
    }
  }

  @Test
  void anAnalyserThatThrowsIsReportedAndStopsNothing() {
    Odd broken =
        new Odd(
            "broken",
            1,
            () -> {
              throw new IllegalStateException("The ears are off.");
            });
    Listener listener = new Listener(List.of(broken, new OnsetAnalyser()));
    Listening heard = listener.listen(Signals.stream(Signals.rockBeat(120, 1), 1000));
    assertThat(heard.regions()).hasSize(1);
    assertThat(heard.regions().getFirst().facts().get("broken").failure())
        .contains("The ears are off.");
    assertThat(heard.regions().getFirst().facts().get("onsets").facts()).isPresent();
    assertThat(new Assembly(listener).facts(FILE, heard, Clues.NONE).sound().orElseThrow().failed())
        .containsExactly(new FileFacts.Failure("broken", "The ears are off."));
  }

  @Test
  void anAnalyserThatHangsIsLeftBehind() {
    Odd slow =
        new Odd(
            "slow",
            1,
            () -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    try (Patience patience = new Patience(0.05)) {
      Sound sound = Signals.sound(Signals.rockBeat(120, 1));
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> patience.ask(slow, sound, new Heard()))
          .isInstanceOf(AnalysisFailed.class)
          .hasMessageContaining("s of sound and was stopped.");
      org.assertj.core.api.Assertions.assertThatNoException()
          .isThrownBy(() -> patience.ask(new OnsetAnalyser(), sound, new Heard()));
    }
  }

  @Test
  void onlyAnalysersOfANewVersionListenAgain() {
    List<String> asked = new ArrayList<>();
    Listener before =
        new Listener(List.of(new Odd("one", 1, () -> asked.add("one 1")), new OnsetAnalyser()));
    float[] beat = Signals.rockBeat(100, 1);
    Listening known = before.listen(Signals.stream(beat, 4096));
    Listener after =
        new Listener(List.of(new Odd("one", 2, () -> asked.add("one 2")), new OnsetAnalyser()));
    assertThat(before.isCurrent(known)).isTrue();
    assertThat(after.isCurrent(known)).isFalse();
    Listening again = after.listenAgain(Signals.stream(beat, 4096), known);
    assertThat(asked).containsExactly("one 1", "one 2");
    assertThat(after.isCurrent(again)).isTrue();
    assertThat(before.listenAgain(Signals.stream(beat, 4096), known)).isEqualTo(known);
    assertThat(asked).hasSize(2);
  }

  @Test
  void silenceHasNoRegionsAndSaysSo() {
    Listening heard = LISTENER.listen(Signals.stream(Signals.silence(2), 4096));
    FileFacts facts = new Assembly(LISTENER).facts(FILE, heard, Clues.NONE);
    assertThat(heard.regions()).isEmpty();
    assertThat(facts.kind()).isEqualTo(LoopKind.UNREADABLE);
    assertThat(facts.error().orElseThrow()).contains("silent");
    assertThat(facts.json()).contains("\"bpm\":null").contains("\"onsets_s\":[]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {84, 98.5, 118, 126})
  void aBeatIsALoopOfItsTempoAndLength(double bpm) {
    Listening heard = LISTENER.listen(Signals.stream(Signals.rockBeat(bpm, 4), 999));
    Loop loop = new Assembly(LISTENER).loops(FILE, heard, Clues.NONE).getFirst();
    assertThat(loop.kind()).isEqualTo(LoopKind.LOOP);
    // the length is rounded to a frame
    assertThat(loop.tempo().orElseThrow().bpm().value()).isCloseTo(bpm, within(0.01));
    assertThat(loop.tempo().orElseThrow().length().value()).isEqualTo(16);
    assertThat(loop.tempo().orElseThrow().meter()).isEqualTo(Meter.FOUR_FOUR);
    assertThat(loop.key()).isEmpty();
    assertThat(loop.role().isPercussive()).isTrue();
  }

  @Test
  void theSameSoundGivesTheSameFactsHoweverItIsRead() {
    float[] beat = Signals.rockBeat(93, 2);
    Listening one = LISTENER.listen(Signals.stream(beat, 17));
    Listening other = LISTENER.listen(Signals.stream(beat, 1 << 16));
    assertThat(one).isEqualTo(other);
  }

  @Test
  void aHitIsAOneShotWithoutTempo() {
    float[] hit = Signals.silence(0.5);
    Signals.addKick(hit, 0);
    Listening heard = LISTENER.listen(Signals.stream(hit, 4096));
    FileFacts facts = new Assembly(LISTENER).facts(FILE, heard, Clues.NONE);
    assertThat(facts.kind()).isEqualTo(LoopKind.ONESHOT);
    assertThat(facts.sound().orElseThrow().verdict().tempo()).isEmpty();
  }
}
