package vn.toancanh.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.access.ServerTime;
import vn.toancanh.access.Session;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamRole;

/**
 * Rights, times and grants as they are sealed on this machine. Each begins with the version of its form: one of a newer program
 * is not read, because it may mean less than it seems to. What cannot be read throws.
 */
final class RightsJson {
    private static final int FORM = 1;
    private static final int MOST = 10_000;

    private final JsonMapper mapper = JsonMapper.builder().build();

    byte[] write(Session session, Instant until) {
        ObjectNode root = root();
        root.put("server", session.server().toString());
        root.put("user", session.user());
        root.put("name", session.displayName());
        ArrayNode roles = root.putArray("roles");
        session.roles().forEach(roles::add);
        rights(root.putArray("rights"), session.rights());
        rights(root.putArray("denials"), session.denials());
        root.put("administrator", session.administrator());
        root.put("ptzPriority", session.ptzPriority());
        root.put("publishedOnly", session.publishedOnly());
        root.put("lockMinutes", session.lockMinutes());
        root.put("until", until.toString());
        return mapper.writeValueAsBytes(root);
    }

    private static void rights(ArrayNode into, List<Right> rights) {
        for (Right right : rights) {
            ObjectNode one = into.addObject();
            one.put("level", right.level().name());
            SiteId site = right.site();
            if (site != null) {
                one.put("site", site.value());
            }
            ArrayNode tags = one.putArray("tags");
            right.tags().forEach(tags::add);
        }
    }

    Session session(byte[] body) {
        JsonNode root = read(body);
        List<String> roles = texts(root.path("roles"));
        return new Session(
                URI.create(text(root, "server")),
                text(root, "user"),
                text(root, "name"),
                roles,
                rights(root.path("rights")),
                root.path("administrator").asBoolean(),
                rights(root.path("denials")),
                root.path("ptzPriority").asInt(),
                root.path("publishedOnly").asBoolean(),
                root.path("lockMinutes").asInt(0));
    }

    Instant until(byte[] body) {
        return Instant.parse(text(read(body), "until"));
    }

    private static List<Right> rights(JsonNode list) {
        List<Right> rights = new ArrayList<>();
        for (JsonNode one : list) {
            JsonNode site = one.path("site");
            rights.add(new Right(
                    Level.valueOf(text(one, "level")),
                    site.isMissingNode() ? null : new SiteId(site.asString()),
                    texts(one.path("tags"))));
        }
        return rights;
    }

    byte[] write(ServerTime.Mark mark) {
        ObjectNode root = root();
        root.put("latest", mark.latest().toString());
        root.put("aheadMillis", mark.ahead().toMillis());
        return mapper.writeValueAsBytes(root);
    }

    ServerTime.Mark mark(byte[] body) {
        JsonNode root = read(body);
        return new ServerTime.Mark(
                Instant.parse(text(root, "latest")),
                Duration.ofMillis(root.path("aheadMillis").asLong()));
    }

    byte[] write(StreamGrant grant) {
        ObjectNode root = root();
        root.put("id", grant.id());
        root.put("camera", grant.camera().value());
        root.put("role", grant.role().name());
        root.put("uri", grant.uri().toString());
        String user = grant.user();
        if (user != null) {
            root.put("user", user);
        }
        Secret password = grant.password();
        if (password != null) {
            root.put("password", password.reveal());
        }
        ArrayNode pins = root.putArray("tlsPins");
        grant.tlsPins().forEach(pins::add);
        root.put("relayed", grant.way().relayed());
        ArrayNode transports = root.putArray("transports");
        grant.way().transports().forEach(transports::add);
        root.put("expiresAt", grant.expiresAt().toString());
        root.put("renewAfter", grant.renewAfter().toString());
        root.put("offlineUntil", String.valueOf(grant.offlineUntil()));
        return mapper.writeValueAsBytes(root);
    }

    StreamGrant grant(byte[] body) {
        JsonNode root = read(body);
        @Nullable String password = optional(root, "password");
        return new StreamGrant(
                text(root, "id"),
                new CameraId(text(root, "camera")),
                StreamRole.valueOf(text(root, "role")),
                URI.create(text(root, "uri")),
                optional(root, "user"),
                password == null ? null : Secret.of(password),
                texts(root.path("tlsPins")),
                new StreamGrant.Way(root.path("relayed").asBoolean(false), texts(root.path("transports"))),
                Instant.parse(text(root, "expiresAt")),
                Instant.parse(text(root, "renewAfter")),
                Instant.parse(text(root, "offlineUntil")));
    }

    private ObjectNode root() {
        return mapper.createObjectNode().put("form", FORM);
    }

    private JsonNode read(byte[] body) {
        JsonNode root = mapper.readTree(new String(body, StandardCharsets.UTF_8));
        if (root.path("form").asInt() != FORM) {
            throw new IllegalArgumentException("kept in another form");
        }
        return root;
    }

    private static String text(JsonNode node, String name) {
        JsonNode found = node.path(name);
        if (!found.isString()) {
            throw new IllegalArgumentException("without " + name);
        }
        return found.asString();
    }

    private static @Nullable String optional(JsonNode node, String name) {
        return node.path(name).isString() ? node.path(name).asString() : null;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : list) {
            texts.add(one.asString());
        }
        if (texts.size() > MOST) {
            throw new IllegalArgumentException("list of " + texts.size());
        }
        return texts;
    }
}
