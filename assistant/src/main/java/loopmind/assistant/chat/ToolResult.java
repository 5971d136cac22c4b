package loopmind.assistant.chat;

/**
 * What a tool did.
 *
 * @param text for the person: what changed, or the answer; one or more lines
 */
public record ToolResult(String text) {}
