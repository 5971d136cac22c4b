package loopmind.library.ingest;

import java.util.Locale;
import java.util.Set;

/** Files that systems and programs leave lying beside what people keep. */
final class HiddenFiles {

  private static final Set<String> SYSTEM =
      Set.of("__macosx", "thumbs.db", "desktop.ini", "$recycle.bin", "system volume information");

  private HiddenFiles() {}

  /** Whether a file or folder of that name is left alone. */
  static boolean hides(String name) {
    return name.startsWith(".") || SYSTEM.contains(name.toLowerCase(Locale.ROOT));
  }

  static String sentence(String name) {
    return name.startsWith("._")
        ? "%s is what macOS keeps beside a file, not sound.".formatted(name)
        : "%s is a hidden file of the system, not sound.".formatted(name);
  }
}
