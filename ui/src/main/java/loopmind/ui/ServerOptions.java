package loopmind.ui;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import loopmind.arranger.song.EditRefused;

/**
 * Where the server listens.
 *
 * @param host to listen on
 * @param port 1 to 65535; 0 for any that is free
 * @param token that callers must know; needed where others than this machine are listened to
 */
public record ServerOptions(String host, int port, Optional<String> token) {

  /** Where it listens unless told otherwise. */
  public static final String LOOPBACK = "127.0.0.1";

  public static final int USUAL_PORT = 8420;

  private static final int SHORTEST_TOKEN = 16, LAST_PORT = 65_535;

  public ServerOptions {
    if (port < 0 || port > LAST_PORT) {
      throw new EditRefused("There is no port %d. Choose 1 to %d.", port, LAST_PORT);
    }
    if (token.filter(word -> word.length() < SHORTEST_TOKEN).isPresent()) {
      throw new EditRefused(
          "The token is too short to keep anybody out. Give one of %d characters or more.",
          SHORTEST_TOKEN);
    }
    if (!isLoopback(host) && token.isEmpty()) {
      throw new EditRefused(
          "On %s others could reach LoopMind. Give a --token that they must know, or leave --host out.",
          host);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new EditRefused("There is no address %s on this machine.", host);
    }
  }

  /** Whether this machine alone can reach it. */
  public boolean isLocal() {
    return isLoopback(host);
  }
}
