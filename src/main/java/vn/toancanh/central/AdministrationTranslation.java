package vn.toancanh.central;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.Grant;
import vn.toancanh.administration.HeldSession;
import vn.toancanh.administration.Hours;
import vn.toancanh.administration.Level;
import vn.toancanh.administration.Role;
import vn.toancanh.administration.SiteVersion;
import vn.toancanh.administration.StreamPolicy;
import vn.toancanh.administration.StreamPolicy.Way;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** Between what lies on the wire and what the client knows of administration. */
final class AdministrationTranslation {
    private static final String DIRECT = "direct";

    private static final int MOST_LOCK = 480;

    private AdministrationTranslation() {}

    static Account account(AdminDto.User sent) {
        String id = sent.id();
        if (id == null || !CameraTranslation.isId(id)) {
            throw Failures.missing("user's id");
        }
        return new Account(
                id,
                text(sent.username()),
                text(sent.displayName()),
                text(sent.roleId()),
                !Boolean.FALSE.equals(sent.enabled()),
                day(sent.validFrom()),
                day(sent.validUntil()),
                number(sent.version()));
    }

    private static @Nullable LocalDate day(@Nullable String sent) {
        try {
            return sent == null ? null : LocalDate.parse(sent);
        } catch (DateTimeException broken) {
            throw Failures.missing("day that can be read");
        }
    }

