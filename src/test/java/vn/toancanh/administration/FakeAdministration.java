package vn.toancanh.administration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.StreamPolicy.Way;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/**
 * A server in memory that keeps versions as the real one does. What is asked of it is written down; with {@link #hold} answers
 * wait for the test.
 */
public final class FakeAdministration implements AdministrationService {
    public final Set<Feature> offered = EnumSet.allOf(Feature.class);
    public final List<Account> accounts = new ArrayList<>();
    public final List<Role> roles = new ArrayList<>();
    public final List<Site> sites = new ArrayList<>();
    public final List<HeldSession> held = new ArrayList<>();

    /** What was asked to be changed, in order. */
    public final List<String> asked = new ArrayList<>();

    /** The last password that came with anything. */
    public @Nullable Secret password;

    public StreamPolicy policy = new StreamPolicy(Way.RELAY, Map.of(), "");

    /** What every change is answered with until it is null again. */
    public @Nullable Failure refusing;

    /** What every question about a site or the policy is answered with until it is null again. */
    public @Nullable Failure unreadable;

    private final Map<SiteId, Long> siteVersions = new HashMap<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean holding;
    private int made;

    /** From now on answers wait for {@link #answer()}. */
    public void hold() {
        holding = true;
    }

    /** Gives all answers held back. */
    public void answer() {
        holding = false;
        List<Runnable> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(Runnable::run);
    }

    /** A refusal that names a field. */
    public static Failure fault(String pointer, String code) {
        return Failure.of(Kind.BAD_INPUT, "400", new FieldRefused(List.of(new FieldRefused.Fault(pointer, code))));
    }

    private <T> void tell(Consumer<Outcome<T>> answer, Supplier<Outcome<T>> what) {
        if (holding) {
            waiting.add(() -> answer.accept(what.get()));
        } else {
            answer.accept(what.get());
        }
    }

    private <T> void change(String what, Consumer<Outcome<T>> answer, Supplier<Outcome<T>> done) {
        asked.add(what);
        tell(answer, () -> refusing == null ? done.get() : Outcome.failed(refusing));
    }

    private static <T> Outcome<T> overtaken() {
        return Outcome.failed(Failure.of(Kind.CONFLICT, "412"));
    }

    @Override
    public boolean offers(Feature feature) {
        return offered.contains(feature);
    }

    @Override
    public void accounts(Consumer<Outcome<List<Account>>> answer) {
        tell(answer, () -> Outcome.done(List.copyOf(accounts)));
    }

    @Override
    public void add(Account wanted, Secret secret, Consumer<Outcome<Account>> answer) {
        password = secret;
        change("add " + wanted.username() + " as " + wanted.roleId(), answer, () -> {
            Account stored = new Account(
                    "u-" + ++made,
                    wanted.username(),
                    wanted.displayName(),
                    wanted.roleId(),
                    true,
                    wanted.validFrom(),
                    wanted.validUntil(),
                    1);
            accounts.add(stored);
            return Outcome.done(stored);
        });
    }

    @Override
    public void change(Account wanted, Consumer<Outcome<Account>> answer) {
        change("change " + wanted.username() + " of " + wanted.version(), answer, () -> {
            for (int i = 0; i < accounts.size(); i++) {
                Account now = accounts.get(i);
                if (now.id().equals(wanted.id()) && now.version() == wanted.version()) {
                    accounts.set(i, wanted.seen(now.version() + 1));
                    return Outcome.done(accounts.get(i));
                }
            }
            return overtaken();
        });
    }

    @Override
    public void remove(Account seen, Consumer<Outcome<Boolean>> answer) {
        change(
                "remove " + seen.username(),
                answer,
                () -> accounts.removeIf(each -> each.id().equals(seen.id()) && each.version() == seen.version())
                        ? Outcome.done(true)
                        : overtaken());
    }

    @Override
    public void setPassword(Account account, Secret secret, Consumer<Outcome<Boolean>> answer) {
        password = secret;
        change("password of " + account.username(), answer, () -> Outcome.done(true));
    }

    @Override
    public void sessions(Account account, Consumer<Outcome<List<HeldSession>>> answer) {
        tell(answer, () -> Outcome.done(List.copyOf(held)));
    }

    @Override
    public void endSessions(Account account, Consumer<Outcome<Boolean>> answer) {
        change("end sessions of " + account.username(), answer, () -> {
            held.clear();
            return Outcome.done(true);
        });
    }

    @Override
    public void roles(Consumer<Outcome<List<Role>>> answer) {
        tell(answer, () -> Outcome.done(List.copyOf(roles)));
    }

