package loopmind.mixer.export;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an export writes.
 *
 * @param format of the file, and of the stems
 * @param file where it will lie
 * @param stems folder for a file of each role; empty for none. A format that is no sound has none;
 *     a zip takes mix and stems in where this is given, and the folder is not made
 * @param threads that render, 1 or more; changes no byte
 */
public record ExportOptions(ExportFormat format, Path file, Optional<Path> stems, int threads) {}
