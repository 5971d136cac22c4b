package loopmind.ui.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import loopmind.ui.Workplace;
import org.jspecify.annotations.Nullable;

/**
 * The Model Context Protocol over streamable HTTP. Who may call is not checked here. Nothing is
 * built before the first call.
 */
public final class McpServlet extends HttpServlet {

  /** Where it answers. */
  public static final String PATH = "/mcp";

  private static final long serialVersionUID = 1L;

  private final transient Workplace place;
  private transient @Nullable Serving serving;

  private record Serving(
      HttpServletStreamableServerTransportProvider transport, SongServer server) {}

  public McpServlet(Workplace place) {
    this.place = place;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    serving().transport().service(request, response);
  }

  private synchronized Serving serving() {
    if (serving == null) {
      McpJsonMapper mapper = Messages.mapper();
      HttpServletStreamableServerTransportProvider transport =
          HttpServletStreamableServerTransportProvider.builder()
              .jsonMapper(mapper)
              .mcpEndpoint(PATH)
              .build();
      serving = new Serving(transport, SongServer.over(place, transport, mapper));
    }
    return serving;
  }

  @Override
  public synchronized void destroy() {
    if (serving != null) {
      serving.server().close();
      serving.transport().destroy();
      serving = null;
    }
  }
}
