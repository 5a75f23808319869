package vn.toancanh.central;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.AdministrationService;
import vn.toancanh.administration.HeldSession;
import vn.toancanh.administration.Role;
import vn.toancanh.administration.SiteVersion;
import vn.toancanh.administration.StreamPolicy;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** Users, roles and sites at the server. Passwords are revealed where the body is written and nowhere else. */
final class CentralAdministration implements AdministrationService {
    private static final String PAGE = "500";
    private static final int MOST_PAGES = 200;

    private final Asking asking;
    private final CentralSessions sessions;

    CentralAdministration(Net net, Caller caller, CentralSessions sessions, CentralOptions options) {
        this.asking = new Asking("administration", net, caller, sessions, options);
        this.sessions = sessions;
    }

    @Override
    public boolean offers(Feature feature) {
        String word = switch (feature) {
            case PEOPLE -> "administration";
            case POLICY -> "streams.policy";
            case VALIDITY -> "accounts.validity";
            case LOCK -> "roles.lock";
        };
        return sessions.login().map(login -> login.offers(word)).orElse(false);
    }

    @Override
    public void accounts(Consumer<Outcome<List<Account>>> answer) {
        asking.ask(this::allAccounts, answer);
    }

    private List<Account> allAccounts(Login login) {
        List<Account> all = new ArrayList<>();
        @Nullable String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            HttpUrl.Builder url = login.path("users").addQueryParameter("limit", PAGE);
            if (cursor != null) {
                url.addQueryParameter("cursor", cursor);
            }
            AdminDto.UserPage body = asking.get(login, AdminDto.UserPage.class, url);
            AdminDto.items(body.items()).stream()
                    .map(AdministrationTranslation::account)
                    .forEach(all::add);
            String next = body.nextCursor();
            if (next == null || next.isEmpty() || next.equals(cursor)) {
                return all;
            }
            cursor = next;
        }
        throw new FailureException(Failures.notUnderstood("pages of users without end", null));
    }

    @Override
    public void add(Account wanted, Secret password, Consumer<Outcome<Account>> answer) {
        asking.ask(
                login -> {
                    Map<String, @Nullable Object> body = AdministrationTranslation.draft(wanted);
                    body.put("password", password.reveal());
                    return AdministrationTranslation.account(asking.send(
                            login,
                            AdminDto.User.class,
                            Asking.request(login, "users").post(asking.once(body))));
                },
                answer);
    }

    @Override
    public void change(Account wanted, Consumer<Outcome<Account>> answer) {
        asking.ask(
                login -> AdministrationTranslation.account(asking.send(
                        login,
                        AdminDto.User.class,
                        Asking.seen(Asking.request(login, "users", wanted.id()), wanted.version())
                                .put(asking.body(AdministrationTranslation.change(wanted))))),
                answer);
    }

    @Override
    public void remove(Account account, Consumer<Outcome<Boolean>> answer) {
        asking.tell(
                login -> Asking.seen(Asking.request(login, "users", account.id()), account.version())
                        .delete(),
                answer);
    }

    @Override
    public void setPassword(Account account, Secret password, Consumer<Outcome<Boolean>> answer) {
        asking.tell(
                login -> Asking.request(login, "users", account.id(), "password")
                        .put(asking.body(Map.of("password", password.reveal()))),
                answer);
    }

    @Override
    public void sessions(Account account, Consumer<Outcome<List<HeldSession>>> answer) {
        asking.ask(login -> held(login, login.path("users", account.id(), "sessions")), answer);
    }

    private List<HeldSession> held(Login login, HttpUrl.Builder url) {
        return AdminDto.items(asking.get(login, AdminDto.SessionList.class, url).items()).stream()
                .map(AdministrationTranslation::held)
                .toList();
    }

    @Override
    public void endSessions(Account account, Consumer<Outcome<Boolean>> answer) {
        asking.tell(
                login ->
                        Asking.request(login, "users", account.id(), "sessions").delete(),
                answer);
    }

    @Override
    public void roles(Consumer<Outcome<List<Role>>> answer) {
        asking.ask(
                login ->
                        AdminDto.items(asking.get(login, AdminDto.RoleList.class, login.path("roles"))
                                        .items())
                                .stream()
                                .map(AdministrationTranslation::role)
                                .toList(),
                answer);
    }

    @Override
    public void put(Role wanted, Consumer<Outcome<Role>> answer) {
        asking.ask(
                login -> {
                    Map<String, @Nullable Object> body = AdministrationTranslation.body(wanted);
                    Request.Builder request = wanted.id().isEmpty()
                            ? Asking.request(login, "roles").post(asking.once(body))
                            : Asking.seen(Asking.request(login, "roles", wanted.id()), wanted.version())
                                    .put(asking.body(body));
                    return AdministrationTranslation.role(asking.send(login, AdminDto.Role.class, request));
                },
                answer);
    }

    @Override
    public void remove(Role role, Consumer<Outcome<Boolean>> answer) {
        asking.tell(
                login -> Asking.seen(Asking.request(login, "roles", role.id()), role.version())
                        .delete(),
                answer);
    }

    @Override
    public void sites(Consumer<Outcome<List<Site>>> answer) {
        asking.ask(
                login -> AdminDto.items(asking.get(login, Dto.SiteList.class, login.path("sites"))
                                .items())
                        .stream()
                        .filter(site -> site.id() != null && CameraTranslation.isId(site.id()))
                        .map(AdministrationTranslation::site)
                        .toList(),
                answer);
    }

    @Override
    public void site(SiteId id, Consumer<Outcome<SiteVersion>> answer) {
        asking.ask(
                login -> AdministrationTranslation.version(
                        asking.get(login, AdminDto.SiteVersion.class, login.path("sites", id.value()))),
                answer);
    }

    @Override
    public void add(@Nullable SiteId parent, String name, Consumer<Outcome<SiteVersion>> answer) {
        asking.ask(
                login -> AdministrationTranslation.version(asking.send(
                        login,
                        AdminDto.SiteVersion.class,
                        Asking.request(login, "sites")
                                .post(asking.once(AdministrationTranslation.site(parent, name))))),
                answer);
    }

    @Override
    public void change(SiteVersion wanted, Consumer<Outcome<SiteVersion>> answer) {
        Site site = wanted.site();
        asking.ask(
                login -> AdministrationTranslation.version(asking.send(
                        login,
                        AdminDto.SiteVersion.class,
                        Asking.seen(Asking.request(login, "sites", site.id().value()), wanted.version())
                                .put(asking.body(AdministrationTranslation.site(site.parent(), site.name()))))),
                answer);
    }

    @Override
    public void remove(SiteVersion site, Consumer<Outcome<Boolean>> answer) {
        asking.tell(
                login -> Asking.seen(
                                Asking.request(login, "sites", site.site().id().value()), site.version())
                        .delete(),
                answer);
    }

    @Override
    public void policy(Consumer<Outcome<StreamPolicy>> answer) {
        asking.ask(this::policy, answer);
    }

    private StreamPolicy policy(Login login) {
        return AdministrationTranslation.policy(seenPolicy(login).orThrow());
    }

    private Wire.Reply<AdminDto.Policy> seenPolicy(Login login) {
        return asking.read(login, AdminDto.Policy.class, login.path("stream-policy"));
    }

    /** A server may tell no version of it; so what was seen is held against what is there first. */
    @Override
    public void change(StreamPolicy before, StreamPolicy wanted, Consumer<Outcome<StreamPolicy>> answer) {
        asking.ask(
                login -> {
                    Wire.Reply<AdminDto.Policy> there = seenPolicy(login);
                    if (!AdministrationTranslation.policy(there.orThrow()).equals(before)) {
                        throw new FailureException(
                                Failure.of(Failure.Kind.CONFLICT, "the policy is another than was seen"));
                    }
                    Request.Builder request = Asking.request(login, "stream-policy")
                            .put(asking.body(AdministrationTranslation.body(wanted)));
                    String version = there.etag();
                    if (version != null) {
                        request.header("If-Match", version);
                    }
                    return AdministrationTranslation.policy(asking.send(login, AdminDto.Policy.class, request));
                },
                answer);
    }

    @Override
    public void ownSessions(Consumer<Outcome<List<HeldSession>>> answer) {
        asking.ask(login -> held(login, login.path("me", "sessions")), answer);
    }

    @Override
    public void endOwnSession(HeldSession session, Consumer<Outcome<Boolean>> answer) {
        asking.tell(
                login -> Asking.request(login, "me", "sessions", session.id()).delete(), answer);
    }

    @Override
    public void changeOwnPassword(Secret old, Secret fresh, Consumer<Outcome<Boolean>> answer) {
        asking.tell(
                login -> {
                    Map<String, Object> body = new LinkedHashMap<>();
                    body.put("oldPassword", old.reveal());
                    body.put("newPassword", fresh.reveal());
                    return Asking.request(login, "me", "password").put(asking.once(body));
                },
                answer);
    }
}
