package loopmind.arranger.song;

import java.util.Locale;

/**
 * An edit that cannot be done. The message is for a musician and a model alike: what would have
 * happened, with the value and unit, then what to do.
 */
public final class EditRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EditRefused(String sentence, Object... values) {
    super(values.length == 0 ? sentence : String.format(Locale.ROOT, sentence, values));
  }
}
