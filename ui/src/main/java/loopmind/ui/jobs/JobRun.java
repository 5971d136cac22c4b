package loopmind.ui.jobs;

import java.util.concurrent.CopyOnWriteArrayList;
import loopmind.mixer.render.RenderProgress;

/** How far the job is that is being made, and whether somebody wants it to end. */
final class JobRun implements RenderProgress {

  static final int ALL = 100;

  private final Runnable further;
  private final CopyOnWriteArrayList<Runnable> whenCancelled = new CopyOnWriteArrayList<>();
  private volatile int percent;
  private volatile String step = "";
  private volatile boolean cancelled;
  private int from;
  private int to = ALL;

  /**
   * @param further run when it has come further
   */
  JobRun(Runnable further) {
    this.further = further;
  }

  /** What comes next is this part of the whole, in percent. */
  synchronized void stage(int begin, int end) {
    from = begin;
    to = end;
  }

  @Override
  public synchronized void at(String doing, double share) {
    int now = from + (int) ((to - from) * Math.clamp(share, 0, 1));
    boolean news = now > percent || !doing.equals(step);
    percent = Math.max(percent, now);
    step = doing;
    if (news) {
      further.run();
    }
  }

  int percent() {
    return percent;
  }

  String step() {
    return step;
  }

  /** Runs something when, or if already, somebody wants the job to end. */
  void whenCancelled(Runnable doing) {
    whenCancelled.add(doing);
    if (cancelled) {
      doing.run();
    }
  }

  void cancel() {
    cancelled = true;
    whenCancelled.forEach(Runnable::run);
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }
}
