package loopmind.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import loopmind.ui.OpenSong;
import loopmind.ui.ProjectRoot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A producer's first quarter of an hour in the studio, in a real browser. */
final class StudioJourneyTest {

  private static final int DESKTOP_WIDTH = 1440, DESKTOP_HEIGHT = 900;
  private static final int TABLET_WIDTH = 1024, TABLET_HEIGHT = 768;

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

  private static String address(String path) {
    return "http://127.0.0.1:%d/%s".formatted(studio.server.port(), path);
  }

  private static void say(Page page, String message) {
    Locator answers = page.locator(".said");
    int before = answers.count();
    page.locator(".chat textarea").fill(message);
    page.locator(".chat textarea").press("Enter");
    page.waitForFunction(
        "n => document.querySelectorAll('.said').length > n", before, OpenStudio.patience());
  }

  private static int bars(Page page) {
    return ((Number) page.evaluate("document.querySelector('loop-timeline').song.bars")).intValue();
  }

  private static void waitForBars(Page page, int bars) {
    page.waitForFunction(
        "n => document.querySelector('loop-timeline')?.song?.bars === n",
        bars,
        OpenStudio.patience());
  }

  @ParameterizedTest
  @CsvSource({"1440, 900", "1024, 768"})
  void fromTheFirstPageToASongThatIsHeardChangedAndUndone(
      int width, int height, @TempDir Path another) {
    try (OpenStudio fresh = new OpenStudio(another)) {
      goesAllTheWay(fresh, width, height);
      assertThat(fresh.complaints).isEmpty();
    }
  }

  private static void goesAllTheWay(OpenStudio fresh, int width, int height) {
    String song = fresh.place.songs().create().id();
    Page page = fresh.page(song, width, height);
    assertThat(page.locator(".invite h1")).isVisible();
    assertThat(OpenStudio.faults(page)).isEmpty();
    page.getByLabel("Folder of loops, or a zip of them")
        .fill(ProjectRoot.starterPack().resolve("trap").toString());
    page.getByText("Listen to it").click();
    assertThat(page.locator(".invite")).containsText("Heard");

    say(page, "dark trap at 140, half a minute");
    page.waitForFunction(
        "() => document.querySelector('loop-timeline')?.song?.sections.length > 0",
        null,
        OpenStudio.patience());
    assertThat(page.locator(".chip").first()).containsText("compose song");
    isHeard(page);
    assertThat(OpenStudio.faults(page)).isEmpty();

    byte[] first = mix(fresh, page, song);
    say(page, "swap the bass for another one");
    assertThat(page.locator(".answer").last()).not().hasClass("refused");
    assertThat(mix(fresh, page, song)).isNotEqualTo(first);

    changesByHand(page);
    downloads(page);
    page.locator("button[aria-label='Light or dark'], vaadin-button[aria-label='Light or dark']")
        .click();
    page.waitForFunction("() => document.documentElement.getAttribute('theme') === 'light'");
    assertThat(OpenStudio.faults(page)).isEmpty();
    assertThat((Boolean) page.evaluate("() => document.body.scrollWidth <= innerWidth")).isTrue();
    page.close();
  }

  @Test
  void whatIsNoPageIsNeverAnErrorOfOurs() {
    Page page = studio.page(studio.place.songs().create().id(), DESKTOP_WIDTH, DESKTOP_HEIGHT);
    for (String way :
        List.of(
            "studio/%2e%2e/%2e%2e/application.properties",
            "VAADIN/%2e%2e/%2e%2e/secret.txt",
            "META-INF/MANIFEST.MF",
            "actuator/env",
            "song/..%2f..%2fsecret",
            "song/no-such-song")) {
      APIResponse answer = page.request().get(address(way));
      assertThat(answer.status()).as(way).isLessThan(500);
      assertThat(answer.text())
          .as(way)
          .doesNotContain("Exception")
          .doesNotContain("Manifest-Version");
    }
    page.close();
  }

