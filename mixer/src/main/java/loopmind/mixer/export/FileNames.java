package loopmind.mixer.export;

import java.util.Locale;
import loopmind.arranger.loop.Loop;

/** Names for the loops within an archive: safe on every system, and one a content. */
final class FileNames {

  private static final int LONGEST = 48, DIGITS = 8;

  private FileNames() {}

  /** The loop's name in plain letters, and the beginning of its hash. */
  static String of(Loop loop, String ending) {
    String text = loop.id().text();
    String region = text.contains("#") ? "-" + text.substring(text.indexOf('#') + 1) : "";
    return plain(loop) + region + "." + ending;
  }

  /** As {@link #of}, for the whole file that the loop was cut from, with its own ending. */
  static String ofFile(Loop loop) {
    String name = loop.inside().orElse(String.valueOf(loop.path().getFileName()));
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return plain(loop) + (ending.matches("[a-z0-9]{1,5}") ? "." + ending : "");
  }

  private static String plain(Loop loop) {
    String plain = loop.name().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String kept = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    String hash = loop.id().hash();
    String digits = hash.length() > DIGITS ? hash.substring(0, DIGITS) : hash;
    return (kept.isEmpty() ? "loop" : kept) + "-" + digits;
  }
}
