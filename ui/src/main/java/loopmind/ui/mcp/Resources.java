package loopmind.ui.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.song.EditRefused;
import loopmind.library.catalogue.Marks;
import loopmind.ui.Failures;
import loopmind.ui.OpenSong;
import loopmind.ui.Workplace;
import loopmind.ui.rest.LoopModel;
import loopmind.ui.rest.SongModel;
import loopmind.ui.rest.Statistics;
import loopmind.ui.rest.VersionModel;

/** What can be read without calling a tool, as JSON. */
final class Resources {

  static final String SONGS = "loopmind://songs";

  private static final String STATISTICS = "loopmind://library/statistics";
  private static final String LOOPS = "loopmind://library/loops/";
  private static final String VERSIONS = "/versions";
  private static final String JSON = "application/json";

  private final Workplace place;
  private final SongsInUse songs;
  private final McpJsonMapper mapper;

  Resources(Workplace place, SongsInUse songs, McpJsonMapper mapper) {
    this.place = place;
    this.songs = songs;
    this.mapper = mapper;
  }

  /** The address of a song. */
  static String song(String id) {
    return SONGS + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The address of the versions of a song. */
  static String versions(String id) {
    return song(id) + VERSIONS;
  }

  List<SyncResourceSpecification> fixed() {
    return List.of(
        fixed(SONGS, "songs", "all songs, the one changed last first", place.songs()::list),
        fixed(
            STATISTICS,
            "library statistics",
            "how many loops the library holds, by role",
            () -> Statistics.of(place.knownLoops())));
  }

  List<SyncResourceTemplateSpecification> templates() {
    return List.of(
        template(
            SONGS + "/{id}",
            "song",
            "a song as it is: sections, layers, placements, and why each loop was chosen",
            uri -> model(songs.found(part(uri, SONGS + "/", "")))),
        template(
            SONGS + "/{id}" + VERSIONS,
            "versions of a song",
            "every version, with the message that led to it",
            uri ->
                songs.found(part(uri, SONGS + "/", VERSIONS)).versions().stream()
                    .map(VersionModel::of)
                    .toList()),
        template(
            LOOPS + "{id}",
            "loop",
            "what is known of a loop of the library; the # of its id is written %23",
            uri -> loop(part(uri, LOOPS, ""))));
  }

  private static SongModel model(OpenSong song) {
    return SongModel.of(song.id(), song.version(), song.song());
  }

  private LoopModel loop(String id) {
    Loop loop =
        place.loop(id).orElseThrow(() -> new EditRefused("The library has no loop %s.", id));
    return LoopModel.of(loop, place.library().marks().getOrDefault(id, Marks.NONE));
  }

  private static String part(String uri, String before, String after) {
    String part = uri.substring(before.length(), uri.length() - after.length());
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new EditRefused("%s is no address of LoopMind.", uri);
    }
  }

  private SyncResourceSpecification fixed(
      String uri, String name, String holds, Supplier<Object> facts) {
    return new SyncResourceSpecification(
        McpSchema.Resource.builder(uri, name).description(holds).mimeType(JSON).build(),
        (exchange, request) -> read(request, any -> facts.get()));
  }

  private SyncResourceTemplateSpecification template(
      String uri, String name, String holds, Function<String, Object> facts) {
    return new SyncResourceTemplateSpecification(
        McpSchema.ResourceTemplate.builder(uri, name).description(holds).mimeType(JSON).build(),
        (exchange, request) -> read(request, facts));
  }

  private ReadResourceResult read(ReadResourceRequest request, Function<String, Object> facts) {
    try {
      String text = mapper.writeValueAsString(facts.apply(request.uri()));
      return ReadResourceResult.builder(
              List.of(
                  McpSchema.TextResourceContents.builder(request.uri(), text)
                      .mimeType(JSON)
                      .build()))
          .build();
    } catch (EditRefused missing) {
      throw McpError.builder(McpSchema.ErrorCodes.RESOURCE_NOT_FOUND)
          .message(String.valueOf(missing.getMessage()))
          .build();
    } catch (RuntimeException | IOException failed) {
      throw McpError.builder(Messages.FAILED)
          .message(Failures.sentence(failed, place.home()))
          .build();
    }
  }
}
