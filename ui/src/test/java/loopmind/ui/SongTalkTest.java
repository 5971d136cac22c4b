package loopmind.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loopmind.arranger.song.Saying;
import loopmind.arranger.song.SongFile;
import loopmind.assistant.chat.MessageUnreadable;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioUnreadable;
import loopmind.mixer.render.RenderOptions;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Renderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongTalkTest {

  @TempDir Path folder;

  @Test
  void anEditIsSavedAndTheStretchThatChangedIsHeard() {
    try (TalkBench bench = new TalkBench(folder, SongTalk.Rendered.CHANGES)) {
      TalkTurn turn = bench.talk().say("drums down in the hook");
      assertThat(turn.text()).contains("6 dB");
      JsonNode json = turn.json();
      assertThat(json.path("done").asBoolean()).isTrue();
      assertThat(json.at("/calls/0/tool").asText()).isEqualTo("set_level");
      assertThat(json.at("/changes/0/section").asText()).isEqualTo("hook 1");
      assertThat(json.at("/changes/0/what").asText()).isEqualTo("gain");
      assertThat(json.path("refusal").isNull()).isTrue();
      assertThat(json.path("mix").isNull()).isTrue();
      SongSound.Stretch stretch = turn.preview().orElseThrow();
      // the hook is heard from 4 to 8 seconds, with something before and after it
      assertThat(stretch.start().value()).isLessThanOrEqualTo(4);
      assertThat(stretch.end().value()).isBetween(8.0, 12.0);
      assertThat(AudioFiles.read(stretch.file()).length().value())
          .isCloseTo(stretch.end().value() - stretch.start().value(), within(0.01));
    }
    SongFile.Content kept = new SongFile(folder.resolve("small.loopmind.json")).load();
    assertThat(kept.history().versions()).hasSize(2);
    assertThat(kept.sayings())
        .singleElement()
        .satisfies(
            saying -> {
              assertThat(saying.user()).isEqualTo("drums down in the hook");
              assertThat(saying.version()).isEqualTo(2);
            });
  }

  @Test
  void noAudibleEditIsLostWhereOneMessageFollowsAnother() throws IOException {
    try (TalkBench bench = new TalkBench(folder, SongTalk.Rendered.ALL)) {
      bench.talk().say("drums down in the hook");
      bench.talk().say("bass up");
      bench.talk().say("well well");
      bench.talk().say("drop the bridge");
      assertThat(bench.talk().owesMix() || bench.talk().mix().isPresent()).isTrue();
      bench.talk().mixNow();
      assertThat(bench.talk().owesMix()).isFalse();
      Path whole = folder.resolve("whole.wav");
      new Renderer(new SmallSong().audio())
          .render(
              bench.desk.song(),
              RenderOptions.whole(whole, Optional.empty(), 1),
              RenderProgress.NONE);
      assertThat(bench.sound.mixFile()).hasSameBinaryContentAs(whole);
    }
    assertThat(new SongFile(folder.resolve("small.loopmind.json")).load().report()).isPresent();
  }

  @Test
  void aRefusalChangesNothingAndIsKept() {
    try (TalkBench bench = new TalkBench(folder, SongTalk.Rendered.CHANGES)) {
      TalkTurn turn = bench.talk().say("drop the bridge");
      assertThat(turn.refusal().orElseThrow()).startsWith("There is no bridge");
      assertThat(turn.preview()).isEmpty();
      assertThat(bench.desk.history().orElseThrow().versions()).hasSize(1);
      assertThat(bench.desk.sayings())
          .extracting(Saying::answer)
          .allMatch(a -> a.contains("bridge"));
      assertThatThrownBy(() -> bench.talk().say(" ")).isInstanceOf(MessageUnreadable.class);
    }
  }

  @Test
  void aQuestionWaitsForItsAnswerAcrossARestart() {
    try (TalkBench bench = new TalkBench(folder, SongTalk.Rendered.NOTHING)) {
      TalkTurn turn = bench.talk().say("another tempo");
      assertThat(turn.json().at("/asks/0/question").asText())
          .isEqualTo("Which tempo? The song runs at 120 BPM.");
    }
    try (TalkBench again = new TalkBench(folder, SongTalk.Rendered.NOTHING)) {
      assertThat(again.talk().asked()).hasValue("Which tempo? The song runs at 120 BPM.");
      assertThat(again.talk().say("128").text()).contains("128 BPM");
      assertThat(again.desk.song().facts().tempo().value()).isEqualTo(128);
    }
  }

  @Test
  void undoAndVersionsAreHeardToo() {
    try (TalkBench bench = new TalkBench(folder, SongTalk.Rendered.CHANGES)) {
      bench.talk().say("drums down in the hook");
      assertThat(bench.talk().call("/undo", "undo").preview()).isPresent();
      TalkTurn turn = bench.talk().goTo("/goto 2", "2");
      assertThat(turn.preview()).isPresent();
      assertThat(turn.text()).startsWith("This is version 2.");
      assertThat(bench.talk().goTo("/goto 2", "2").preview()).isEmpty();
    }
  }

  @Test
  void anEditThatCannotBeHeardIsMadeAllTheSame() {
    try (TalkBench bench =
        new TalkBench(
            folder,
            SongTalk.Rendered.ALL,
            loop -> {
              throw new AudioUnreadable("The loop " + loop.name() + " is gone.");
            })) {
      TalkTurn turn = bench.talk().say("bass up");
      assertThat(turn.json().path("done").asBoolean()).isTrue();
      assertThat(turn.unheard().orElseThrow()).contains("is gone");
      assertThat(bench.desk.history().orElseThrow().versions()).hasSize(2);
      assertThatThrownBy(() -> bench.talk().mixNow()).isInstanceOf(AudioUnreadable.class);
    }
  }

  @Test
  void onlyTheLatestPreviewsAreKept() throws IOException {
    try (TalkBench bench = new TalkBench(folder, SongTalk.Rendered.CHANGES)) {
      for (int i = 0; i < SongSound.PREVIEWS_KEPT + 3; i++) {
        bench.talk().say(i % 2 == 0 ? "drums down in the hook" : "undo");
      }
      bench.talk().say("faster");
    }
    try (Stream<Path> files = Files.list(folder.resolve("previews"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSizeBetween(2, SongSound.PREVIEWS_KEPT);
    }
  }
}