  /** What is exported comes as a file that the browser keeps. */
  private static void downloads(Page page) {
    say(page, "export it as flac");
    Locator link = page.locator(".answer a[download]").last();
    link.waitFor();
    byte[] file = page.request().get(String.valueOf(link.evaluate("a => a.href"))).body();
    assertThat(new String(file, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("fLaC");
  }

  /** The audio element goes on, and what it plays is a WAV file. */
  private static void isHeard(Page page) {
    page.waitForFunction(
        "() => document.querySelector('loop-transport').preview?.url || document.querySelector('loop-transport').mix?.url",
        null,
        OpenStudio.patience());
    page.evaluate("() => document.querySelector('loop-transport').play()");
    page.waitForFunction(
        "() => document.querySelector('loop-transport').audio.currentTime > 0.3",
        null,
        OpenStudio.patience());
    assertThat(
            (Boolean) page.evaluate("() => !document.querySelector('loop-transport').audio.error"))
        .isTrue();
    page.evaluate("() => document.querySelector('loop-transport').audio.pause()");
  }

  private static byte[] mix(OpenStudio fresh, Page page, String song) {
    String base = "http://127.0.0.1:%d/api/v1/songs/%s/".formatted(fresh.server.port(), song);
    APIResponse made =
        page.request()
            .post(base + "render", RequestOptions.create().setTimeout(OpenStudio.PATIENCE_MILLIS));
    assertThat(made.ok()).isTrue();
    byte[] sound = page.request().get(base + "audio/mix").body();
    assertThat(new String(sound, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    return sound;
  }

  /** Drags the edge of the first section four bars further, and takes it back by a key. */
  private static void changesByHand(Page page) {
    int before = bars(page);
    Locator canvas = page.locator("loop-timeline canvas");
    var box = canvas.boundingBox();
    double perBar =
        ((Number) page.evaluate("document.querySelector('loop-timeline').pixelsPerBar"))
            .doubleValue();
    int first =
        ((Number) page.evaluate("document.querySelector('loop-timeline').song.sections[0].bars"))
            .intValue();
    double y = box.y + 68;
    page.mouse().move(box.x + first * perBar, y);
    page.mouse().down();
    page.mouse().move(box.x + (first + 2) * perBar, y);
    page.mouse().move(box.x + (first + 4) * perBar, y);
    page.mouse().up();
    waitForBars(page, before + 4);
    page.locator("loop-timeline canvas").click(new Locator.ClickOptions().setPosition(10, 68));
    page.keyboard().press("Control+z");
    waitForBars(page, before);
  }

  @Test
  void byKeyboardAloneOnATablet() {
    Page page = studio.page(studio.place.songs().create().id(), TABLET_WIDTH, TABLET_HEIGHT);
    page.locator(".chat textarea").focus();
    page.keyboard().type("deep house at 122, half a minute");
    page.keyboard().press("Enter");
    page.waitForFunction(
        "() => document.querySelector('loop-timeline')?.song?.sections.length > 1",
        null,
        OpenStudio.patience());
    int before = bars(page);
    page.locator("loop-timeline canvas").focus();
    page.keyboard().press("Alt+ArrowRight");
    waitForBars(page, before + 1);
    page.keyboard().press("Control+z");
    waitForBars(page, before);
    assertThat((Boolean) page.evaluate("() => document.body.scrollWidth <= innerWidth")).isTrue();
    assertThat(OpenStudio.faults(page)).isEmpty();
    assertThat(studio.complaints).isEmpty();
    page.close();
  }

  @Test
  void twoPagesOfOneSongSeeEachOthersEdits() {
    String song = studio.place.songs().create().id();
    Page one = studio.page(song, DESKTOP_WIDTH, DESKTOP_HEIGHT);
    Page other = studio.page(song, DESKTOP_WIDTH, DESKTOP_HEIGHT);
    say(one, "lofi at 80, half a minute");
    other.waitForFunction(
        "() => document.querySelector('loop-timeline')?.song?.bpm === 80",
        null,
        OpenStudio.patience());
    say(other, "make it 90 bpm");
    one.waitForFunction(
        "() => document.querySelector('loop-timeline')?.song?.bpm === 90",
        null,
        OpenStudio.patience());
    one.close();
    other.close();
  }

  /** Nothing is rendered after a start; Play asks for it and begins when it is there. */
  @Test
  void playsASongOfYesterday(@TempDir Path home) {
    String song;
    try (OpenStudio yesterday = new OpenStudio(home)) {
      OpenSong made = yesterday.place.songs().create();
      song = made.id();
      assertThat(made.say("lofi at 80, half a minute").join().refusal()).isEmpty();
    }
    try (OpenStudio today = new OpenStudio(home)) {
      Page page = today.page(song, DESKTOP_WIDTH, DESKTOP_HEIGHT);
      page.waitForFunction(
          "() => document.querySelector('loop-transport')?.facts?.bars > 0",
          null,
          OpenStudio.patience());
      page.getByLabel("Play", new Page.GetByLabelOptions().setExact(true)).click();
      page.waitForFunction(
          "() => document.querySelector('loop-transport').audio.currentTime > 0.3",
          null,
          OpenStudio.patience());
      assertThat(today.complaints).isEmpty();
    }
  }

  @Test
  void tellsAllKeys() {
    Page page = studio.page(studio.place.songs().create().id(), DESKTOP_WIDTH, DESKTOP_HEIGHT);
    page.locator(".brand").click();
    page.keyboard().press("?");
    assertThat(page.getByText("what stood there before the last edit, and after it again"))
        .isVisible();
    assertThat(OpenStudio.faults(page)).isEmpty();
    page.close();
  }

  /** From a map of all sounds to one of them, to its like, and to what it really is. */
  @Test
  void findsSoundsByMapByWordsAndCorrectsThem() {
    studio.place.libraryWork().listenTo(ProjectRoot.starterPack()).join();
    Page page = studio.page(studio.place.songs().create().id(), DESKTOP_WIDTH, DESKTOP_HEIGHT);
    page.waitForFunction(
        "() => /Library · \\d{2,} sounds/.test(document.querySelector('.library h2')?.textContent)",
        null,
        OpenStudio.patience());
    page.locator(".library vaadin-button:has-text('Map')").click();
    page.waitForFunction(
        "() => document.querySelector('sound-map')?.dots.length > 50", null, OpenStudio.patience());
    page.locator("sound-map canvas").focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Space");
    page.waitForFunction(
        "() => document.querySelector('loop-transport').single?.currentTime > 0.05",
        null,
        OpenStudio.patience());
    assertThat(OpenStudio.faults(page)).isEmpty();
    page.keyboard().press("Enter");
    page.locator("vaadin-details-summary:has-text('Heard wrong')").click();
    page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true)).fill("C# major");
    page.keyboard().press("Tab");
    page.locator("vaadin-button:has-text('Keep')").click();
    page.waitForFunction(
        "async () => (await (await fetch('api/v1/library/loops?limit=200')).json()).some(one => one.key === 'C# major')",
        null,
        OpenStudio.patience());
    page.locator("vaadin-button:has-text('Close')").last().click();
    page.getByLabel("Search sounds").fill("gloomy atmosphere -drums");
    page.waitForFunction(
        "() => /Library · \\d+ of/.test(document.querySelector('.library h2').textContent)",
        null,
        OpenStudio.patience());
    assertThat(studio.complaints).isEmpty();
    page.close();
  }
}
