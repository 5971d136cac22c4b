package loopmind.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import loopmind.ui.OpenSong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is muted, soloed or moved in the mixer is heard before the song knows of it. */
final class MixerJourneyTest {

  @TempDir static Path folder;
  private static OpenStudio studio;

  @BeforeAll
  static void start() {
    studio = new OpenStudio(folder.resolve("home"));
  }

  @AfterAll
  static void stop() {
    studio.close();
  }

  private static Object transport(Page page, String what) {
    return page.evaluate("document.querySelector('loop-transport')." + what);
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /** Milliseconds from a click until the stem is as loud as it should be. */
  private static double millisUntil(Page page, String key, String instrument, double gain) {
    return number(
        page.evaluate(
            """
            async ([key, instrument, gain]) => {
              const transport = document.querySelector('loop-transport'), begun = performance.now();
              document.querySelector('loop-mixer').shadowRoot.querySelector(`[data-key="${key}"]`).click();
              while (!(transport.player.running && transport.audio.muted && transport.player.gainOf(instrument) === gain)) {
                if (performance.now() - begun > 5000) return 9999;
                await new Promise(requestAnimationFrame);
              }
              return performance.now() - begun;
            }
            """,
            new Object[] {key, instrument, gain}));
  }

  @Test
  void whatIsDoneInTheMixerIsHeardAtOnce() {
    OpenSong song = studio.place.songs().create();
    song.say("dark trap at 140, half a minute").join();
    song.mixed().join();
    Page page = studio.page(song.id(), 1440, 900);
    page.waitForFunction(
        "() => document.querySelector('loop-transport')?.stems?.length > 2",
        null,
        OpenStudio.patience());
    transport(page, "play()");
    page.waitForFunction(
        "() => document.querySelector('loop-transport').audio.currentTime > 1",
        null,
        OpenStudio.patience());

    double solo = millisUntil(page, "bass-solo", "drums", 0);
    double mute = millisUntil(page, "drums-solo", "drums", 1);
    System.out.printf("first solo %.0f ms, with the stems playing %.0f ms%n", solo, mute);
    assertThat(solo).isLessThan(1_000);
    assertThat(mute).isLessThan(100);
    isInTime(page);
    assertThat(song.versions()).as("solo is no edit").hasSize(1);

    millisUntil(page, "bass-solo", "bass", 0);
    page.locator("loop-mixer [data-key=drums-solo]").click();
    page.waitForFunction("() => !document.querySelector('loop-transport').audio.muted");
    isOneEdit(page, song);
    isComparedByAKey(page);
    goesRoundWithoutAGap(page);
    goesRoundAfterAnEdit(page, song);
    assertThat(studio.complaints).isEmpty();
    page.close();
  }

  /** B is what was before, and B again what is now. */
  private static void isComparedByAKey(Page page) {
    page.locator("loop-timeline canvas").focus();
    page.keyboard().press("b");
    page.waitForFunction(
        "() => { const t = document.querySelector('loop-transport'); return t.side === 'before' && t.audio.currentTime > 0.2 && !t.audio.error; }",
        null,
        OpenStudio.patience());
    page.keyboard().press("b");
    page.waitForFunction(
        "() => { const t = document.querySelector('loop-transport'); return t.side === 'after' && t.audio.currentTime > 0.2 && !t.audio.error; }",
        null,
        OpenStudio.patience());
  }

  /**
   * What is heard where a loop goes round is the end and the start of the mix, sample by sample.
   */
  private static void goesRoundWithoutAGap(Page page) {
    page.evaluate(
        """
        () => {
          const t = document.querySelector('loop-transport');
          t.seek(4);
          t.chosen = { startBar: 4, bars: 1 };
          t.play();
          t.loop();
        }
        """);
    page.waitForFunction(
        "() => document.querySelector('loop-transport').player.running",
        null,
        OpenStudio.patience());
    double wrong =
        number(
            page.evaluate(
                """
                async () => {
                  const t = document.querySelector('loop-transport'), context = t.player.context, tap = context.createScriptProcessor(16384, 2, 2), pieces = [];
                  tap.onaudioprocess = event => pieces.push(event.inputBuffer.getChannelData(0).slice());
                  t.player.sum.connect(tap);
                  tap.connect(context.destination);
                  await new Promise(resolve => setTimeout(resolve, 5200));
                  t.player.sum.disconnect(tap);
                  const heard = new Float32Array(pieces.length * 16384);
                  pieces.forEach((piece, i) => heard.set(piece, i * 16384));
                  const { head } = await import('./studio/stems.js'), file = await (await fetch(t.mix.url)).arrayBuffer(), info = head(file), view = new DataView(file);
                  const sample = frame => { const at = info.offset + frame * info.frameBytes; return info.bits === 16 ? view.getInt16(at, true) / 32768 : (view.getInt8(at + 2) * 65536 + view.getUint16(at, true)) / 8388608; };
                  const { from, to } = t.player.region, first = Math.round(from * info.rate), end = Math.round(to * info.rate), around = 3000, expected = [];
                  for (let i = end - around; i < end; i++) expected.push(sample(i));
                  for (let i = first; i < first + around; i++) expected.push(sample(i));
                  let least = 9;
                  for (let at = 0; at + expected.length <= heard.length; at++) {
                    let most = 0;
                    for (let i = 0; i < expected.length && most < least; i++) most = Math.max(most, Math.abs(heard[at + i] - expected[i]));
                    least = Math.min(least, most);
                  }
                  return least;
                }
                """));
    System.out.printf("a loop goes round within %.6f of full scale%n", wrong);
    assertThat(wrong).isLessThan(0.001);
    assertThat(
            number(
                page.evaluate(
                    "Math.max(...Object.values(document.querySelector('loop-mixer').shown))")))
        .as("the meters move, in decibels")
        .isGreaterThan(-50);
  }

  /** An edit is heard at once, and then the loop goes round in the new mix. */
  private static void goesRoundAfterAnEdit(Page page, OpenSong song) {
    assertThat(song.say("make the drums louder").join().refusal()).isEmpty();
    page.waitForFunction(
        "() => { const t = document.querySelector('loop-transport'); return t.side === 'after' && !t.audio.muted && !t.player.running || t.mix?.version === 3; }",
        null,
        OpenStudio.patience());
    page.waitForFunction(
        "() => { const t = document.querySelector('loop-transport'); return t.mix?.version === 3 && t.taken === t.mix.url && t.player.running && !t.audio.paused; }",
        null,
        OpenStudio.patience());
    page.evaluate("document.querySelector('loop-transport').loop()");
    page.waitForFunction(
        "() => { const t = document.querySelector('loop-transport'); return !t.player.running && !t.audio.muted; }");
  }

  /** The stems are where the mix is, and what they sum to is sound. */
  private static void isInTime(Page page) {
    page.waitForTimeout(1_500);
    double apart =
        number(
            page.evaluate(
                "(() => { const t = document.querySelector('loop-transport'); return Math.abs(t.player.seconds - t.audio.currentTime); })()"));
    assertThat(apart).isLessThan(0.1);
    assertThat(number(transport(page, "player.instruments.length"))).isGreaterThan(2);
  }

  private static void isOneEdit(Page page, OpenSong song) {
    Locator level = page.locator("loop-mixer [data-key=bass-level]");
    level.focus();
    level.evaluate(
        "slider => { for (const db of [-2, -4, -6]) { slider.value = db; slider.dispatchEvent(new Event('input')); } slider.dispatchEvent(new Event('change')); }");
    page.waitForCondition(() -> song.versions().size() == 2);
    page.waitForFunction(
        "() => document.querySelector('loop-transport').player.running",
        null,
        OpenStudio.patience());
    assertThat(song.versions().getLast().message()).isEqualTo("bass quieter");
    // the new mix takes over where it was, and nothing is held back any more
    page.waitForFunction(
        "() => { const t = document.querySelector('loop-transport'); return t.mix?.version === 2 && !t.audio.muted && !t.player.running; }",
        null,
        OpenStudio.patience());
    assertThat((Boolean) transport(page, "audio.paused")).isFalse();
  }
}
