package loopmind.mixer.measure;

/**
 * One check of a finished render.
 *
 * @param name what was checked, such as {@code loudness}
 * @param value what was measured
 * @param target what it should be, or the limit
 * @param unit of both
 * @param passed whether it is
 */
public record QaCheck(String name, double value, double target, String unit, boolean passed) {}
