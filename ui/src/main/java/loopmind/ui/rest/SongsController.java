package loopmind.ui.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import loopmind.arranger.loop.Role;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import loopmind.mixer.measure.QaCheck;
import loopmind.mixer.render.Rendering;
import loopmind.ui.MixLevels;
import loopmind.ui.OpenSong;
import loopmind.ui.OpenSongs;
import loopmind.ui.SongSound;
import loopmind.ui.TalkTurn;
import loopmind.ui.Workplace;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Songs: made, changed by messages and typed tools, and heard. */
@RestController
@RequestMapping("/api/v1/songs")
final class SongsController {

  private final Workplace place;

  SongsController(Workplace place) {
    this.place = place;
  }

  /**
   * What somebody says.
   *
   * @param message 1 to 2,000 characters
   * @param plan whether a song is to be shown before it is rendered; false where it is missing
   */
  record Said(@Nullable String message, @Nullable Boolean plan) {}

  /**
   * Another version.
   *
   * @param version its number, or a name that was given to it
   */
  record GoTo(@Nullable String version) {}

  /**
   * A name for the version that the song is.
   *
   * @param name 1 to 60 characters, not a number
   */
  record Naming(@Nullable String name) {}

  /**
   * A turn of the conversation.
   *
   * @param message what was said
   * @param answer what was answered
   * @param version of the song after it
   */
  record SayingModel(String message, String answer, int version) {}

  /**
   * A mix.
   *
   * @param mixUrl of the sound
   * @param stems a file an instrument
   * @param qaPassed whether it passed all checks
   * @param checks each check
   */
  record MixModel(String mixUrl, List<StemModel> stems, boolean qaPassed, List<QaCheck> checks) {}

  /**
   * @param instrument role of the layers in it
   * @param url of the file, WAV
   */
  record StemModel(String instrument, String url) {}

  /** All songs, the one that was changed last first. */
  @GetMapping
  List<OpenSongs.Listed> songs() {
    return place.songs().list();
  }

  /** A new, empty song. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SongModel create() {
    return model(place.songs().create());
  }

  /** A song as it is: its sections, layers and placements, with reasons. */
  @GetMapping("/{id}")
  SongModel song(@PathVariable String id) {
    return model(found(id));
  }

  /** Says something to the song; it is understood, done, and answered. */
  @PostMapping("/{id}/chat")
  CompletableFuture<TurnModel> say(@PathVariable String id, @RequestBody Said said) {
    OpenSong song = found(id);
    if (said.message() == null || said.message().isBlank()) {
      throw new BadRequest("The message is empty. Send {\"message\": \"dark trap at 140\"}.");
    }
    boolean plan = Boolean.TRUE.equals(said.plan());
    return (plan ? song.plan(said.message()) : song.say(said.message()))
        .thenApply(turn -> TurnModel.of(song, turn));
  }

  /** Renders a song that was planned: from now on each change of it is heard. */
  @PostMapping("/{id}/make")
  CompletableFuture<TurnModel> make(@PathVariable String id) {
    OpenSong song = found(id);
    if (song.plan().isEmpty()) {
      throw new Refused("The song %s is no plan; it is heard as it is made.".formatted(id));
    }
    return song.make().thenApply(turn -> done(song, turn));
  }

  /** The conversation about a song, the latest last. */
  @GetMapping("/{id}/chat")
  List<SayingModel> conversation(@PathVariable String id) {
    return found(id).sayings().stream()
        .map(said -> new SayingModel(said.user(), said.answer(), said.version()))
        .toList();
  }

  /** Calls one typed tool, as one step that can be undone. */
  @PostMapping("/{id}/tools/{tool}")
  CompletableFuture<TurnModel> call(
      @PathVariable String id,
      @PathVariable String tool,
      @RequestBody(required = false) @Nullable Map<String, Object> args) {
    OpenSong song = found(id);
    ObjectNode given = new ObjectMapper().valueToTree(args == null ? Map.of() : args);
    ToolCall call = new ToolCall(tool, given);
    Optional<String> fault = Tool.fault(call);
    if (fault.isPresent()) {
      throw new BadRequest(fault.get());
    }
    return song.act(tool.replace('_', ' '), List.of(call)).thenApply(turn -> done(song, turn));
  }

  private static TurnModel done(OpenSong song, TalkTurn turn) {
    turn.refusal()
        .ifPresent(
            why -> {
              throw new Refused(why);
            });
    return TurnModel.of(song, turn);
  }

