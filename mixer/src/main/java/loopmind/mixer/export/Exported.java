package loopmind.mixer.export;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.Role;
import loopmind.mixer.measure.QaReport;

/**
 * What an export wrote.
 *
 * @param file the song
 * @param replaced whether a file of that name had been there
 * @param stems files by role; empty where none were asked for, or where they lie in {@code file}
 * @param report of the checks of the render; empty where nothing was rendered
 */
public record Exported(
    Path file, boolean replaced, Map<Role, Path> stems, Optional<QaReport> report) {}
