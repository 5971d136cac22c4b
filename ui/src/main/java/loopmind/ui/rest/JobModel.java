package loopmind.ui.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.ui.jobs.Job;
import loopmind.ui.jobs.Jobs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A song that is made while nobody waits.
 *
 * @param jobId names it
 * @param status {@code queued}, {@code processing}, {@code failed} or {@code completed}
 * @param progress 0 to 100
 * @param step what is being done, a few words; empty for nothing
 * @param created when it was asked for, ISO 8601
 * @param prompt as it was sent
 * @param results what was made; null before it is completed
 * @param error why it failed, one sentence; null where it did not
 */
record JobModel(
    @JsonProperty("job_id") String jobId,
    @JsonProperty("status_url") String statusUrl,
    String status,
    int progress,
    String step,
    String created,
    String prompt,
    @Nullable Results results,
    @Nullable String error) {

  static final String PATH = "/api/v1/jobs/";

  /**
   * @param mixedTrackUrl of the mix, WAV
   * @param stems a file an instrument; none where none were wanted
   * @param songUrl of the song, which can be edited further
   * @param qa report of the checks
   */
  record Results(
      @JsonProperty("mixed_track_url") String mixedTrackUrl,
      List<Stem> stems,
      @JsonProperty("song_url") String songUrl,
      Map<String, Object> qa) {}

  /**
   * @param instrument role of the layers in it
   * @param url of the file, WAV
   */
  record Stem(String instrument, String url) {}

  static JobModel of(Jobs.Told told) {
    Job job = told.job();
    return new JobModel(
        job.id(),
        PATH + job.id(),
        job.status().word(),
        told.percent(),
        told.step(),
        job.created().toString(),
        job.wish().prompt(),
        job.results().map(made -> results(job, made)).orElse(null),
        Optional.of(job.error()).filter(why -> !why.isEmpty()).orElse(null));
  }

  @SuppressWarnings("unchecked")
  private static Results results(Job job, Job.Results made) {
    return new Results(
        PATH + job.id() + "/audio/mix",
        made.stems().stream()
            .map(role -> new Stem(role, PATH + job.id() + "/audio/stems/" + role))
            .toList(),
        "/api/v1/songs/" + job.song(),
        JsonMapper.shared().readValue(made.qa(), Map.class));
  }
}
