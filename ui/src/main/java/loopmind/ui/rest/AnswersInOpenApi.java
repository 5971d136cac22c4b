package loopmind.ui.rest;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says of each call how it is refused, and of sound that it is sound. */
@Component
@Order(1)
final class AnswersInOpenApi implements OpenApiCustomizer {

  private static final Map<String, String> REFUSALS =
      Map.of(
          "400", "The request cannot be understood.",
          "404", "Something that the request names is not there.",
          "422", "It was understood and cannot be done; the detail says why and what to do.");

  @Override
  public void customise(OpenAPI described) {
    Schema<Object> problem = new Schema<>();
    problem.type("object").description("RFC 9457");
    problem.addProperty("status", new Schema<>().type("integer"));
    problem.addProperty("detail", new StringSchema().description("one sentence for a person"));
    described.getComponents().addSchemas("Problem", problem);
    described.getPaths().forEach(AnswersInOpenApi::describe);
  }

  private static void describe(String path, PathItem item) {
    for (Operation operation : item.readOperations()) {
      for (String code : List.of("400", "404", "422")) {
        operation.getResponses().addApiResponse(code, refusal(code));
      }
      if (path.contains("/audio")) {
        Schema<?> bytes = new StringSchema().format("binary");
        operation
            .getResponses()
            .get("200")
            .setContent(new Content().addMediaType("audio/wav", new MediaType().schema(bytes)));
      }
    }
  }

  private static ApiResponse refusal(String code) {
    Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
    return new ApiResponse()
        .description(REFUSALS.get(code))
        .content(
            new Content()
                .addMediaType("application/problem+json", new MediaType().schema(problem)));
  }
}