    static Map<String, @Nullable Object> draft(Account wanted) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("username", wanted.username());
        body.put("displayName", wanted.displayName());
        body.put("roleId", wanted.roleId());
        putDays(body, wanted);
        return body;
    }

    static Map<String, @Nullable Object> change(Account wanted) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("displayName", wanted.displayName());
        body.put("roleId", wanted.roleId());
        body.put("enabled", wanted.enabled());
        putDays(body, wanted);
        return body;
    }

    private static void putDays(Map<String, @Nullable Object> body, Account wanted) {
        // Null says that there is no limit; a server that knows of none drops both.
        body.put("validFrom", text(wanted.validFrom()));
        body.put("validUntil", text(wanted.validUntil()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    static HeldSession held(AdminDto.Session sent) {
        return new HeldSession(
                text(sent.id()),
                moment(sent.createdAt()),
                moment(sent.expiresAt()),
                text(sent.address()),
                text(sent.client()),
                Boolean.TRUE.equals(sent.current()));
    }

    private static Instant moment(@Nullable String sent) {
        try {
            return sent == null ? Instant.EPOCH : Instant.parse(sent);
        } catch (DateTimeException broken) {
            return Instant.EPOCH;
        }
    }

    static Role role(AdminDto.Role sent) {
        String id = sent.id();
        if (id == null || !CameraTranslation.isId(id)) {
            throw Failures.missing("role's id");
        }
        List<AdminDto.RoleGrant> grants = AdminDto.items(sent.grants());
        List<Grant> read = grants.stream().flatMap(each -> grant(each).stream()).toList();
        List<AdminDto.RoleHours> hours = AdminDto.items(sent.signInHours());
        List<Hours> open = hours.stream().flatMap(each -> hours(each).stream()).toList();
        return new Role(
                id,
                text(sent.name()),
                Boolean.TRUE.equals(sent.builtin()),
                read,
                sent.ptzPriority() == null ? Role.USUAL_PRIORITY : Math.clamp(sent.ptzPriority(), 0, 100),
                Boolean.TRUE.equals(sent.publishedOnly()),
                Boolean.TRUE.equals(sent.dualAuthorisation()),
                open,
                sent.lockMinutes() == null ? 0 : Math.clamp(sent.lockMinutes(), 0, MOST_LOCK),
                sent.users() == null ? 0 : sent.users(),
                read.size() == grants.size() && open.size() == hours.size(),
                number(sent.version()));
    }

    private static Optional<Grant> grant(AdminDto.RoleGrant sent) {
        String effect = sent.effect();
        String site = sent.siteId();
        boolean known = effect == null || effect.equals("allow") || effect.equals("deny");
        if (!known || (site != null && !CameraTranslation.isId(site))) {
            return Optional.empty();
        }
        return Level.of(text(sent.level()))
                .map(level -> new Grant(
                        level, site == null ? null : new SiteId(site), text(sent.tag()), !"deny".equals(effect)));
    }

    static Optional<Hours> hours(AdminDto.RoleHours sent) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String word : AdminDto.items(sent.days())) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (word(day).equals(word)) {
                    days.add(day);
                }
            }
        }
        String from = text(sent.from());
        String to = text(sent.to());
        boolean known = days.size() == AdminDto.items(sent.days()).size() && Hours.isTime(from) && Hours.isTime(to);
        return known ? Optional.of(new Hours(days, from, to)) : Optional.empty();
    }

    static Map<String, @Nullable Object> body(Role role) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("name", role.name());
        body.put(
                "grants",
                role.grants().stream().map(AdministrationTranslation::body).toList());
        body.put("ptzPriority", role.ptzPriority());
        body.put("publishedOnly", role.publishedOnly());
        body.put("dualAuthorisation", role.secondPerson());
        body.put("lockMinutes", role.lockMinutes() == 0 ? null : role.lockMinutes());
        body.put(
                "signInHours",
                role.hours().stream()
                        .map(hours -> Map.of(
                                "days",
                                hours.days().stream()
                                        .map(AdministrationTranslation::word)
                                        .toList(),
                                "from",
                                hours.from(),
                                "to",
                                hours.to()))
                        .toList());
        return body;
    }

    private static Map<String, Object> body(Grant grant) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("level", grant.level().word());
        if (grant.site() != null) {
            body.put("siteId", grant.site().value());
        }
        if (!grant.tag().isEmpty()) {
            body.put("tag", grant.tag());
        }
        body.put("effect", grant.allowed() ? "allow" : "deny");
        return body;
    }

    static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    static Site site(Dto.Site sent) {
        String id = sent.id();
        if (id == null || !CameraTranslation.isId(id)) {
            throw Failures.missing("site's id");
        }
        String parent = sent.parentId();
        return new Site(
                new SiteId(id),
                parent == null || !CameraTranslation.isId(parent) ? null : new SiteId(parent),
                text(sent.name()));
    }

    static SiteVersion version(AdminDto.SiteVersion sent) {
        return new SiteVersion(site(new Dto.Site(sent.id(), sent.parentId(), sent.name())), number(sent.revision()));
    }

    static Map<String, Object> site(@Nullable SiteId parent, String name) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (parent != null) {
            body.put("parentId", parent.value());
        }
        body.put("name", name);
        return body;
    }

    static StreamPolicy policy(AdminDto.Policy sent) {
        Map<SiteId, Way> sites = new LinkedHashMap<>();
        for (AdminDto.SitePolicy each : AdminDto.items(sent.sites())) {
            String id = each.siteId();
            if (id != null && CameraTranslation.isId(id)) {
                sites.put(new SiteId(id), way(each.access()));
            }
        }
        return new StreamPolicy(way(sent.access()), sites, text(sent.relayUrl()));
    }

    private static Way way(@Nullable String word) {
        return DIRECT.equals(word) ? Way.DIRECT : Way.RELAY;
    }

    static Map<String, Object> body(StreamPolicy policy) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access", word(policy.city()));
        body.put(
                "sites",
                policy.sites().entrySet().stream()
                        .map(each -> Map.of("siteId", each.getKey().value(), "access", word(each.getValue())))
                        .toList());
        if (!policy.relayUrl().isEmpty()) {
            body.put("relayUrl", policy.relayUrl());
        }
        return body;
    }

    private static String word(Way way) {
        return way == Way.DIRECT ? DIRECT : "relay";
    }

    private static long number(@Nullable Long sent) {
        return sent == null ? 0 : sent;
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }
}
