package loopmind.ui.rest;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.units.Bpm;
import loopmind.library.catalogue.Correction;
import loopmind.library.catalogue.Marks;
import loopmind.library.ingest.Ingest;
import loopmind.tools.LoopShelf;
import loopmind.ui.InstalledModel;
import loopmind.ui.Library;
import loopmind.ui.LoopFilters;
import loopmind.ui.Shelf;
import loopmind.ui.Uploads;
import loopmind.ui.Workplace;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The user's sounds: listened to, found, and heard. */
@RestController
@RequestMapping("/api/v1/library")
final class LibraryController {

  private static final int MOST = 200, MOST_FILES = 10_000;

  private final Workplace place;

  LibraryController(Workplace place) {
    this.place = place;
  }

  /**
   * A folder or file of sounds.
   *
   * @param path on this machine
   */
  record Folder(@Nullable String path) {}

  /**
   * A model that works on sounds, songs or messages.
   *
   * @param name of it
   * @param version of it
   * @param licence of its weights
   * @param state {@code ready}, or {@code damaged} where its file is not the one that it should be
   */
  record Plugin(String name, String version, String licence, String state) {

    static Plugin of(InstalledModel model) {
      return new Plugin(
          model.name(),
          model.manifest().path("version").asText("1"),
          model.manifest().path("licence").asText(""),
          model.isWhole() ? "ready" : "damaged");
    }
  }

