package loopmind.ui.rest;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import loopmind.ui.Failures;
import loopmind.ui.Workplace;
import loopmind.ui.jobs.Job;
import loopmind.ui.jobs.JobWish;
import loopmind.ui.jobs.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Songs that are made while nobody waits: asked for with a prompt, followed, fetched. Begins with
 * the server, because jobs of an earlier run wait to be taken up.
 */
@Lazy(false)
@RestController
@RequestMapping("/api/v1/jobs")
final class JobsController implements DisposableBean {

  private static final int MOST_LISTED = 200, LONGEST_PROMPT = 2_000;

  private final Jobs jobs;

  JobsController(Workplace place) {
    jobs =
        new Jobs(
            place.home().jobs(),
            place.songs(),
            InstantSource.system(),
            failed -> Failures.sentence(failed, place.home()));
  }

  /**
   * Asks for a song.
   *
   * @param prompt such as "dark trap at 140", 1 to 2,000 characters
   * @param reference a finished track that the song is to follow
   * @param options JSON: {@code calls}, typed tools that are called after the prompt, and {@code
   *     stems}, whether a file an instrument is wanted, which is so unless told otherwise
   */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  JobModel add(
      @RequestParam(required = false) @Nullable String prompt,
      @RequestPart(name = "reference_track", required = false) @Nullable MultipartFile reference,
      @RequestParam(required = false) @Nullable String options) {
    String said = Optional.ofNullable(prompt).map(String::strip).orElse("");
    if (said.isEmpty()) {
      throw new BadRequest("The prompt is missing. Send one such as \"dark trap at 140\".");
    }
    if (said.length() > LONGEST_PROMPT) {
      throw new BadRequest(
          "The prompt is longer than %,d characters; say it shorter.".formatted(LONGEST_PROMPT));
    }
    JobOptions wanted = JobOptions.read(options);
    Optional<Path> track =
        Optional.ofNullable(reference).map(file -> ReferenceFile.kept(file, jobs.references()));
    return JobModel.of(jobs.add(new JobWish(said, track, wanted.calls(), wanted.stems())));
  }

  /** The jobs that were asked for last, the latest first. */
  @GetMapping
  List<JobModel> list(@RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST_LISTED) {
      throw new BadRequest("The limit goes from 1 to %d.".formatted(MOST_LISTED));
    }
    return jobs.latest(limit).stream().map(JobModel::of).toList();
  }

  /** How far a job is, and what it made. */
  @GetMapping("/{id}")
  JobModel job(@PathVariable String id) {
    return JobModel.of(found(id));
  }

  /** Ends a job that is not over; one that is over is forgotten with what it made. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable String id) {
    jobs.cancel(found(id).job());
  }

  /** Server-sent events: {@code progress} whenever the job has come further, until it is over. */
  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(@PathVariable String id) {
    return JobEvents.of(jobs, found(id).job());
  }

  /** The mix of a completed job; parts of it by HTTP range. */
  @GetMapping("/{id}/audio/mix")
  ResponseEntity<Resource> mix(@PathVariable String id) {
    return SoundFile.of(completed(id).resolve(Job.MIX));
  }

  /** A stem of a completed job; parts of it by HTTP range. */
  @GetMapping("/{id}/audio/stems/{instrument}")
  ResponseEntity<Resource> stem(@PathVariable String id, @PathVariable String instrument) {
    Path folder = completed(id);
    boolean known =
        found(id).job().results().filter(made -> made.stems().contains(instrument)).isPresent();
    if (!known) {
      throw new NotFound("The job %s has no stem \"%s\".".formatted(id, instrument));
    }
    return SoundFile.of(folder.resolve(Job.STEMS).resolve(instrument + ".wav"));
  }

  private Path completed(String id) {
    Job job = found(id).job();
    if (job.results().isEmpty()) {
      throw new NotFound(
          "The job %s has made nothing yet: it is %s.".formatted(id, job.status().word()));
    }
    return jobs.made(job);
  }

  private Jobs.Told found(String id) {
    return jobs.find(id)
        .orElseThrow(() -> new NotFound("There is no job called %s.".formatted(id)));
  }

  @Override
  public void destroy() {
    jobs.close();
  }
}
