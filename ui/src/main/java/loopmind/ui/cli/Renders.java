package loopmind.ui.cli;

import loopmind.mixer.render.RenderProgress;

/** Shows a render's progress, and stops it when that is asked. */
record Renders(Say say, Stopping stop) implements RenderProgress {

  @Override
  public void at(String step, double share) {
    say.progress(step, share);
  }

  @Override
  public boolean cancelled() {
    return stop.asked();
  }
}
