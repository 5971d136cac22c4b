package loopmind.ui.rest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the program is well. */
@RestController
@RequestMapping("/api/v1")
final class SystemController {

  /**
   * @param status always {@code up}
   */
  record Health(String status) {}

  @GetMapping("/health")
  Health health() {
    return new Health("up");
  }
}
