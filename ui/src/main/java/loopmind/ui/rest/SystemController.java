package loopmind.ui.rest;

import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loopmind.ui.Housekeeping;
import loopmind.ui.InstalledModel;
import loopmind.ui.OpenSong;
import loopmind.ui.Workplace;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the program is: what it does, what it needs, what can go. */
@RestController
@RequestMapping("/api/v1")
final class SystemController {

  private static final double MILLIS_A_SECOND = 1_000;

  private final Workplace place;

  SystemController(Workplace place) {
    this.place = place;
  }

  /**
   * @param status always {@code up}
   */
  record Health(String status) {}

  /**
   * What the program is doing.
   *
   * @param upSeconds since it was started
   * @param java version of it
   * @param loops that are known
   * @param openSongs with what is being done on each
   * @param listening how far the listening is
   * @param models that come with it
   */
  record Status(
      double upSeconds,
      String java,
      int loops,
      List<SongWork> openSongs,
      String listening,
      List<ModelState> models) {}

  /**
   * @param id of the song
   * @param step what is being done, a few words; empty for nothing
   * @param mixing whether a mix is being rendered
   */
  record SongWork(String id, String step, boolean mixing) {

    static SongWork of(OpenSong song) {
      return new SongWork(
          song.id(), song.work().map(OpenSong.Work::step).orElse(""), song.isMixing());
    }
  }

  /**
   * @param name of the model
   * @param version of it
   * @param bytes of its weights
   */
  record ModelState(String name, String version, long bytes) {}

  /**
   * What the program uses.
   *
   * @param heapBytes used by Java objects
   * @param mostHeapBytes that they may use
   * @param processors of this machine
   * @param load average over a minute; below 0 where the system does not tell
   * @param homeBytes of each folder of the home
   * @param freeBytes on the disk of the home
   */
  record Resources(
      long heapBytes,
      long mostHeapBytes,
      int processors,
      double load,
      Map<String, Long> homeBytes,
      long freeBytes) {}

  /**
   * What is to go.
   *
   * @param what {@code sounds}, {@code auditions} and {@code previews}; all of them where it is
   *     missing
   */
  record Cleaning(@Nullable List<String> what) {}

  /**
   * @param freedBytes that were thrown away
   */
  record Cleaned(long freedBytes) {}

  /** Whether the program is up. */
  @GetMapping("/health")
  Health health() {
    return new Health("up");
  }

  /** What the program is doing. */
  @GetMapping("/status")
  Status status() {
    return new Status(
        ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS_A_SECOND,
        Runtime.version().toString(),
        place.knownLoops().size(),
        place.songs().open().stream().map(SongWork::of).toList(),
        place.libraryWork().state().map(now -> now.sentence()).orElse("Nothing is listened to."),
        InstalledModel.all().stream().map(SystemController::state).toList());
  }

  private static ModelState state(InstalledModel model) {
    return new ModelState(
        model.name(), model.manifest().path("version").asText("1"), model.bytes());
  }

  /** What the program uses of memory, processors and disk. */
  @GetMapping("/resources")
  Resources resources() {
    Runtime java = Runtime.getRuntime();
    Housekeeping house = new Housekeeping(place);
    return new Resources(
        java.totalMemory() - java.freeMemory(),
        java.maxMemory(),
        java.availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        house.bytes(),
        house.freeBytes());
  }

  /** Throws away what is made anew when it is needed; no song, loop or export is touched. */
  @PostMapping("/cleanup")
  Cleaned clean(@RequestBody(required = false) @Nullable Cleaning cleaning) {
    return new Cleaned(new Housekeeping(place).clean(spares(cleaning)));
  }

  private static Set<Housekeeping.Spare> spares(@Nullable Cleaning cleaning) {
    if (cleaning == null || cleaning.what() == null) {
      return EnumSet.allOf(Housekeeping.Spare.class);
    }
    EnumSet<Housekeeping.Spare> spares = EnumSet.noneOf(Housekeeping.Spare.class);
    for (String word : cleaning.what()) {
      spares.add(
          EnumSet.allOf(Housekeeping.Spare.class).stream()
              .filter(spare -> spare.word().equals(word))
              .findFirst()
              .orElseThrow(
                  () ->
                      new BadRequest(
                          "\"%s\" cannot be thrown away; sounds, auditions and previews can."
                              .formatted(word))));
    }
    return spares;
  }
}
