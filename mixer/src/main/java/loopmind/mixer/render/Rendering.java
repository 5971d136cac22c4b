package loopmind.mixer.render;

import java.nio.file.Path;
import java.util.Map;
import loopmind.arranger.loop.Role;
import loopmind.mixer.measure.QaReport;

/**
 * What a render made.
 *
 * @param mix the master's file
 * @param stems files by role; empty where none were asked for
 * @param report of the checks it passed or failed
 * @param renderMillis time to render and mix
 * @param masterMillis time to master, write and check
 */
public record Rendering(
    Path mix, Map<Role, Path> stems, QaReport report, long renderMillis, long masterMillis) {}
