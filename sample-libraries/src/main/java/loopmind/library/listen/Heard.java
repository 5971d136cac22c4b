package loopmind.library.listen;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The facts found so far in one region, by their type. */
public final class Heard {

  private final Map<Class<? extends Record>, Record> facts;

  public Heard() {
    this(Map.of());
  }

  private Heard(Map<Class<? extends Record>, Record> facts) {
    this.facts = facts;
  }

  public <F extends Record> Heard with(F fact) {
    Map<Class<? extends Record>, Record> more = new LinkedHashMap<>(facts);
    more.put(fact.getClass(), fact);
    return new Heard(more);
  }

  /** The facts of that type; empty where their analyser failed or has not run. */
  public <F extends Record> Optional<F> get(Class<F> type) {
    return Optional.ofNullable(facts.get(type)).map(type::cast);
  }
}
