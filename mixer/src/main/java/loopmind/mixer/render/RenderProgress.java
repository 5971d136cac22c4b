package loopmind.mixer.render;

/** Is told how far a render is, and may stop it. */
public interface RenderProgress {

  /**
   * @param step what is done, a few words
   * @param share of that step, 0 to 1
   */
  void at(String step, double share);

  /** Asked often; true ends the render with {@link java.util.concurrent.CancellationException}. */
  boolean cancelled();

  /** Nobody watches, nobody stops it. */
  RenderProgress NONE =
      new RenderProgress() {
        @Override
        public void at(String step, double share) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };
}
