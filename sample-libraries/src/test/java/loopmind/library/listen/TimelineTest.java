package loopmind.library.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopKind;
import loopmind.library.listen.FileFacts.Part;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final Listener LISTENER = new Listener(Listener.measuring());
  private static final SoundFile FILE =
      new SoundFile(Path.of("session.wav"), Optional.empty(), "00".repeat(32));

  /** Wind, a pause, eight bars of a beat at 120 BPM twice over, a pause. */
  private static final float[] SESSION =
      Signals.joined(
          Signals.noise(24, 0.05, 7),
          Signals.silence(3),
          Signals.rockBeat(120, 16),
          Signals.silence(2));

  @Test
  void aLongRecordingIsTold() {
    Listening listening = LISTENER.listen(Signals.stream(SESSION, 4096));
    FileFacts facts = new Assembly(LISTENER).facts(FILE, listening, Clues.NONE);
    assertThat(facts.kind()).isEqualTo(LoopKind.LONG);
    List<Part> parts = facts.sound().orElseThrow().regions();
    assertThat(parts.stream().map(Part::content).distinct())
        .containsExactly("noise", "silence", "drums");
    assertThat(parts.getLast().content()).isEqualTo("silence");
    assertThat(parts.getLast().end().value()).isCloseTo(61, within(0.01));
    for (Part part : parts) {
      assertThat(part.confidence()).isBetween(0.3, 1.0);
    }
  }

  @Test
  void itsBarsAreLoops() {
    Listening listening = LISTENER.listen(Signals.stream(SESSION, 4096));
    List<Loop> loops =
        new Assembly(LISTENER)
            .loops(FILE, listening, Clues.NONE).stream()
                .filter(loop -> loop.start().value() > 25)
                .toList();
    assertThat(loops).isNotEmpty();
    assertThat(loops.getFirst().name()).isEqualTo("session 0:27");
    assertThat(loops).extracting(Loop::name).doesNotHaveDuplicates();
    for (Loop loop : loops) {
      assertThat(loop.tempo().orElseThrow().bpm().value()).isCloseTo(120, within(0.2));
      assertThat((loop.start().value() - 27) / 2 % 1)
          .satisfiesAnyOf(
              bars -> assertThat(bars).isCloseTo(0, within(0.01)),
              bars -> assertThat(bars).isCloseTo(1, within(0.01)));
    }
  }

  @Test
  void whatShortFilesHoldIsNotHeardTwice() {
    float[] beat = Signals.rockBeat(100, 4);
    Listening now = LISTENER.listen(Signals.stream(beat, 4096));
    Listening.Region region = now.regions().getFirst();
    java.util.Map<String, Listening.Analysis> earlier = new java.util.HashMap<>(region.facts());
    earlier.put(Listener.REGIONS, new Listening.Analysis(1, Optional.empty(), Optional.empty()));
    earlier.put(
        "onsets",
        new Listening.Analysis(
            earlier.get("onsets").version(), Optional.empty(), Optional.of("kept from before")));
    Listening known =
        new Listening(
            now.length(),
            now.rate(),
            now.channels(),
            List.of(new Listening.Region(region.start(), region.end(), earlier)));
    assertThat(LISTENER.isCurrent(known)).isFalse();
    Listening again = LISTENER.listenAgain(Signals.stream(beat, 4096), known);
    assertThat(again.regions().getFirst().facts().get("onsets").failure())
        .contains("kept from before");
    assertThat(LISTENER.isCurrent(again)).isTrue();
  }
}
