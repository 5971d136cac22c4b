package loopmind.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loopmind.assistant.chat.Interpreter;
import loopmind.ui.Home;
import loopmind.ui.ProjectRoot;
import loopmind.ui.ServerOptions;
import loopmind.ui.StudioServer;
import loopmind.ui.Workplace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A producer's first quarter of an hour in the studio, in a real browser. */
final class StudioJourneyTest {

  private static final int DESKTOP_WIDTH = 1440, DESKTOP_HEIGHT = 900;
  private static final int TABLET_WIDTH = 1024, TABLET_HEIGHT = 768;
  private static final double PATIENCE_MILLIS = 120_000;
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  @TempDir static Path folder;
  private static Workplace place;
  private static StudioServer server;
  private static Playwright playwright;
  private static Browser browser;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() {
    Home home = new Home(folder.resolve("home"));
    place =
        new Workplace(
            home, Interpreter.embedded(ProjectRoot.models(), home.cache().resolve("natives")), 2);
    server =
        StudioServer.start(place, new ServerOptions(ServerOptions.LOOPBACK, 0, Optional.empty()));
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--autoplay-policy=no-user-gesture-required",
                            "--mute-audio")));
  }

  private static Path chromium() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The tests of the page need Chromium."));
  }

  @AfterAll
  static void stop() {
    browser.close();
    playwright.close();
    server.close();
    place.close();
  }

  private Page page(int width, int height) {
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onPageError(complaints::add);
    return page;
  }

  private static void open(Page page, String path) {
    page.navigate("http://127.0.0.1:%d/%s".formatted(server.port(), path));
    page.locator(".chat textarea").waitFor();
  }

  private static void say(Page page, String message) {
    Locator answers = page.locator(".said");
    int before = answers.count();
    page.locator(".chat textarea").fill(message);
    page.locator(".chat textarea").press("Enter");
    page.waitForFunction("n => document.querySelectorAll('.said').length > n", before, patience());
  }

  private static Page.WaitForFunctionOptions patience() {
    return new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS);
  }

  private static int bars(Page page) {
    return ((Number) page.evaluate("document.querySelector('loop-timeline').song.bars")).intValue();
  }

  private static void waitForBars(Page page, int bars) {
    page.waitForFunction(
        "n => document.querySelector('loop-timeline')?.song?.bars === n", bars, patience());
  }

  private static List<String> faults(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> SERIOUS.contains(rule.getImpact()))
            .map(rule -> told(rule))
            .toList();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + " "
        + rule.getNodes().stream().map(node -> String.valueOf(node.getTarget())).toList();
  }

  @Test
  void fromTheFirstPageToASongThatIsHeardChangedAndUndone() {
    Page page = page(DESKTOP_WIDTH, DESKTOP_HEIGHT);
    String song = place.songs().create().id();
    open(page, "song/" + song);
    assertThat(page.locator(".invite h1")).isVisible();
    assertThat(faults(page)).isEmpty();
    page.getByLabel("Folder of loops, or a zip of them")
        .fill(ProjectRoot.starterPack().resolve("trap").toString());
    page.getByText("Listen to it").click();
    assertThat(page.locator(".invite")).containsText("Heard");

    say(page, "dark trap at 140, half a minute");
    page.waitForFunction(
        "() => document.querySelector('loop-timeline')?.song?.sections.length > 0",
        null,
        patience());
    assertThat(page.locator(".chip").first()).containsText("compose song");
    isHeard(page);
    assertThat(faults(page)).isEmpty();

    byte[] first = mix(page, song);
    say(page, "swap the bass for another one");
    assertThat(page.locator(".answer").last()).not().hasClass("refused");
    assertThat(mix(page, song)).isNotEqualTo(first);

    changesByHand(page);
    downloads(page);
    page.locator("button[aria-label='Light or dark'], vaadin-button[aria-label='Light or dark']")
        .click();
    page.waitForFunction("() => document.documentElement.getAttribute('theme') === 'light'");
    assertThat(faults(page)).isEmpty();
    assertThat(complaints).isEmpty();
    page.close();
  }

  @Test
  void whatIsNoPageIsNeverAnErrorOfOurs() {
    Page page = page(DESKTOP_WIDTH, DESKTOP_HEIGHT);
    for (String way :
        List.of(
            "studio/%2e%2e/%2e%2e/application.properties",
            "VAADIN/%2e%2e/%2e%2e/secret.txt",
            "META-INF/MANIFEST.MF",
            "actuator/env",
            "song/..%2f..%2fsecret",
            "song/no-such-song")) {
      APIResponse answer =
          page.request().get("http://127.0.0.1:%d/%s".formatted(server.port(), way));
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
        patience());
    page.evaluate("() => document.querySelector('loop-transport').play()");
    page.waitForFunction(
        "() => document.querySelector('loop-transport').audio.currentTime > 0.3", null, patience());
    assertThat(
            (Boolean) page.evaluate("() => !document.querySelector('loop-transport').audio.error"))
        .isTrue();
    page.evaluate("() => document.querySelector('loop-transport').audio.pause()");
  }

  private static byte[] mix(Page page, String song) {
    String base = "http://127.0.0.1:%d/api/v1/songs/%s/".formatted(server.port(), song);
    APIResponse made =
        page.request().post(base + "render", RequestOptions.create().setTimeout(PATIENCE_MILLIS));
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
    Page page = page(TABLET_WIDTH, TABLET_HEIGHT);
    open(page, "song/" + place.songs().create().id());
    page.locator(".chat textarea").focus();
    page.keyboard().type("deep house at 122, half a minute");
    page.keyboard().press("Enter");
    page.waitForFunction(
        "() => document.querySelector('loop-timeline')?.song?.sections.length > 1",
        null,
        patience());
    int before = bars(page);
    page.locator("loop-timeline canvas").focus();
    page.keyboard().press("Alt+ArrowRight");
    waitForBars(page, before + 1);
    page.keyboard().press("Control+z");
    waitForBars(page, before);
    assertThat((Boolean) page.evaluate("() => document.body.scrollWidth <= innerWidth")).isTrue();
    assertThat(faults(page)).isEmpty();
    assertThat(complaints).isEmpty();
    page.close();
  }

  @Test
  void twoPagesOfOneSongSeeEachOthersEdits() {
    String song = place.songs().create().id();
    Page one = page(DESKTOP_WIDTH, DESKTOP_HEIGHT);
    Page other = page(DESKTOP_WIDTH, DESKTOP_HEIGHT);
    open(one, "song/" + song);
    open(other, "song/" + song);
    say(one, "lofi at 80, half a minute");
    other.waitForFunction(
        "() => document.querySelector('loop-timeline')?.song?.bpm === 80", null, patience());
    say(other, "make it 90 bpm");
    one.waitForFunction(
        "() => document.querySelector('loop-timeline')?.song?.bpm === 90", null, patience());
    one.close();
    other.close();
  }
}
