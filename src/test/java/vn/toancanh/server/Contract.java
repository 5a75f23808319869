package vn.toancanh.server;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
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
    static final String BASE = "/api/v1";

    /** The file as it was read once: what it says is the same for all, and reading it takes longer than most tests. */
    private static final class Once {
        static final JsonNode DOCUMENT = document();
        static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
        static final Map<String, Pattern> TEMPLATES = templates();
        static final Set<String> CODES = Set.of(DOCUMENT.at("/components/schemas/Problem/properties/code/description")
                .asString()
                .replaceFirst("^[^:]*:", "")
                .strip()
                .split("[,\\s]+"));

        private static JsonNode document() {
            try (InputStream in = Contract.class.getResourceAsStream("/vn/toancanh/server/openapi.yaml")) {
                return new YAMLMapper().readTree(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        /** Paths with something to be filled in, in their order. */
        private static Map<String, Pattern> templates() {
            Map<String, Pattern> all = new LinkedHashMap<>();
            for (String name : DOCUMENT.path("paths").propertyNames()) {
                if (name.contains("{")) {
                    all.put(name, Pattern.compile(name.replaceAll("\\{[^}]+}", "[^/]+")));
                }
            }
            return all;
        }
    }

    /** Operations that answers were checked against. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private Contract() {}

    public static Contract read() {
        return new Contract();
    }

    JsonNode document() {
        return Once.DOCUMENT;
    }

    /** The words that the document lists for the code of a problem. */
    static Set<String> codes() {
        return Once.CODES;
    }

    Set<String> seen() {
        return seen;
    }

    /** What is wrong with an answer; empty where it is as the contract says. */
    public String faults(String method, String path, int status, String contentType, String body) {
        String template = template(path.replaceFirst("\\?.*", ""));
        JsonNode operation = Once.DOCUMENT.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
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
        Schema schema = Once.SCHEMAS.computeIfAbsent(reference, Contract::schema);
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static Schema schema(String reference) {
        return schema(new YAMLMapper().createObjectNode().put("$ref", reference));
    }

    /** A schema that may point to others of the document. */
    static Schema schema(JsonNode schema) {
        ObjectNode root = new YAMLMapper().createObjectNode();
        root.setAll((ObjectNode) schema);
        root.set("components", Once.DOCUMENT.path("components"));
        return Once.REGISTRY.getSchema(root);
    }

    /** What a reference points to; anything else as it is. */
    JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : Once.DOCUMENT.at(reference.substring(1));
    }

    /** The path of the document that a path of a request is one of; empty where there is none. */
    String template(String path) {
        if (!path.startsWith(BASE)) {
            return "";
        }
        String rest = path.substring(BASE.length());
        if (Once.DOCUMENT.path("paths").has(rest)) {
            return rest;
        }
        return Once.TEMPLATES.entrySet().stream()
                .filter(template -> template.getValue().matcher(rest).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
