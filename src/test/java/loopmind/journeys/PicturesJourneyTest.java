package loopmind.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import loopmind.ui.OpenSong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Draws the pictures of the documents: {@code mvn test -Dtest=PicturesJourneyTest
 * -Dloopmind.pictures=docs/pictures}.
 */
@EnabledIfSystemProperty(named = "loopmind.pictures", matches = ".+")
final class PicturesJourneyTest {

  @TempDir Path folder;

  private static void draw(Page page, String name) {
    page.waitForTimeout(1_500);
    Path file =
        Path.of(System.getProperty("loopmind.root"))
            .resolve(System.getProperty("loopmind.pictures"))
            .resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertThat(file).isRegularFile();
  }

  @Test
  void theStudioFromTheFirstPageOn() {
    try (OpenStudio studio = new OpenStudio(folder.resolve("home"))) {
      OpenSong song = studio.place.songs().create();
      studio.place.bringUpToDate().join();
      Page page = studio.page(song.id(), 1440, 900);
      page.locator(".library .sound").first().waitFor();
      draw(page, "first-run");
      song.plan("dark trap at 140").join();
      page.locator(".plan .card").first().waitFor();
      draw(page, "plan");
      song.make().join();
      song.say("swap the melody in hook 1 for something darker").join();
      song.mixed().join();
      page.locator("loop-timeline canvas")
          .click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(220, 300));
      draw(page, "studio");
      page.getByLabel("Light or dark").click();
      draw(page, "studio-light");
      page.close();
      Page tablet = studio.page(song.id(), 1024, 768);
      tablet.locator(".library .sound").first().waitFor();
      draw(tablet, "studio-tablet");
      tablet.close();
    }
  }
}
