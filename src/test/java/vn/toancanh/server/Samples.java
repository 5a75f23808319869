package vn.toancanh.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies by a schema of the contract: a right one, and that one with a single value at a time made wrong. */
final class Samples {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEPTH = 12;

    /** A body, and what was done to it. */
    record Sample(String what, String body) {}

    private final Contract contract;

    Samples(Contract contract) {
        this.contract = contract;
    }

    /** A body with every property the schema knows. */
    JsonNode right(JsonNode schema) {
        return right(contract.resolve(schema), "body", DEPTH);
    }

    private JsonNode right(JsonNode schema, String name, int depth) {
        JsonNode choices = schema.path("oneOf");
        if (!choices.isMissingNode()) {
            return right(contract.resolve(choices.path(0)), name, depth);
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        JsonNode type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
        return switch (type.asString("")) {
            case "integer", "number" -> {
                JsonNode least = schema.path("minimum");
                yield least.isFloatingPointNumber()
                        ? least
                        : JSON.getNodeFactory().numberNode(name.equals("number") ? 4711 : least.asInt(1));
            }
            case "boolean" ->
                JSON.getNodeFactory().booleanNode(schema.path("default").asBoolean(true));
            case "array" -> {
                ArrayNode list = JSON.createArrayNode();
                if (depth > 0) {
                    list.add(right(contract.resolve(schema.path("items")), name, depth - 1));
                }
                yield list;
            }
            case "object" -> {
                ObjectNode object = JSON.createObjectNode();
                JsonNode properties = schema.path("properties");
                for (String property : properties.propertyNames()) {
                    if (depth > 0) {
                        object.set(property, right(contract.resolve(properties.path(property)), property, depth - 1));
                    }
                }
                yield object;
            }
            default -> JSON.getNodeFactory().stringNode(text(schema, name));
        };
    }

    /** Where a text must be of some form, one that is. */
    private static String text(JsonNode schema, String name) {
        String form =
                schema.path("pattern").asString("") + schema.path("format").asString("");
        if (form.startsWith("^[0-9a-f]{8}")) {
            return "5b1f6a38-6c1f-4b6a-9d3e-0f1f2a3b4c5d";
        }
        if (form.startsWith("^desk")) {
            return "desk.tile.opened";
        }
        return switch (form) {
            case "date-time" -> "2026-11-21T05:12:09.5Z";
            case "date" -> "2026-11-21";
            case "uuid" -> "3f0b6a3e-5f7f-4a0e-9a65-0f9f9e3f51aa";
            default -> text(name);
        };
    }

    private static String text(String name) {
        return switch (name) {
            case "url" -> "rtsp://10.1.2.3:554/main";
            case "onvif" -> "http://10.1.2.3/onvif/device_service";
            case "relayUrl" -> "rtsp://relay.example:8554";
            case "parentId" -> ServerFixture.CITY.id().value();
            case "siteId" -> ServerFixture.WARD.id().value();
            case "cameraId", "cameraIds" -> "c-1";
            case "screenId", "screenIds" -> "id-1";
            case "role" -> "main";
            case "tlsPins" -> "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
            case "transport" -> "udp";
            case "roleId" -> "viewer";
            case "from" -> "22:00";
            case "to" -> "06:00";
            case "type" -> "camera";
            case "password", "username" -> "khong-phai";
            default -> name.length() > 2 ? name : name + "-1";
        };
    }

    /** The right body with every value in turn replaced by each of {@code values}. */
    List<Sample> spoilt(JsonNode right, List<JsonNode> values) {
        List<Sample> samples = new ArrayList<>();
        walk(right, "", right, values, samples);
        return samples;
    }

    /** The right body with every text in turn replaced by {@code text}. */
    List<Sample> withText(JsonNode right, String text) {
        List<Sample> samples = new ArrayList<>();
        JsonNode value = JSON.getNodeFactory().stringNode(text);
        for (Sample sample : spoilt(right, List.of(value))) {
            if (right.at(sample.what().replaceFirst(" .*", "")).isString()) {
                samples.add(sample);
            }
        }
        return samples;
    }

    private static void walk(JsonNode root, String pointer, JsonNode at, List<JsonNode> values, List<Sample> samples) {
        for (JsonNode value : values) {
            if (!pointer.isEmpty()) {
                samples.add(new Sample(pointer + " = " + shortened(value), replaced(root, pointer, value)));
            }
        }
        if (at.isObject()) {
            at.propertyNames().forEach(name -> walk(root, pointer + "/" + name, at.path(name), values, samples));
        } else if (at.isArray()) {
            for (int i = 0; i < at.size(); i++) {
                walk(root, pointer + "/" + i, at.path(i), values, samples);
            }
        }
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static String replaced(JsonNode root, String pointer, JsonNode value) {
        JsonNode copy = root.deepCopy();
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, cut));
        String last = pointer.substring(cut + 1);
        Consumer<JsonNode> set = parent instanceof ObjectNode object
                ? node -> object.set(last, node)
                : node -> ((ArrayNode) parent).set(Integer.parseInt(last), node);
        set.accept(value);
        return copy.toString();
    }
}
