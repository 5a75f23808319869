package vn.toancanh.server;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The contract as a judge of requests: where they go, what stands in the address, in the headers that it knows, and in the body.
 * A field or a parameter that it does not name is a fault too: servers tolerate them, but our client has no reason to send one.
 */
public final class RequestJudge {
    /** Headers by which a request says something that a contract must know. */
    private static final List<String> TELLING =
            List.of("If-Match", "If-None-Match", "Idempotency-Key", "Last-Event-ID", "Prefer");

    private static final Map<JsonNode, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private final Contract contract = Contract.read();

    /**
     * A request as it came.
     *
     * @param path as it was sent, escaped, with the base
     * @param query what stands behind it, unescaped
     * @param headers the value of a header; null where there is none
     */
    public record Sent(
            String method,
            String path,
            Map<String, List<String>> query,
            Function<String, @Nullable String> headers,
            String body) {
        public static Sent of(RecordedRequest request) {
            HttpUrl url = request.getUrl();
            Map<String, List<String>> query = new HashMap<>();
            for (String name : url.queryParameterNames()) {
                query.put(
                        name,
                        url.queryParameterValues(name).stream()
                                .map(value -> value == null ? "" : value)
                                .toList());
            }
            return new Sent(
                    request.getMethod(),
                    url.encodedPath(),
                    query,
                    request.getHeaders()::get,
                    request.getBody() == null ? "" : request.getBody().utf8());
        }
    }

    /** What is wrong with it; empty where it is as the contract says. */
    public List<String> faults(Sent sent) {
        List<String> faults = new ArrayList<>();
        String template = contract.template(sent.path());
        JsonNode item = contract.document().path("paths").path(template);
        JsonNode operation = item.path(sent.method().toLowerCase(Locale.ROOT));
        if (template.isEmpty() || operation.isMissingNode()) {
            return List.of(sent.method() + " " + sent.path() + " is not in the contract");
        }
        parameters(sent, template, List.of(item, operation), faults);
        boolean open = operation.has("security") && operation.path("security").isEmpty();
        @Nullable String token = sent.headers().apply("Authorization");
        if (open == (token != null)) {
            faults.add(open ? "a token where none is asked for" : "no token");
        } else if (token != null && !token.startsWith("Bearer ")) {
            faults.add("a token of another kind");
        }
        body(sent, operation, faults);
        return faults.stream()
                .map(fault -> sent.method() + " " + sent.path() + ": " + fault)
                .toList();
    }

    /** The path of the contract that a path of a request is one of; empty where there is none. */
    public String template(String path) {
        return contract.template(path);
    }

    private void parameters(Sent sent, String template, List<JsonNode> holders, List<String> faults) {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, String> inPath = inPath(template, sent.path());
        for (JsonNode holder : holders) {
            for (JsonNode each : holder.path("parameters")) {
                JsonNode parameter = contract.resolve(each);
                String name = parameter.path("name").asString();
                String in = parameter.path("in").asString();
                named.add(in + ' ' + name);
                List<String> values = switch (in) {
                    case "path" -> List.of(inPath.getOrDefault(name, ""));
                    case "query" -> sent.query().getOrDefault(name, List.of());
                    default -> {
                        @Nullable String value = sent.headers().apply(name);
                        yield value == null ? List.of() : List.of(value);
                    }
                };
                value(parameter, values, faults);
            }
        }
        sent.query().keySet().stream()
                .filter(name -> !named.contains("query " + name))
                .forEach(name -> faults.add("the contract knows no " + name + " there"));
        TELLING.stream()
                .filter(name -> sent.headers().apply(name) != null && !named.contains("header " + name))
                .forEach(name -> faults.add("the contract knows no " + name + " there"));
    }

    private static Map<String, String> inPath(String template, String path) {
        Map<String, String> values = new HashMap<>();
        String[] words = template.split("/", -1);
        String[] sent = path.substring(Contract.BASE.length()).split("/", -1);
        for (int i = 0; i < words.length && i < sent.length; i++) {
            if (words[i].startsWith("{")) {
                values.put(
                        words[i].substring(1, words[i].length() - 1),
                        URLDecoder.decode(sent[i].replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private void value(JsonNode parameter, List<String> values, List<String> faults) {
        String name = parameter.path("name").asString();
        JsonNode schema = parameter.path("schema");
        boolean list = schema.path("type").asString("").equals("array");
        if (values.isEmpty()) {
            if (parameter.path("required").asBoolean(false)) {
                faults.add("no " + name);
            }
            return;
        }
        if (!list && values.size() > 1) {
            faults.add(name + " stands twice");
        }
        var nodes = JsonNodeFactory.instance;
        JsonNode value = list
                ? nodes.arrayNode()
                        .addAll(values.stream().map(nodes::stringNode).toList())
                : typed(schema, values.getFirst());
        judge(schema, value.toString()).forEach(fault -> faults.add(name + " " + fault));
    }

    private static JsonNode typed(JsonNode schema, String text) {
        var nodes = JsonNodeFactory.instance;
        return switch (schema.path("type").asString("")) {
            case "integer" ->
                Pattern.matches("-?\\d{1,18}", text) ? nodes.numberNode(Long.parseLong(text)) : nodes.stringNode(text);
            case "boolean" ->
                Pattern.matches("true|false", text)
                        ? nodes.booleanNode(Boolean.parseBoolean(text))
                        : nodes.stringNode(text);
            default -> nodes.stringNode(text);
        };
    }

    private void body(Sent sent, JsonNode operation, List<String> faults) {
        JsonNode wanted = operation.path("requestBody");
        if (sent.body().isEmpty()) {
            if (wanted.path("required").asBoolean(false)) {
                faults.add("no body");
            }
            return;
        }
        @Nullable String type = sent.headers().apply("Content-Type");
        String plain = type == null ? "" : type.replaceFirst("\\s*;.*", "");
        JsonNode content = wanted.path("content").path(plain);
        if (content.isMissingNode()) {
            faults.add("a body of type " + type);
            return;
        }
        if (plain.equals("application/json")) {
            JsonNode schema = content.path("schema");
            judge(schema, sent.body()).forEach(fault -> faults.add("body " + fault));
            if (faults.isEmpty()) {
                unknown(schema, JsonMapper.shared().readTree(sent.body()), "", faults);
            }
        }
    }

    /** Fields that the schema does not name, but where it takes whatever comes. */
    private void unknown(JsonNode referring, JsonNode value, String at, List<String> faults) {
        JsonNode schema = contract.resolve(referring);
        if (value.isArray()) {
            value.forEach(each -> unknown(schema.path("items"), each, at + "/…", faults));
        } else if (value.isObject()
                && schema.has("properties")
                && !schema.path("additionalProperties").asBoolean(false)
                && !schema.path("description").asString("").contains("kept as it is")
                && !schema.path("description").asString("").startsWith("Kept as it is")) {
            for (String name : value.propertyNames()) {
                if (schema.path("properties").has(name)) {
                    unknown(schema.path("properties").path(name), value.path(name), at + "/" + name, faults);
                } else {
                    faults.add("the contract knows no " + at + "/" + name);
                }
            }
        }
    }

    private List<String> judge(JsonNode schema, String json) {
        return SCHEMAS
                .computeIfAbsent(schema, Contract::schema)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
