package loopmind.ui;

import loopmind.mixer.render.Rendering;

/** Hears of mixes that are rendered in the background; called on another thread. */
public interface MixListener {

  /** A mix is whole. */
  void mixed(Rendering made);

  /** A mix could not be made; not told where it was given up. */
  void failed(RuntimeException why);

  /** Nobody listens. */
  MixListener NONE =
      new MixListener() {
        @Override
        public void mixed(Rendering made) {}

        @Override
        public void failed(RuntimeException why) {}
      };
}
