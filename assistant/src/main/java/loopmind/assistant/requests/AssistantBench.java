package loopmind.assistant.requests;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.chat.Interpreter;
import loopmind.assistant.notation.Rule;

/**
 * How an interpreter does on labelled messages, by category: time, validity, the right tools.
 * Whether every argument is right is for the scorer of the labels to say, from the predictions.
 */
public final class AssistantBench {

  /** The category of all messages together. */
  public static final String ALL = "all";

  /**
   * The figures of one category.
   *
   * @param messages how many
   * @param valid share whose calls keep the contract, 0 to 1
   * @param named share with the right tools in the right order, of the labelled ones, 0 to 1
   * @param unreadable how many were answered with a sentence instead of calls
   * @param p50Millis median time, by nearest rank
   * @param p95Millis time that 95 % do not exceed, by nearest rank
   */
  public record Row(
      String category,
      int messages,
      double valid,
      double named,
      int unreadable,
      double p50Millis,
      double p95Millis) {}

  private final Interpreter interpreter;
  private final Map<Rule, Integer> rules = new EnumMap<>(Rule.class);
  private int read;

  public AssistantBench(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /**
   * Reads every message.
   *
   * @param predicted takes each result as it comes
   * @return a row a category, in the order of their first message, then {@link #ALL}
   */
  public List<Row> run(RequestsFile file, Consumer<Interpreted> predicted) {
    interpreter.ready();
    Map<String, List<Interpreted>> byCategory = new LinkedHashMap<>();
    List<Interpreted> all = new ArrayList<>();
    for (RequestsFile.Request request : file.requests()) {
      Interpreted result = Interpreted.by(interpreter, request);
      predicted.accept(result);
      result.rules().forEach(rule -> rules.merge(rule, 1, Integer::sum));
      read++;
      all.add(result);
      byCategory.computeIfAbsent(request.category(), c -> new ArrayList<>()).add(result);
    }
    List<Row> rows = new ArrayList<>();
    byCategory.forEach((category, results) -> rows.add(row(category, results)));
    if (!all.isEmpty()) {
      rows.add(row(ALL, all));
    }
    return rows;
  }

  /** For each rule the share of the messages read so far in which it had a say, 0 to 1. */
  public Map<Rule, Double> ruleShares() {
    Map<Rule, Double> shares = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      shares.put(rule, read == 0 ? 0 : rules.getOrDefault(rule, 0) / (double) read);
    }
    return shares;
  }

  private static Row row(String category, List<Interpreted> results) {
    List<Interpreted> labelled =
        results.stream().filter(result -> result.request().expected().isPresent()).toList();
    return new Row(
        category,
        results.size(),
        share(results, AssistantBench::isValid),
        share(labelled, AssistantBench::isNamed),
        (int) results.stream().filter(result -> !result.error().isEmpty()).count(),
        percentile(results, 0.50),
        percentile(results, 0.95));
  }

  private static boolean isValid(Interpreted result) {
    return result.calls().stream().allMatch(call -> Tool.fault(call).isEmpty());
  }

  private static boolean isNamed(Interpreted result) {
    List<String> tools = result.calls().stream().map(ToolCall::tool).toList();
    return tools.equals(result.request().expected().orElseThrow());
  }

  private static double share(List<Interpreted> results, Predicate<Interpreted> holds) {
    return results.isEmpty() ? 0 : (double) results.stream().filter(holds).count() / results.size();
  }

  private static double percentile(List<Interpreted> results, double share) {
    double[] sorted = results.stream().mapToDouble(Interpreted::millis).sorted().toArray();
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