  /** All versions of a song, the oldest first. */
  @GetMapping("/{id}/versions")
  List<VersionModel> versions(@PathVariable String id) {
    return found(id).versions().stream().map(VersionModel::of).toList();
  }

  /** Goes to another version; nothing is lost. */
  @PutMapping("/{id}/versions/current")
  CompletableFuture<TurnModel> goTo(@PathVariable String id, @RequestBody GoTo there) {
    OpenSong song = found(id);
    if (there.version() == null) {
      throw new BadRequest("Which version? Send {\"version\": \"3\"}.");
    }
    return song.goTo(there.version()).thenApply(turn -> done(song, turn));
  }

  /** Names the version that the song is; a name of another version moves here. */
  @PutMapping("/{id}/versions/current/name")
  CompletableFuture<List<VersionModel>> name(@PathVariable String id, @RequestBody Naming naming) {
    OpenSong song = found(id);
    if (naming.name() == null || naming.name().isBlank()) {
      throw new BadRequest("Which name? Send {\"name\": \"rough mix\"}.");
    }
    return song.name(naming.name())
        .thenApply(
            turn -> {
              var unused = done(song, turn);
              return versions(id);
            });
  }

  /** Renders the whole song, or waits for the render that goes on. */
  @PostMapping("/{id}/render")
  CompletableFuture<MixModel> render(@PathVariable String id) {
    OpenSong song = found(id);
    if (song.song().isEmpty()) {
      throw new Refused("There is no song yet. Say one first, such as \"dark trap at 140\".");
    }
    return song.mixed().thenApply(made -> mix(song, made));
  }

  private static MixModel mix(OpenSong song, Rendering made) {
    String url = "/api/v1/songs/%s/audio/mix?v=%d".formatted(song.id(), song.version());
    List<StemModel> stems =
        made.stems().keySet().stream()
            .map(
                role ->
                    new StemModel(role.word(), url.replace("/mix?", "/stems/" + role.word() + "?")))
            .toList();
    return new MixModel(url, stems, made.report().passed(), made.report().checks());
  }

  /** The mix that was whole last, as WAV; parts of it by HTTP range. */
  @GetMapping("/{id}/audio/mix")
  ResponseEntity<Resource> mix(@PathVariable String id) {
    return sound(
        found(id).mix().map(Rendering::mix),
        "There is no mix of this song yet. Render it first: POST /api/v1/songs/%s/render.",
        id);
  }

  /** A part of the mix that was whole last, as WAV; parts of it by HTTP range. */
  @GetMapping("/{id}/audio/stems/{instrument}")
  ResponseEntity<Resource> stem(@PathVariable String id, @PathVariable String instrument) {
    Optional<Path> file =
        found(id).mix().flatMap(made -> Role.named(instrument).map(made.stems()::get));
    return sound(file, "The song %s has no such part; render it first.", id);
  }

  /** What the last edit changed, as WAV. */
  @GetMapping("/{id}/audio/preview")
  ResponseEntity<Resource> preview(@PathVariable String id) {
    return sound(
        found(id).heard().map(SongSound.Stretch::file),
        "The last edit changed nothing that is heard in song %s.",
        id);
  }

  /** What stood there before the last edit, as WAV; rendered when it is asked for. */
  @GetMapping("/{id}/audio/before")
  CompletableFuture<ResponseEntity<Resource>> before(@PathVariable String id) {
    return found(id)
        .before()
        .thenApply(
            past ->
                sound(
                    past.map(SongSound.Stretch::file),
                    "The last edit changed nothing of song %s that was heard before.",
                    id));
  }

  /** How loud the mix that was whole last and its parts are over time, in decibels. */
  @GetMapping("/{id}/audio/levels")
  MixLevels levels(@PathVariable String id) {
    return MixLevels.of(
        found(id)
            .mix()
            .orElseThrow(() -> new NotFound("There is no mix of song %s yet.".formatted(id))));
  }

  private static ResponseEntity<Resource> sound(Optional<Path> file, String missing, String id) {
    Path found = file.orElseThrow(() -> new NotFound(missing.formatted(id)));
    return SoundFile.of(found);
  }

  private OpenSong found(String id) {
    return place.songs().find(id).orElseThrow(() -> new NotFound(place.songs().whyNot(id)));
  }

  private static SongModel model(OpenSong song) {
    return SongModel.of(song.id(), song.version(), song.song());
  }
}
