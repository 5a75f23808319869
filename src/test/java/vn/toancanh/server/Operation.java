package vn.toancanh.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * One method at one path, as the contract describes it.
 *
 * @param parameters in path, query and header
 * @param schema reference of the body's schema; empty where it takes none
 * @param body that schema
 */
record Operation(String method, String path, List<Parameter> parameters, String schema, JsonNode body) {
    /** A parameter; {@code in} is path, query or header. */
    record Parameter(String name, String in) {}

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    /** All of a contract, in its order. */
    static List<Operation> of(Contract contract) {
        List<Operation> all = new ArrayList<>();
        JsonNode paths = contract.document().path("paths");
        for (String path : paths.propertyNames()) {
            for (String method : METHODS) {
                JsonNode operation = paths.path(path).path(method);
                if (!operation.isMissingNode()) {
                    List<Parameter> parameters = new ArrayList<>();
                    parameters(contract, paths.path(path), parameters);
                    parameters(contract, operation, parameters);
                    JsonNode body = operation.at("/requestBody/content/application~1json/schema");
                    all.add(new Operation(
                            method.toUpperCase(Locale.ROOT),
                            path,
                            parameters,
                            body.path("$ref").asString(""),
                            contract.resolve(body)));
                }
            }
        }
        return all;
    }

    private static void parameters(Contract contract, JsonNode from, List<Parameter> into) {
        for (JsonNode each : from.path("parameters")) {
            JsonNode parameter = contract.resolve(each);
            into.add(new Parameter(
                    parameter.path("name").asString(), parameter.path("in").asString()));
        }
    }

    boolean takesBody() {
        return !schema.isEmpty();
    }

    /** The path with {@code id} for the parameter of that name, and harmless ids for the others. */
    String with(String parameter, String id) {
        return path.replace("{" + parameter + "}", id).replaceAll("\\{[^}]+}", "khong-co");
    }

    /** The path with harmless ids. */
    String somewhere() {
        return with("{}", "khong-co");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
