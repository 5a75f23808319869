package vn.toancanh.server.paper;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that a document's schemas allow: an example where there is one, else made from the words of the schema. */
final class PaperValues {
    private static final int DEPTH = 8;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode document;

    PaperValues(JsonNode document) {
        this.document = document;
    }

    /** What a reference points to; anything else as it is. */
    JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /**
     * What an answer of this kind holds: its own example first, then that of its schema.
     *
     * @param asked the words of the request: of several examples of a schema the one that has most of them, else the first
     */
    JsonNode of(JsonNode content, Set<String> asked) {
        if (content.has("example")) {
            return content.path("example");
        }
        for (JsonNode named : content.path("examples")) {
            return named.path("value");
        }
        JsonNode best = value(content.path("schema"), DEPTH);
        for (JsonNode example : resolve(content.path("schema")).path("examples")) {
            best = common(example, asked) > common(best, asked) ? example : best;
        }
        return best;
    }

    private static int common(JsonNode example, Set<String> asked) {
        Set<String> words = new HashSet<>();
        words(example, words);
        words.retainAll(asked);
        return words.size();
    }

    /** All words that stand in it. */
    static void words(JsonNode node, Set<String> into) {
        if (node.isString()) {
            into.add(node.asString());
        }
        node.forEach(each -> words(each, into));
    }

    private JsonNode value(JsonNode referring, int depth) {
        JsonNode schema = resolve(referring);
        if (!schema.path("examples").path(0).isMissingNode()) {
            return schema.path("examples").path(0);
        }
        for (String certain : List.of("const", "default")) {
            if (schema.has(certain)) {
                return schema.path(certain);
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        if (schema.has("oneOf") && !schema.has("properties")) {
            return value(schema.path("oneOf").path(0), depth);
        }
        JsonNode types = schema.path("type");
        boolean nullable = types.isArray()
                && types.values().stream().anyMatch(type -> type.asString().equals("null"));
        if (nullable) {
            // A cursor that is null ends a list; anything else that may be missing is.
            return NODES.nullNode();
        }
        return switch (types.asString("")) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> NODES.booleanNode(false);
            default -> NODES.stringNode(text(schema));
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        for (JsonNode part : schema.path("allOf")) {
            if (value(part, depth) instanceof ObjectNode inherited) {
                object.setAll(inherited);
            }
        }
        JsonNode properties = schema.path("properties");
        for (String name : properties.propertyNames()) {
            if (depth > 0) {
                object.set(name, value(properties.path(name), depth - 1));
            }
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode list = JsonMapper.shared().createArrayNode();
        if (depth > 0) {
            list.add(value(schema.path("items"), depth - 1));
        }
        return list;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date-time" -> "2026-11-21T06:00:00Z";
            case "uuid" -> "3f0b6a3e-5f7f-4a0e-9a65-0f9f9e3f51aa";
            default -> "x".repeat(Math.max(1, schema.path("minLength").asInt(1)));
        };
    }
}