    @Override
    public void put(Role wanted, Consumer<Outcome<Role>> answer) {
        change("put role " + wanted.name(), answer, () -> {
            if (wanted.id().isEmpty()) {
                Role stored = new Role(
                        "r-" + ++made,
                        wanted.name(),
                        false,
                        wanted.grants(),
                        wanted.ptzPriority(),
                        wanted.publishedOnly(),
                        wanted.secondPerson(),
                        wanted.hours(),
                        0,
                        true,
                        1);
                roles.add(stored);
                return Outcome.done(stored);
            }
            for (int i = 0; i < roles.size(); i++) {
                Role now = roles.get(i);
                if (now.id().equals(wanted.id()) && now.version() == wanted.version()) {
                    roles.set(i, wanted.seen(now.version() + 1));
                    return Outcome.done(roles.get(i));
                }
            }
            return overtaken();
        });
    }

    @Override
    public void remove(Role seen, Consumer<Outcome<Boolean>> answer) {
        change(
                "remove role " + seen.name(),
                answer,
                () -> roles.removeIf(each -> each.id().equals(seen.id()) && each.version() == seen.version())
                        ? Outcome.done(true)
                        : overtaken());
    }

    @Override
    public void sites(Consumer<Outcome<List<Site>>> answer) {
        tell(answer, () -> Outcome.done(List.copyOf(sites)));
    }

    @Override
    public void site(SiteId id, Consumer<Outcome<SiteVersion>> answer) {
        tell(
                answer,
                () -> read(() -> sites.stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .map(each -> Outcome.done(new SiteVersion(each, version(id))))
                        .orElseGet(() -> Outcome.failed(Failure.of(Kind.NOT_FOUND, "404")))));
    }

    private <T> Outcome<T> read(Supplier<Outcome<T>> told) {
        return unreadable == null ? told.get() : Outcome.failed(unreadable);
    }

    private long version(SiteId id) {
        return siteVersions.getOrDefault(id, 1L);
    }

    /** Somebody else changes a site. */
    public void changed(Site now) {
        sites.replaceAll(each -> each.id().equals(now.id()) ? now : each);
        siteVersions.put(now.id(), version(now.id()) + 1);
    }

    @Override
    public void add(@Nullable SiteId parent, String name, Consumer<Outcome<SiteVersion>> answer) {
        change("add site " + name + " below " + parent, answer, () -> {
            Site site = new Site(new SiteId("s-" + ++made), parent, name);
            sites.add(site);
            return Outcome.done(new SiteVersion(site, 1));
        });
    }

    @Override
    public void change(SiteVersion wanted, Consumer<Outcome<SiteVersion>> answer) {
        change("change site " + wanted.site().name() + " below " + wanted.site().parent(), answer, () -> {
            SiteId id = wanted.site().id();
            if (wanted.version() != version(id)) {
                return overtaken();
            }
            changed(wanted.site());
            return Outcome.done(new SiteVersion(wanted.site(), version(id)));
        });
    }

    @Override
    public void remove(SiteVersion seen, Consumer<Outcome<Boolean>> answer) {
        change(
                "remove site " + seen.site().name(),
                answer,
                () -> seen.version() == version(seen.site().id())
                        ? Outcome.done(sites.removeIf(
                                each -> each.id().equals(seen.site().id())))
                        : overtaken());
    }

    @Override
    public void policy(Consumer<Outcome<StreamPolicy>> answer) {
        tell(answer, () -> read(() -> Outcome.done(policy)));
    }

    @Override
    public void change(StreamPolicy seen, StreamPolicy wanted, Consumer<Outcome<StreamPolicy>> answer) {
        change("policy " + wanted.city() + " " + wanted.sites(), answer, () -> {
            if (!policy.equals(seen)) {
                return overtaken();
            }
            policy = wanted;
            return Outcome.done(policy);
        });
    }

    @Override
    public void ownSessions(Consumer<Outcome<List<HeldSession>>> answer) {
        tell(answer, () -> Outcome.done(List.copyOf(held)));
    }

    @Override
    public void endOwnSession(HeldSession session, Consumer<Outcome<Boolean>> answer) {
        change("end own session " + session.id(), answer, () -> Outcome.done(held.remove(session)));
    }

    @Override
    public void changeOwnPassword(Secret old, Secret fresh, Consumer<Outcome<Boolean>> answer) {
        password = fresh;
        change("own password", answer, () -> Outcome.done(true));
    }

    /** The same with a few wards and a few people. */
    public FakeAdministration city() {
        SampleCity.fill(this);
        return this;
    }
}
