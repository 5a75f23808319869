package vn.toancanh.server.administration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toancanh.server.accounts.HoursBody;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Right;
import vn.toancanh.server.accounts.Role;
import vn.toancanh.server.accounts.SignInHours;
import vn.toancanh.server.http.ApiProblem;

/** A role as the contract sends it. */
record RoleBody(
        String id,
        String name,
        boolean builtin,
        List<GrantBody> grants,
        int ptzPriority,
        boolean publishedOnly,
        boolean dualAuthorisation,
        List<HoursBody> signInHours,
        @Nullable Integer lockMinutes,
        long users,
        long version) {
    private static final int MOST_GRANTS = 64;
    private static final int MOST_HOURS = 21;
    private static final int MOST_LOCK = 480;

    record GrantBody(
            @Nullable String level,
            @Nullable String siteId,
            @Nullable String tag,
            @Nullable String effect) {}

    record All(List<RoleBody> items) {}

    /** A role as it is asked for. */
    record Draft(
            @Nullable String name,
            @Nullable List<@Nullable GrantBody> grants,
            @Nullable Integer ptzPriority,
            @Nullable Boolean publishedOnly,
            @Nullable Boolean dualAuthorisation,
            @Nullable List<@Nullable HoursBody> signInHours,
            @Nullable JsonNode lockMinutes) {
        /** The role it would be, of a version that is not stored yet. */
        Role check(String id) {
            List<Right> rights = new ArrayList<>();
            List<@Nullable GrantBody> sent = grants == null ? List.of() : grants;
            if (grants == null || sent.size() > MOST_GRANTS) {
                throw ApiProblem.badField("/grants", grants == null ? "required" : "length", "at most " + MOST_GRANTS);
            }
            for (int i = 0; i < sent.size(); i++) {
                rights.add(right("/grants/" + i, sent.get(i)));
            }
            int priority = ptzPriority == null ? Role.USUAL_PRIORITY : ptzPriority;
            if (priority < 0 || priority > 100) {
                throw ApiProblem.badField("/ptzPriority", "range", "0 to 100");
            }
            return new Role(
                    id,
                    UserEndpoints.text("/name", name, 100),
                    false,
                    rights,
                    priority,
                    Boolean.TRUE.equals(publishedOnly),
                    Boolean.TRUE.equals(dualAuthorisation),
                    hours(),
                    lockMinutes(0),
                    1,
                    0);
        }

        /** After how many minutes desks are to lock: null takes it away, and what is not sent at all stays as it was. */
        int lockMinutes(int before) {
            if (lockMinutes == null || lockMinutes.isMissingNode()) {
                return before;
            }
            if (lockMinutes.isNull()) {
                return 0;
            }
            int minutes = lockMinutes.isInt() ? lockMinutes.intValue() : 0;
            if (minutes < 1 || minutes > MOST_LOCK) {
                throw ApiProblem.badField("/lockMinutes", "range", "1 to " + MOST_LOCK);
            }
            return minutes;
        }

        private static Right right(String pointer, @Nullable GrantBody sent) {
            @Nullable String word = sent == null ? null : sent.level();
            Optional<Level> level = Arrays.stream(Level.values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
            if (sent == null || level.isEmpty()) {
                throw ApiProblem.badField(pointer + "/level", "required", "view, operate, manage or configure");
            }
            @Nullable String effect = sent.effect();
            if (effect != null && !effect.equals("allow") && !effect.equals("deny")) {
                throw ApiProblem.badField(pointer + "/effect", "format", "allow or deny");
            }
            @Nullable String site = sent.siteId();
            @Nullable String tag = sent.tag();
            return new Right(
                    level.get(),
                    site == null ? null : UserEndpoints.text(pointer + "/siteId", site, 64),
                    tag == null ? null : UserEndpoints.text(pointer + "/tag", tag, 64),
                    !"deny".equals(effect));
        }

        private List<SignInHours> hours() {
            List<@Nullable HoursBody> sent = signInHours == null ? List.of() : signInHours;
            if (sent.size() > MOST_HOURS) {
                throw ApiProblem.badField("/signInHours", "length", "at most " + MOST_HOURS);
            }
            List<SignInHours> hours = new ArrayList<>();
            for (int i = 0; i < sent.size(); i++) {
                String pointer = "/signInHours/" + i;
                @Nullable HoursBody each = sent.get(i);
                hours.add(Optional.ofNullable(each)
                        .flatMap(HoursBody::read)
                        .orElseThrow(() -> ApiProblem.badField(
                                pointer, "format", "days of mon, tue … sun; from and to as HH:MM")));
            }
            return hours;
        }
    }

    static RoleBody of(Role role, long users) {
        return new RoleBody(
                role.id(),
                role.name(),
                role.builtin(),
                role.rights().stream()
                        .map(right -> new GrantBody(
                                right.level().word(), right.siteId(), right.tag(), right.allowed() ? "allow" : "deny"))
                        .toList(),
                role.ptzPriority(),
                role.publishedOnly(),
                role.secondPerson(),
                role.hours().stream().map(HoursBody::of).toList(),
                role.lockMinutes() == 0 ? null : role.lockMinutes(),
                users,
                role.version());
    }
}
