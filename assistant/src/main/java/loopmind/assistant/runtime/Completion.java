package loopmind.assistant.runtime;

/**
 * What a model wrote.
 *
 * @param text as written
 * @param whole whether the model ended it itself; false where it was cut off at the limit
 */
public record Completion(String text, boolean whole) {}
