package loopmind.ui.rest;

import java.nio.file.Path;
import java.util.List;
import loopmind.ui.Exports;
import loopmind.ui.Workplace;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What songs were exported to: listed, and fetched. */
@RestController
@RequestMapping("/api/v1/songs/{id}/exports")
final class ExportsController {

  private final Workplace place;

  ExportsController(Workplace place) {
    this.place = place;
  }

  /**
   * @param name of the file
   * @param bytes of it
   * @param written when it was, ISO 8601
   * @param url to fetch it
   */
  record ExportModel(String name, long bytes, String written, String url) {}

  /** The exports of a song, the latest first; the tool export_song makes them. */
  @GetMapping
  List<ExportModel> list(@PathVariable String id) {
    return place.exports().list(known(id)).stream().map(one -> model(id, one)).toList();
  }

  private static ExportModel model(String id, Exports.Export one) {
    return new ExportModel(
        one.name(),
        one.bytes(),
        one.written().toString(),
        "/api/v1/songs/%s/exports/file?name=%s".formatted(id, one.name()));
  }

  /** One export as a download. */
  @GetMapping("/file")
  ResponseEntity<Resource> file(@PathVariable String id, @RequestParam String name) {
    Path file =
        place
            .exports()
            .find(known(id), name)
            .orElseThrow(
                () -> new NotFound("The song %s was not exported to \"%s\".".formatted(id, name)));
    String last = String.valueOf(file.getFileName());
    return ResponseEntity.ok()
        .contentType(MediaTypeFactory.getMediaType(last).orElse(MediaType.APPLICATION_OCTET_STREAM))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(last).build().toString())
        .body(new FileSystemResource(file));
  }

  private String known(String id) {
    return place.songs().find(id).orElseThrow(() -> new NotFound(place.songs().whyNot(id))).id();
  }
}
