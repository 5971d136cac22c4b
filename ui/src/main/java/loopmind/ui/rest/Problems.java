package loopmind.ui.rest;

import java.util.concurrent.CompletionException;
import loopmind.ui.Failures;
import loopmind.ui.Workplace;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says what went wrong in one sentence (RFC 9457, problem details); never with a stack trace. */
@RestControllerAdvice(basePackages = "loopmind.ui.rest")
final class Problems extends ResponseEntityExceptionHandler {

  private final Workplace place;

  Problems(Workplace place) {
    this.place = place;
  }

  @ExceptionHandler
  ProblemDetail notFound(NotFound missing) {
    return problem(HttpStatus.NOT_FOUND, missing);
  }

  @ExceptionHandler
  ProblemDetail badRequest(BadRequest wrong) {
    return problem(HttpStatus.BAD_REQUEST, wrong);
  }

  @ExceptionHandler
  ProblemDetail refused(Refused refused) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, refused);
  }

  @ExceptionHandler
  ProblemDetail unreadableParts(MultipartException broken) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST,
        "The parts of the request cannot be read; send multipart/form-data.");
  }

  @ExceptionHandler
  ProblemDetail unreadableAddress(InvalidParameterException broken) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST,
        "The parameters of the request cannot be read; each is name=value, percent-encoded.");
  }

  /**
   * What is meant for people is their wish that cannot be done; all else is ours, and is logged.
   */
  @ExceptionHandler
  ProblemDetail failed(RuntimeException failed) {
    Exception cause =
        failed instanceof CompletionException && failed.getCause() instanceof Exception inner
            ? inner
            : failed;
    if (cause instanceof Refused refused) {
      return refused(refused);
    }
    HttpStatus status =
        Failures.isForPeople(cause)
            ? HttpStatus.UNPROCESSABLE_CONTENT
            : HttpStatus.INTERNAL_SERVER_ERROR;
    return ProblemDetail.forStatusAndDetail(status, Failures.sentence(cause, place.home()));
  }

  private static ProblemDetail problem(HttpStatus status, Exception why) {
    return ProblemDetail.forStatusAndDetail(status, String.valueOf(why.getMessage()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST, "The body of the request is no JSON that can be read here.");
    return handleExceptionInternal(unreadable, problem, headers, HttpStatus.BAD_REQUEST, request);
  }
}
