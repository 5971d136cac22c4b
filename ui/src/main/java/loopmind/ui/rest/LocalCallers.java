package loopmind.ui.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loopmind.ui.ServerOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody in who should not be: a page of another site cannot call LoopMind through the user's
 * browser (Host and Origin are checked, which also ends DNS rebinding), and who comes over the
 * network must know the token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LocalCallers extends OncePerRequestFilter {

  private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String COOKIE = "loopmind-token", BEARER = "Bearer ", IN_QUERY = "token=";

  /** Vaadin's own start-up script stands in the page; nothing comes from elsewhere. */
  private static final String POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:; connect-src 'self';"
          + " frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

  private final ServerOptions options;

  LocalCallers(ServerOptions options) {
    this.options = options;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (!comesFromHere(request)) {
      refuse(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "LoopMind answers its own page and programs of this machine alone.");
    } else if (!knowsTheToken(request, response)) {
      refuse(
          response,
          HttpServletResponse.SC_UNAUTHORIZED,
          "This LoopMind wants its token: Authorization: Bearer TOKEN, or ?token=TOKEN once.");
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean comesFromHere(HttpServletRequest request) {
    Optional<String> host = hostOf("http://" + request.getHeader("Host"));
    String origin = request.getHeader("Origin");
    boolean known = host.isPresent() && (!options.isLocal() || LOCAL.contains(host.get()));
    return known && (origin == null || same(origin, request.getHeader("Host")));
  }

  private static boolean same(String origin, @Nullable String host) {
    return origin.equals("http://" + host) || origin.equals("https://" + host);
  }

  private static Optional<String> hostOf(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getHost());
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private boolean knowsTheToken(HttpServletRequest request, HttpServletResponse response) {
    if (options.token().isEmpty()) {
      return true;
    }
    String given = inAddress(request);
    if (given != null && isToken(given)) {
      Cookie cookie = new Cookie(COOKIE, given);
      cookie.setHttpOnly(true);
      cookie.setPath("/");
      cookie.setAttribute("SameSite", "Strict");
      response.addCookie(cookie);
      return true;
    }
    String header = request.getHeader("Authorization");
    Stream<String> told =
        Stream.concat(
            Stream.ofNullable(header)
                .filter(one -> one.startsWith(BEARER))
                .map(one -> one.substring(BEARER.length())),
            Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(one -> one.getName().equals(COOKIE))
                .map(Cookie::getValue));
    return told.anyMatch(this::isToken);
  }

  /** From the address alone: to look into a body would read all of it for somebody unknown. */
  private static @Nullable String inAddress(HttpServletRequest request) {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    for (String part : query.split("&")) {
      if (part.startsWith(IN_QUERY)) {
        return URLDecoder.decode(
            part.substring(IN_QUERY.length()).replaceAll("%(?![0-9A-Fa-f]{2})", "%25"),
            StandardCharsets.UTF_8);
      }
    }
    return null;
  }

  /** Takes as long for a wrong token as for a right one. */
  private boolean isToken(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8),
        options.token().orElse("").getBytes(StandardCharsets.UTF_8));
  }

  private static void refuse(HttpServletResponse response, int status, String sentence)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.getWriter().write("{\"status\":%d,\"detail\":\"%s\"}".formatted(status, sentence));
  }
}
