package loopmind.ui.jobs;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import loopmind.arranger.song.EditRefused;
import loopmind.ui.OpenSongs;
import org.jspecify.annotations.Nullable;

/**
 * The queue of songs that are made while nobody waits: one after the other, in the order in which
 * they were asked for. A job that was acknowledged is made, whatever happens: after the end of the
 * process at any moment, waiting jobs go on waiting, the one that was being made is taken up where
 * its song stands, and what was made stays. Safe for any number of threads.
 */
public final class Jobs implements AutoCloseable {

  /** Jobs that may wait; more are refused. */
  static final int MOST_WAITING = 500;

  /** A job with which the process ended so often is begun no more. */
  static final int MOST_ATTEMPTS = 5;

  private final Path folder;
  private final JobTable table;
  private final JobWork work;
  private final InstantSource clock;
  private final Function<Exception, String> why;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("jobs").factory());
  private final Map<Long, JobRun> runs = new ConcurrentHashMap<>();
  private final List<Consumer<Long>> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /**
   * How far a job is.
   *
   * @param job as the table has it
   * @param percent that is done, 0 to 100; never less than before
   * @param step what is being done, a few words; empty for nothing
   */
  public record Told(Job job, int percent, String step) {}

  /**
   * Takes up the jobs of a folder; those that wait begin at once.
   *
   * @param folder of the table, of references and of what is made
   * @param songs where the jobs' songs are made
   * @param why a job failed, one sentence
   */
  public Jobs(Path folder, OpenSongs songs, InstantSource clock, Function<Exception, String> why) {
    this.folder = folder;
    this.clock = clock;
    this.why = why;
    table = JobTable.open(folder.resolve("jobs.db"));
    work = new JobWork(songs);
    table.requeue();
    wake();
  }

  /** Where references lie until they are read. */
  public Path references() {
    return folder.resolve("references");
  }

  /** What a job made. */
  public Path made(Job job) {
    return folder.resolve(job.id());
  }

  /**
   * Keeps a wish; once this has returned it will be made.
   *
   * @throws EditRefused where too many wait
   */
  public Told add(JobWish wish) {
    if (table.waiting() >= MOST_WAITING) {
      throw new EditRefused(
          "%d jobs wait already. Wait until some are done, or cancel some.", MOST_WAITING);
    }
    long number = table.add(wish, clock.instant());
    wake();
    return find(Job.PREFIX + number).orElseThrow();
  }

  private void wake() {
    worker.execute(this::doAll);
  }

  private void doAll() {
    for (Optional<Job> next = next(); next.isPresent(); next = next()) {
      doJob(next.get());
    }
  }

  private Optional<Job> next() {
    return closed ? Optional.empty() : table.next();
  }

  private void doJob(Job job) {
    if (job.attempts() >= MOST_ATTEMPTS) {
      table.fail(
          job.number(),
          "LoopMind ended %d times while it made this; it is not tried again."
              .formatted(job.attempts()));
      tell(job.number());
      return;
    }
    JobRun run = new JobRun(() -> tell(job.number()));
    runs.put(job.number(), run);
    String song = job.song().isEmpty() ? work.freeName(job.id()) : job.song();
    table.begin(job.number(), song);
    run.at("begun", 0);
    try {
      table.complete(job.number(), work.make(job.wish(), song, made(job), run));
    } catch (RuntimeException failed) {
      if (!closed) { // a job that the end of the process stops is taken up at the next start
        table.fail(job.number(), run.cancelled() ? "It was cancelled." : why.apply(failed));
      }
    } finally {
      runs.remove(job.number());
      tell(job.number());
    }
  }

  /** A job by its id. */
  public Optional<Told> find(String id) {
    return numberOf(id).flatMap(table::find).map(this::told);
  }

  private static Optional<Long> numberOf(String id) {
    String digits = id.startsWith(Job.PREFIX) ? id.substring(Job.PREFIX.length()) : "";
    return digits.matches("[1-9][0-9]{0,17}")
        ? Optional.of(Long.parseLong(digits))
        : Optional.empty();
  }

  private Told told(Job job) {
    @Nullable JobRun run = runs.get(job.number());
    if (run != null && !job.status().isOver()) {
      return new Told(job, run.percent(), run.step());
    }
    return new Told(job, job.status() == JobStatus.COMPLETED ? JobRun.ALL : 0, "");
  }

  /** The jobs that were asked for last, the latest first. */
  public List<Told> latest(int most) {
    return table.latest(most).stream().map(this::told).toList();
  }

  /** How many wait. */
  public int waiting() {
    return table.waiting();
  }

  /** Ends a job that waits or is being made; one that is over is forgotten with what it made. */
  public void cancel(Job job) {
    @Nullable JobRun run = runs.get(job.number());
    if (run != null) {
      run.cancel();
    } else if (job.status().isOver()) {
      table.delete(job.number());
      JobWork.delete(made(job));
      job.wish().reference().filter(file -> !table.refersTo(file)).ifPresent(JobWork::delete);
    } else {
      table.fail(job.number(), "It was cancelled.");
    }
    tell(job.number());
  }

  private void tell(long number) {
    listeners.forEach(listener -> listener.accept(number));
  }

  /**
   * Calls a listener, on whatever thread, with the number of a job that has come further.
   *
   * @return to be run when it should be called no more
   */
  public Runnable onChange(Consumer<Long> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    closed = true;
    runs.values().forEach(JobRun::cancel);
    worker.close();
    table.close();
  }
}
