package loopmind.ui.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import loopmind.assistant.calls.Tool;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts each typed tool, with the schema of its arguments, into the description of the interface:
 * whoever reads that alone can edit a song.
 */
@Component
@Order(0)
final class ToolsInOpenApi implements OpenApiCustomizer {

  private static final String PATH = "/api/v1/songs/{id}/tools/";

  @Override
  public void customise(OpenAPI described) {
    described.getPaths().remove(PATH + "{tool}");
    for (Tool tool : Tool.values()) {
      described.path(PATH + tool.word(), new PathItem().post(operation(tool)));
    }
    described.getInfo().title("LoopMind").version("1").description("Songs out of your own loops.");
  }

  private static Operation operation(Tool tool) {
    Operation operation = new Operation();
    operation.operationId(tool.word()).summary(tool.does()).addTagsItem("tools");
    operation.addParametersItem(
        new PathParameter()
            .name("id")
            .description("name of the song")
            .schema(new Schema<String>().type("string")));
    operation.requestBody(
        new RequestBody()
            .content(
                new Content()
                    .addMediaType("application/json", new MediaType().schema(schema(tool)))));
    Schema<?> turn = new Schema<>().$ref("#/components/schemas/TurnModel");
    operation.responses(
        new ApiResponses()
            .addApiResponse(
                "200",
                new ApiResponse()
                    .description("Done.")
                    .content(
                        new Content()
                            .addMediaType("application/json", new MediaType().schema(turn))))
            .addApiResponse(
                "400", new ApiResponse().description("The arguments are not those of the tool."))
            .addApiResponse("404", new ApiResponse().description("There is no such song."))
            .addApiResponse(
                "422",
                new ApiResponse()
                    .description("It cannot be done; the detail says why and what to do.")));
    return operation;
  }

  private static Schema<?> schema(Tool tool) {
    Schema<Object> whole = new Schema<>();
    whole.type("object").additionalProperties(false);
    tool.argumentSchemas().forEach((name, schema) -> whole.addProperty(name, read(schema)));
    return whole;
  }

  private static Schema<?> read(JsonNode schema) {
    try {
      return Json.mapper().treeToValue(schema, Schema.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A tool's schema cannot be described.", broken);
    }
  }
}
