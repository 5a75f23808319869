package vn.toancanh.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Threads;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.store.Database;

/** Another password reaches what was begun with the one before it: hashes wait their turn for seconds, tickets for minutes. */
@Timeout(60)
class PasswordResetTest {
    private static final Secret OLD = Secret.of("mat-khau-cu");
    private static final Secret NEW = Secret.of("mat-khau-moi");
    private static final String HERE = "127.0.0.1";
    private static final AuditTrail UNHEARD = (sql, who, action, subject, facts) -> {};

    private final ManualClock clock = new ManualClock();
    private final Semaphore turns = new Semaphore(1, true);
    private Database database;
    private AccessControl control;
    /** The same database by hands that do not wait for those turns. */
    private AccessControl administrator;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = Database.open(folder.resolve("a.db"), folder.resolve("backups"), clock);
        control = control(new Passwords(turns, Duration.ofSeconds(30)));
        administrator = control(new Passwords());
        administrator.accounts().create("an", "An", Accounts.OPERATOR, OLD);
    }

    private AccessControl control(Passwords passwords) {
        OfflineTerms offline = new OfflineTerms(Duration.ZERO, ZoneOffset.UTC);
        return new AccessControl(database, new Json(), clock, ZoneOffset.UTC, UNHEARD, offline, passwords);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** The code of the problem that comes of it where something happens while its password waits to be hashed. */
    private String meanwhile(Supplier<?> begun, Runnable happening) throws Exception {
        CompletableFuture<Object> done = new CompletableFuture<>();
        turns.acquire();
        Threads.virtual("under-way", () -> {
                    try {
                        done.complete(begun.get());
                    } catch (RuntimeException refused) {
                        done.completeExceptionally(refused);
                    }
                })
                .start();
        while (!turns.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        happening.run();
        turns.release();
        try {
            done.get(30, TimeUnit.SECONDS);
            return "done";
        } catch (ExecutionException refused) {
            return refused.getCause() instanceof ApiProblem problem
                    ? problem.status() + " " + problem.code()
                    : String.valueOf(refused.getCause());
        }
    }

    private void reset() {
        assertThat(administrator.accounts().setPassword("an", NEW)).isTrue();
    }

    private Sessions.Opened login(String name, Secret password) {
        return control.signIns().login(name, password, HERE, null);
    }

    private long sessions() {
        return database.read(sql -> sql.number("SELECT count(*) FROM session"));
    }

    @Test
    void aSignInUnderWayIsRefused() throws Exception {
        assertThat(meanwhile(() -> login("an", OLD), () -> {})).isEqualTo("done");
        assertThat(meanwhile(() -> login("an", OLD), this::reset)).isEqualTo("401 badCredentials");
        assertThat(sessions()).isZero();
        assertThat(meanwhile(() -> login("an", NEW), () -> {})).isEqualTo("done");
    }

    @Test
    void aRoleThatDemandsASecondPersonByThenDemandsOne() throws Exception {
        Runnable another = () -> {
            demandSecondPerson();
            database.write(sql -> sql.change("UPDATE account SET role_id = 'hai' WHERE username = 'an'"));
        };
        assertThat(meanwhile(() -> login("an", OLD), another)).isEqualTo("401 secondPersonNeeded");
        assertThat(sessions()).isZero();
    }

    private void demandSecondPerson() {
        database.write(sql -> sql.change("INSERT INTO role (id, name, second_person) VALUES ('hai', 'Hai người', 1)"));
        database.write(
                sql -> sql.change("INSERT INTO role_right (role_id, level, effect) VALUES ('hai', 'view', 'allow')"));
    }

    private String ticket() {
        demandSecondPerson();
        administrator.accounts().create("binh", "Bình", "hai", OLD);
        administrator.accounts().create("chi", "Chi", Accounts.ADMINISTRATOR, OLD);
        try {
            login("binh", OLD);
            throw new AssertionError("a second person is not asked for");
        } catch (ApiProblem waits) {
            return String.valueOf(waits.ticket());
        }
    }

    private Sessions.Opened confirm(String ticket) {
        return control.signIns().confirm(ticket, "chi", OLD, HERE);
    }

    @Test
    void aTicketOfThePasswordBeforeIsRefused() throws Exception {
        String ticket = ticket();
        Runnable reset = () -> administrator.accounts().setPassword("binh", NEW);
        assertThat(meanwhile(() -> confirm(ticket), reset)).isEqualTo("401 ticketRefused");
        assertThat(sessions()).isZero();
    }

    @Test
    void whoVouchesByThePasswordBeforeIsRefusedAndTheTicketStays() throws Exception {
        String ticket = ticket();
        Runnable reset = () -> administrator.accounts().setPassword("chi", NEW);
        assertThat(meanwhile(() -> confirm(ticket), reset)).isEqualTo("401 badCredentials");
        assertThat(sessions()).isZero();
        administrator.accounts().setPassword("chi", OLD);
        assertThat(meanwhile(() -> confirm(ticket), () -> {})).isEqualTo("done");
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void aChangeByThePasswordBeforeOverwritesNothing() throws Exception {
        Principal who = login("an", OLD).principal();
        Supplier<Object> change = () -> {
            control.accounts().changePassword(who, OLD, Secret.of("cua-ke-gian"), HERE);
            return who;
        };
        assertThat(meanwhile(change, this::reset)).isEqualTo("401 unauthenticated");
        assertThat(meanwhile(() -> login("an", NEW), () -> {})).isEqualTo("done");
    }

    @Test
    void aChangeInASessionThatStandsIsRefusedWhereThePasswordIsAnother() throws Exception {
        Principal who = login("an", OLD).principal();
        Runnable another = () -> {
            String hash = administrator.accounts().hash(NEW);
            database.write(sql -> sql.change("UPDATE account SET password_hash = ? WHERE username = 'an'", hash));
        };
        Supplier<Object> change = () -> {
            control.accounts().changePassword(who, OLD, Secret.of("cua-ke-gian"), HERE);
            return who;
        };
        assertThat(meanwhile(change, another)).isEqualTo("403 badCredentials");
        assertThat(List.of(login("an", NEW).principal().username())).containsExactly("an");
    }

    @Test
    void aSignatureByThePasswordBeforeIsRefused() throws Exception {
        administrator.accounts().create("chi", "Chi", Accounts.ADMINISTRATOR, OLD);
        Principal through = login("chi", OLD).principal();
        assertThat(meanwhile(() -> control.signing().check(through, "an", OLD, HERE), this::reset))
                .isEqualTo("403 badCredentials");
    }
}
