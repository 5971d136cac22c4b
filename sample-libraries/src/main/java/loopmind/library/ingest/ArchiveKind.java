package loopmind.library.ingest;

import java.util.Locale;
import java.util.Optional;

/** The archives that are looked into, by the ending of their name. */
enum ArchiveKind {
  ZIP(".zip"),
  TAR(".tar"),
  TAR_GZ(".tar.gz", ".tgz"),
  SEVEN_ZIP(".7z");

  private final String[] endings;

  ArchiveKind(String... endings) {
    this.endings = endings;
  }

  static Optional<ArchiveKind> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (ArchiveKind kind : values()) {
      for (String ending : kind.endings) {
        if (lower.endsWith(ending)) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }
}
