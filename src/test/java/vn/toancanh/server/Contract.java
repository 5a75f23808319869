package vn.toancanh.server;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI file as a judge of answers and of its own examples. */
public final class Contract {
    private static final String BASE = "/api/v1";

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** Operations that answers were checked against. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private Contract(JsonNode document) {
        this.document = document;
    }

    public static Contract read() throws IOException {
        try (InputStream in = Contract.class.getResourceAsStream("/vn/toancanh/server/openapi.yaml")) {
            return new Contract(new YAMLMapper().readTree(in));
        }
    }

    JsonNode document() {
        return document;
    }

    Set<String> seen() {
        return seen;
    }

    /** What is wrong with an answer; empty where it is as the contract says. */
    public String faults(String method, String path, int status, String contentType, String body) {
        String template = template(path.replaceFirst("\\?.*", ""));
        JsonNode operation = document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
        boolean problem = contentType.startsWith("application/problem+json");
        if (template.isEmpty() || operation.isMissingNode()) {
            return problem
                    ? validate("#/components/schemas/Problem", body)
                    : method + " " + path + " is not in the contract";
        }
        seen.add(method + " " + template);
        JsonNode response = resolve(operation.path("responses").path(String.valueOf(status)));
        if (response.isMissingNode()) {
            response = status >= 400 ? resolve(operation.path("responses").path("default")) : response;
        }
        if (response.isMissingNode()) {
            return method + " " + template + ": status " + status + " is not in the contract";
        }
        JsonNode content = response.path("content");
        if (content.isMissingNode() || content.isEmpty()) {
            return body.isEmpty() ? "" : status + " has a body";
        }
        String type = contentType.replaceFirst("\\s*;.*", "");
        JsonNode schema = content.path(type).path("schema");
        if (schema.isMissingNode()) {
            return method + " " + template + ": type " + contentType + " is not in the contract for " + status;
        }
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? "" : validate(reference, body);
    }

    /** Faults of a JSON text by a schema of the document. */
    public String validate(String reference, String json) {
        Schema schema = schemas.computeIfAbsent(reference, this::schema);
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private Schema schema(String reference) {
        ObjectNode root = new YAMLMapper().createObjectNode();
        root.set("components", document.path("components"));
        root.put("$ref", reference);
        return registry.getSchema(root);
    }

    /** What a reference points to; anything else as it is. */
    JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private String template(String path) {
        if (!path.startsWith(BASE)) {
            return "";
        }
        String rest = path.substring(BASE.length());
        List<String> names = List.copyOf(document.path("paths").propertyNames());
        if (names.contains(rest)) {
            return rest;
        }
        return names.stream()
                .filter(name -> name.contains("{"))
                .filter(name -> Pattern.matches(name.replaceAll("\\{[^}]+}", "[^/]+"), rest))
                .findFirst()
                .orElse("");
    }
}
