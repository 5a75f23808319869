package vn.toancanh.central;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toancanh.central.Administration.Grant;
import vn.toancanh.central.Administration.Held;
import vn.toancanh.central.Administration.Hours;

/** The bodies of administration as they lie on the wire; like {@link Dto}, everything may be missing. */
final class AdminDto {
    private AdminDto() {}

    /** An object of which nothing is wanted but its version. */
    record Any() {}

    record User(
            @Nullable String id,
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String roleId,
            @Nullable Boolean enabled,
            @Nullable String validFrom,
            @Nullable String validUntil,
            @Nullable Long version) {
        Administration.User read() {
            return new Administration.User(
                    text(id),
                    text(username),
                    text(displayName),
                    text(roleId),
                    !Boolean.FALSE.equals(enabled),
                    new Administration.Days(text(validFrom), text(validUntil)));
        }
    }

    record TrailEntry(
            @Nullable Long seq,
            @Nullable String at,
            @Nullable String originalAt,
            @Nullable String user,
            @Nullable String address,
            @Nullable String client,
            @Nullable String action,
            @Nullable String subject,
            @Nullable String outcome,
            @Nullable JsonNode facts,
            @Nullable String hash) {}

    record TrailPage(
            @Nullable List<TrailEntry> items, @Nullable String nextCursor) {}

    record UserPage(@Nullable List<User> items, @Nullable String nextCursor) {}

    record Session(
            @Nullable String id,
            @Nullable String createdAt,
            @Nullable String expiresAt,
            @Nullable String address,
            @Nullable String client,
            @Nullable Boolean current) {
        Held read() {
            return new Held(text(createdAt), text(address), text(client));
        }
    }

    record SessionList(@Nullable List<Session> items) {}

    record RoleGrant(
            @Nullable String level,
            @Nullable String siteId,
            @Nullable String tag,
            @Nullable String effect) {}

    record RoleHours(
            @Nullable List<String> days,
            @Nullable String from,
            @Nullable String to) {}

    record Role(
            @Nullable String id,
            @Nullable String name,
            @Nullable Boolean builtin,
            @Nullable List<RoleGrant> grants,
            @Nullable Integer ptzPriority,
            @Nullable Boolean publishedOnly,
            @Nullable Boolean dualAuthorisation,
            @Nullable List<RoleHours> signInHours,
            @Nullable Integer lockMinutes,
            @Nullable Integer users,
            @Nullable Long version) {
        Administration.Role read() {
            return new Administration.Role(
                    text(id),
                    text(name),
                    items(grants).stream()
                            .map(grant -> new Grant(
                                    text(grant.level()), grant.siteId(), grant.tag(), !"deny".equals(grant.effect())))
                            .toList(),
                    ptzPriority == null ? 0 : ptzPriority,
                    Boolean.TRUE.equals(publishedOnly),
                    Boolean.TRUE.equals(dualAuthorisation),
                    items(signInHours).stream()
                            .map(hours -> new Hours(items(hours.days()), text(hours.from()), text(hours.to())))
                            .toList(),
                    lockMinutes == null ? 0 : lockMinutes);
        }
    }

    record RoleList(@Nullable List<Role> items) {}

    record SiteVersion(
            @Nullable String id,
            @Nullable String parentId,
            @Nullable String name,
            @Nullable Long revision) {}

    record SitePolicy(@Nullable String siteId, @Nullable String access) {}

    record Policy(
            @Nullable String access,
            @Nullable List<SitePolicy> sites,
            @Nullable String relayUrl) {}

    static <T> List<T> items(@Nullable List<T> sent) {
        return sent == null ? List.of() : sent;
    }

    static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }

    /** Empty where it is none. */
    static Optional<Instant> moment(@Nullable String sent) {
        try {
            return sent == null ? Optional.empty() : Optional.of(Instant.parse(sent));
        } catch (DateTimeException strange) {
            return Optional.empty();
        }
    }

    static Map<String, @Nullable Object> body(Administration.Role role) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("name", role.name());
        body.put("grants", role.grants().stream().map(AdminDto::body).toList());
        body.put("ptzPriority", role.ptzPriority());
        body.put("publishedOnly", role.publishedOnly());
        body.put("dualAuthorisation", role.secondPerson());
        body.put("lockMinutes", role.lockMinutes() == 0 ? null : role.lockMinutes());
        body.put(
                "signInHours",
                role.hours().stream()
                        .map(hours -> Map.of("days", hours.days(), "from", hours.from(), "to", hours.to()))
                        .toList());
        return body;
    }

    private static Map<String, Object> body(Grant grant) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("level", grant.level());
        putIfThere(body, "siteId", grant.siteId());
        putIfThere(body, "tag", grant.tag());
        body.put("effect", grant.allowed() ? "allow" : "deny");
        return body;
    }

    static Map<String, Object> body(Administration.Site site) {
        Map<String, Object> body = new LinkedHashMap<>();
        putIfThere(body, "id", site.id().isEmpty() ? null : site.id());
        putIfThere(body, "parentId", site.parentId());
        body.put("name", site.name());
        return body;
    }

    private static void putIfThere(Map<String, Object> body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
