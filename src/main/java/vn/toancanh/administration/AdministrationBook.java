package vn.toancanh.administration;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Site;

/**
 * The users, roles and sites that whoever is signed in administers, as the server last told them. What was told stays while it
 * is asked anew, and where that fails. Lane: DESK.
 */
public final class AdministrationBook {
    private final AdministrationService service;
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private List<Account> accounts = List.of();
    private List<Role> roles = List.of();
    private List<Site> sites = List.of();
    private SiteLines lines = SiteLines.NONE;
    private Optional<Failure> failure = Optional.empty();
    private long turn;
    private int awaited;

    public AdministrationBook(AdministrationService service) {
        this.service = service;
    }

    /** Asks for all of it anew; answers to what was asked before are dropped. */
    public void reload() {
        long mine = ++turn;
        awaited = 3;
        failure = Optional.empty();
        service.roles(outcome -> take(mine, outcome, told -> roles = byName(told, Role::name)));
        service.accounts(outcome -> take(mine, outcome, told -> accounts = byName(told, Account::displayName)));
        service.sites(outcome -> take(mine, outcome, told -> {
            sites = told;
            lines = new SiteLines(told);
        }));
        tell();
    }

    private <T> void take(long mine, Outcome<List<T>> outcome, Consumer<List<T>> keep) {
        if (mine != turn) {
            return;
        }
        awaited--;
        outcome.settle(keep, why -> failure = Optional.of(why));
        tell();
    }

    private static <T> List<T> byName(List<T> told, java.util.function.Function<T, String> name) {
        Collator order = Collator.getInstance(Locale.of("vi"));
        return told.stream().sorted(Comparator.comparing(name, order::compare)).toList();
    }

    /** Nobody administers here any more: nothing is kept. */
    public void forget() {
        turn++;
        awaited = 0;
        accounts = List.of();
        roles = List.of();
        sites = List.of();
        lines = SiteLines.NONE;
        failure = Optional.empty();
        tell();
    }

    /** True while answers are awaited. */
    public boolean loading() {
        return awaited > 0;
    }

    /** Why something of it may be old. */
    public Optional<Failure> failure() {
        return failure;
    }

    public List<Account> accounts() {
        return accounts;
    }

    /**
     * Those in whose user name, name or role every typed word begins one, without regard to case and tone marks; all where nothing
     * is typed.
     */
    public List<Account> accounts(String typed) {
        TypedWords words = new TypedWords(typed);
        return accounts.stream()
                .filter(account -> words.occurIn(account.username() + " " + account.displayName() + " "
                        + role(account.roleId()).map(Role::name).orElse("")))
                .toList();
    }

    public Optional<Account> account(String id) {
        return accounts.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public List<Role> roles() {
        return roles;
    }

    public Optional<Role> role(String id) {
        return roles.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public List<Site> sites() {
        return sites;
    }

    public SiteLines lines() {
        return lines;
    }

    /** Tells of every change until the handle is closed. */
    public Handle onChange(Runnable listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    private void tell() {
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }
}
