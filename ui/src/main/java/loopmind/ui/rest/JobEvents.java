package loopmind.ui.rest;

import java.io.IOException;
import loopmind.ui.jobs.Job;
import loopmind.ui.jobs.Jobs;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells one caller how far one job is, until it is over or the caller has gone. */
final class JobEvents {

  private static final long FOR_EVER = 0;

  private final Jobs jobs;
  private final Job job;
  private final SseEmitter to = new SseEmitter(FOR_EVER);
  private boolean over;

  private JobEvents(Jobs jobs, Job job) {
    this.jobs = jobs;
    this.job = job;
  }

  static SseEmitter of(Jobs jobs, Job job) {
    JobEvents events = new JobEvents(jobs, job);
    Runnable leave =
        jobs.onChange(
            number -> {
              if (number == job.number()) {
                events.tell();
              }
            });
    events.to.onCompletion(leave);
    events.to.onError(gone -> leave.run());
    events.tell();
    return events.to;
  }

  private synchronized void tell() {
    if (over) {
      return;
    }
    try {
      JobModel now = jobs.find(job.id()).map(JobModel::of).orElse(null);
      if (now != null) {
        to.send(SseEmitter.event().name("progress").data(now));
      }
      if (now == null || now.error() != null || now.results() != null) {
        over = true;
        to.complete();
      }
    } catch (IOException | IllegalStateException gone) {
      over = true;
    }
  }
}
