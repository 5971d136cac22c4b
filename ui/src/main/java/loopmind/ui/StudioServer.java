package loopmind.ui;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import loopmind.arranger.song.EditRefused;
import loopmind.ui.mcp.McpServlet;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.support.GenericApplicationContext;

/** The studio as a server: the page, and REST. The only place where Spring starts. */
public final class StudioServer implements AutoCloseable {

  /** Kept, or the level that is set would be forgotten with the logger. */
  private static final Logger TOMCAT = Logger.getLogger("org.apache"),
      VALIDATOR = Logger.getLogger("org.hibernate");

  private final ServletWebServerApplicationContext context;

  private StudioServer(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /** What Spring looks for parts of; everything else is made by plain constructors. */
  @SpringBootApplication(
      scanBasePackages = {"loopmind.ui.rest", "loopmind.ui.timeline"},
      proxyBeanMethods = false)
  static class Parts {}

  /**
   * Serves a workplace until it is closed; the workplace stays open then.
   *
   * @throws EditRefused where the port is taken
   */
  public static StudioServer start(Workplace place, ServerOptions options) {
    place.keepStems();
    // Spring would set the levels anew
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    TOMCAT.setLevel(Level.SEVERE);
    VALIDATOR.setLevel(Level.SEVERE);
    SpringApplication application =
        new SpringApplicationBuilder(Parts.class)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .initializers(
                context -> {
                  GenericApplicationContext beans = (GenericApplicationContext) context;
                  beans.registerBean(
                      Workplace.class, () -> place, bean -> bean.setDestroyMethodName(""));
                  beans.registerBean(ServerOptions.class, () -> options);
                  beans.registerBean(
                      ServletRegistrationBean.class,
                      () -> new ServletRegistrationBean<>(new McpServlet(place), McpServlet.PATH));
                })
            .properties(properties(options))
            .build();
    try {
      return new StudioServer((ServletWebServerApplicationContext) application.run());
    } catch (PortInUseException taken) {
      throw new EditRefused(
          "Port %d is taken, maybe by LoopMind itself. Choose another with --port.",
          options.port());
    }
  }

  private static Map<String, Object> properties(ServerOptions options) {
    return Map.ofEntries(
        Map.entry("server.address", options.host()),
        Map.entry("server.port", options.port()),
        Map.entry("server.error.include-stacktrace", "never"),
        Map.entry("server.error.include-message", "never"),
        Map.entry("server.shutdown", "immediate"),
        Map.entry("spring.main.lazy-initialization", true),
        Map.entry("spring.mvc.problemdetails.enabled", true),
        Map.entry("spring.mvc.async.request-timeout", "30m"),
        Map.entry("spring.jmx.enabled", false),
        Map.entry("spring.devtools.add-properties", false),
        // read by the handler, so that a fault in the parts is told as any other
        Map.entry("spring.servlet.multipart.resolve-lazily", true),
        Map.entry("spring.servlet.multipart.max-file-size", "512MB"),
        Map.entry("spring.servlet.multipart.max-request-size", "2GB"),
        Map.entry("springdoc.api-docs.path", "/api/v1/openapi.json"),
        Map.entry("springdoc.swagger-ui.path", "/api/v1/docs"),
        Map.entry("springdoc.packages-to-scan", "loopmind.ui.rest"),
        Map.entry("vaadin.launch-browser", false),
        Map.entry("vaadin.productionMode", true),
        Map.entry("vaadin.whitelisted-packages", "loopmind.ui.timeline"));
  }

  /** The port that it listens on. */
  public int port() {
    return context.getWebServer().getPort();
  }

  @Override
  public void close() {
    context.close();
  }
}
