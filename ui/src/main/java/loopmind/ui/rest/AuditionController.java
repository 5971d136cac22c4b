package loopmind.ui.rest;

import loopmind.arranger.loop.Loop;
import loopmind.arranger.song.Song;
import loopmind.ui.OpenSong;
import loopmind.ui.Workplace;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Loops as they would sound in a song. */
@RestController
@RequestMapping("/api/v1/songs/{id}/audition")
final class AuditionController {

  private final Workplace place;

  AuditionController(Workplace place) {
    this.place = place;
  }

  /** A loop in the tempo and key of the song, as WAV of whole bars; parts of it by HTTP range. */
  @GetMapping("/{loop}/audio")
  ResponseEntity<Resource> audio(@PathVariable String id, @PathVariable("loop") String loopId) {
    OpenSong song =
        place.songs().find(id).orElseThrow(() -> new NotFound(place.songs().whyNot(id)));
    Song now =
        song.song()
            .orElseThrow(
                () -> new Refused("There is no song yet, so there is no tempo to hear it in."));
    Loop loop =
        place
            .loop(loopId)
            .orElseThrow(() -> new NotFound("The library has no loop %s.".formatted(loopId)));
    return SoundFile.of(place.audition().in(now, loop));
  }
}