  /**
   * Loops that fit, the best first, each with its reasons; all of them where nothing is asked.
   *
   * @param words such as "dark pad"
   * @param like id or name of a loop
   * @param bpm that it can be brought to, half and double included
   * @param key that it fits
   * @param leastEnergy 0 to 1
   * @param mostEnergy 0 to 1
   * @param pack part of the name of the folder or archive that it lies in
   * @param tag that it has, heard or given by the user
   * @param favourite whether only favourites are wanted
   * @param leastStars 0 to 5
   */
  @GetMapping("/loops")
  List<LoopModel> search(
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String like,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "0") double bpm,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "0") double leastEnergy,
      @RequestParam(defaultValue = "1") double mostEnergy,
      @RequestParam(defaultValue = "") String pack,
      @RequestParam(defaultValue = "") String tag,
      @RequestParam(defaultValue = "false") boolean favourite,
      @RequestParam(defaultValue = "0") int leastStars,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST || offset < 0) {
      throw new BadRequest("The limit goes from 1 to %d, the offset from 0.".formatted(MOST));
    }
    Map<String, Marks> marks = place.library().marks();
    LoopFilters filters =
        new LoopFilters(leastEnergy, mostEnergy, pack, tag, favourite, leastStars);
    List<Loop> known = place.knownLoops();
    boolean asked = !(words + like + role + key).isBlank() || bpm != 0;
    Stream<LoopModel> found =
        asked
            ? new Shelf(known, place.library()::search)
                    .search(
                        new LoopShelf.Query(words, like, role, bpm, key, Math.max(1, known.size())))
                    .stream()
                    .filter(one -> filters.passes(one.loop(), marks))
                    .map(one -> model(one.loop(), marks, one.score(), one.reasons()))
            : filters.passing(known, marks).stream().map(one -> model(one, marks, 0, List.of()));
    return found.skip(offset).limit(limit).toList();
  }

  private static LoopModel model(
      Loop loop, Map<String, Marks> marks, double score, List<String> reasons) {
    return LoopModel.of(loop, marks.getOrDefault(loop.id().text(), Marks.NONE), score, reasons);
  }

  /** A loop with all that is known of it. */
  @GetMapping("/loops/{id}")
  LoopModel loop(@PathVariable String id) {
    return model(found(id), place.library().marks(), 0, List.of());
  }

  /** The file of a loop as it is; parts of it by HTTP range. */
  @GetMapping("/loops/{id}/audio")
  ResponseEntity<Resource> audio(@PathVariable String id) {
    Loop loop = found(id);
    Ingest ingest = place.library().ingest();
    Path file =
        ingest
            .content(loop.path(), loop.inside(), loop.id().hash())
            .orElseThrow(
                () -> new NotFound("The file of %s is not there any more.".formatted(loop.name())));
    MediaType type =
        MediaTypeFactory.getMediaType(loop.inside().orElse(loop.path().toString()))
            .orElse(MediaType.APPLICATION_OCTET_STREAM);
    return ResponseEntity.ok().contentType(type).body(new FileSystemResource(file));
  }

  /**
   * What the user says of a loop.
   *
   * @param tags words; null leaves them as they are
   * @param stars 0 to 5; null leaves them as they are
   * @param favourite null leaves it as it is
   * @param role that it really has; blank for what was heard, null leaves it as it is
   * @param instrument that it really is; likewise
   * @param bpm that it really has; 0 for what was heard, null leaves it as it is
   * @param key that it really has; blank for what was heard, null leaves it as it is
   */
  record Said(
      @Nullable List<String> tags,
      @Nullable Integer stars,
      @Nullable Boolean favourite,
      @Nullable String role,
      @Nullable String instrument,
      @Nullable Double bpm,
      @Nullable String key) {

    /**
     * @throws IllegalArgumentException where something is no role, tempo or key
     */
    Correction corrected(Correction known) {
      return new Correction(
          role == null ? known.role() : roleOf(role),
          instrument == null ? known.instrument() : instrument,
          bpm == null ? known.bpm() : bpm == 0 ? Optional.empty() : Optional.of(new Bpm(bpm)),
          key == null ? known.key() : keyOf(key));
    }

    private static Optional<Role> roleOf(String word) {
      Optional<Role> role = Role.named(word);
      if (role.isEmpty() && !word.isBlank()) {
        throw new IllegalArgumentException("\"%s\" is no role.".formatted(word));
      }
      return role;
    }

    private static Optional<MusicalKey> keyOf(String text) {
      Optional<MusicalKey> key = MusicalKey.parse(text);
      if (key.isEmpty() && !text.isBlank()) {
        throw new IllegalArgumentException(
            "\"%s\" is no key. Send one such as C minor.".formatted(text));
      }
      return key;
    }
  }

  /**
   * Keeps tags, stars, a favourite, or what was heard wrong; what the user says counts more than
   * what was heard.
   */
  @PatchMapping("/loops/{id}/marks")
  LoopModel mark(@PathVariable String id, @RequestBody Said said) {
    Loop loop = found(id);
    Marks marks = place.library().marks().getOrDefault(id, Marks.NONE);
    try {
      marks = said.tags() == null ? marks : marks.withTags(said.tags());
      marks = said.stars() == null ? marks : marks.withStars(said.stars());
      marks = said.favourite() == null ? marks : marks.withFavourite(said.favourite());
      marks = marks.withCorrection(said.corrected(marks.correction()));
    } catch (IllegalArgumentException beyond) {
      throw new BadRequest(String.valueOf(beyond.getMessage()));
    }
    place.mark(loop.id(), marks);
    return loop(id);
  }

  private Loop found(String id) {
    return place
        .loop(id)
        .orElseThrow(() -> new NotFound("The library has no loop %s.".formatted(id)));
  }

  /**
   * The sounds on a plane, neighbours together. It is laid out in the background: ask again while
   * its progress is below 1.
   */
  @GetMapping("/map")
  MapModel map() {
    return place
        .maps()
        .of(place.knownLoops())
        .map(MapModel::of)
        .orElseGet(() -> new MapModel(Math.min(0.99, place.maps().progress()), List.of()));
  }

  /** Groups of sounds that are the same but for their file, the largest first. */
  @GetMapping("/duplicates")
  List<List<LoopModel>> duplicates() {
    Map<String, Marks> marks = place.library().marks();
    return place.twins().stream()
        .map(group -> group.stream().map(one -> model(one, marks, 0, List.of())).toList())
        .toList();
  }

  @GetMapping("/statistics")
  Statistics statistics() {
    return Statistics.of(place.knownLoops());
  }

  /** Listens to a folder or file of this machine, in the background. */
  @PostMapping("/folders")
  @ResponseStatus(HttpStatus.ACCEPTED)
  WorkModel listen(@RequestBody Folder folder) {
    String path = Optional.ofNullable(folder.path()).map(String::strip).orElse("");
    try {
      if (path.isEmpty() || !new File(path).isAbsolute() || !Files.exists(Path.of(path))) {
        throw new BadRequest(
            "There is no folder \"%s\". Send the whole path of one of this machine."
                .formatted(path));
      }
      var unused = place.libraryWork().listenTo(Path.of(path));
      return work();
    } catch (InvalidPathException noPath) {
      throw new BadRequest("\"%s\" is no path.".formatted(path));
    }
  }

  /**
   * The files that were looked into, by path.
   *
   * @param unreadable whether only those are wanted of which nothing is heard
   */
  @GetMapping("/files")
  List<Library.KnownFile> files(
      @RequestParam(defaultValue = "false") boolean unreadable,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "200") int limit) {
    if (limit < 1 || limit > MOST_FILES || offset < 0) {
      throw new BadRequest("The limit goes from 1 to %d, the offset from 0.".formatted(MOST_FILES));
    }
    return place.library().files().stream()
        .filter(file -> !unreadable || !file.fault().isEmpty())
        .skip(offset)
        .limit(limit)
        .toList();
  }

  /** The models that listen, plan and understand, with their versions. */
  @GetMapping("/plugins")
  List<Plugin> plugins() {
    return InstalledModel.all().stream().map(Plugin::of).toList();
  }

  /**
   * Gives sounds, or archives of them, to the library: kept in the home and listened to in the
   * background.
   *
   * @param file one or more
   */
  @PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  WorkModel upload(@RequestPart(required = false) @Nullable List<MultipartFile> file) {
    if (file == null || file.isEmpty()) {
      throw new BadRequest("There is no file. Send one or more as the part \"file\".");
    }
    List<String> faults = new ArrayList<>();
    for (MultipartFile one : file) {
      keep(one).ifPresent(faults::add);
    }
    if (faults.size() < file.size()) {
      var unused = place.libraryWork().listenTo(place.uploads().folder());
    }
    if (!faults.isEmpty()) {
      String others = faults.size() < file.size() ? " The others are kept." : "";
      throw new BadRequest(String.join(" ", faults) + others);
    }
    return work();
  }

  /** Keeps a file, or says why not. */
  private Optional<String> keep(MultipartFile file) {
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    try (InputStream content = file.getInputStream()) {
      var unused = place.uploads().keep(name, content);
      return Optional.empty();
    } catch (EditRefused refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    } catch (IOException broken) {
      return Optional.of("%s broke off while it was sent.".formatted(Uploads.plain(name)));
    }
  }

  /** How far the listening is. */
  @GetMapping("/work")
  WorkModel work() {
    return place
        .libraryWork()
        .state()
        .map(WorkModel::of)
        .orElseGet(() -> new WorkModel("", 0, 0, 0, true, "Nothing is listened to."));
  }
}
