package loopmind.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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

/** The studio with a browser before it; what pages complain about is kept. */
final class OpenStudio implements AutoCloseable {

  static final double PATIENCE_MILLIS = 120_000;
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  final Workplace place;
  final StudioServer server;
  final List<String> complaints = new ArrayList<>();
  private final Playwright playwright = Playwright.create();
  private final Browser browser;

  OpenStudio(Path folder) {
    Home home = new Home(folder);
    place =
        new Workplace(
            home, Interpreter.embedded(ProjectRoot.models(), home.cache().resolve("natives")), 2);
    server =
        StudioServer.start(place, new ServerOptions(ServerOptions.LOOPBACK, 0, Optional.empty()));
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

  /** A page on a song, loaded whole. */
  Page page(String song, int width, int height) {
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onPageError(complaints::add);
    page.navigate("http://127.0.0.1:%d/song/%s".formatted(server.port(), song));
    page.locator(".chat textarea").waitFor();
    return page;
  }

  static Page.WaitForFunctionOptions patience() {
    return new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS);
  }

  /** What axe-core finds serious or critical. */
  static List<String> faults(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> SERIOUS.contains(rule.getImpact()))
            .map(
                rule ->
                    rule.getId()
                        + " "
                        + rule.getNodes().stream()
                            .map(node -> String.valueOf(node.getTarget()))
                            .toList())
            .toList();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    server.close();
    place.close();
  }
}
