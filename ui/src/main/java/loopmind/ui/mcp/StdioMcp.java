package loopmind.ui.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import loopmind.arranger.song.EditRefused;
import loopmind.ui.Workplace;

/** The Model Context Protocol over two streams: a message a line. */
public final class StdioMcp {

  private static final int PIPE_BYTES = 1 << 16;
  private static final Duration LAST_ANSWERS = Duration.ofMinutes(10);

  private StdioMcp() {}

  /**
   * Serves a workplace until the input ends and what was asked by then is answered.
   *
   * @param in messages of the client
   * @param out nothing but messages goes there
   * @throws EditRefused where the input cannot be read
   */
  public static void serve(Workplace place, InputStream in, OutputStream out) {
    McpJsonMapper mapper = Messages.mapper();
    try (PipedInputStream received = new PipedInputStream(PIPE_BYTES);
        PipedOutputStream passed = new PipedOutputStream(received)) {
      StdioMessages messages = new StdioMessages(passed, out);
      StdioServerTransportProvider transport =
          new StdioServerTransportProvider(mapper, received, messages.answers());
      try (SongServer server = SongServer.over(place, transport, mapper)) {
        read(in, messages);
        messages.awaitAnswers(LAST_ANSWERS);
      }
    } catch (IOException failed) {
      throw new EditRefused("Standard input cannot be read: %s.", failed.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void read(InputStream in, StdioMessages messages) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        messages.received(line);
      }
    }
  }
}
