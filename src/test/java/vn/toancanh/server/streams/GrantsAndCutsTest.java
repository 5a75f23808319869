package vn.toancanh.server.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.accounts.AccessControl;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.OfflineTerms;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Right;
import vn.toancanh.server.audit.Trail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.Grants;
import vn.toancanh.server.relay.RelayAddress;
import vn.toancanh.server.relay.RelayFigures;
import vn.toancanh.server.relay.StreamRelay;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Vault;

/** What a relay is told when a grant and its end come at the same moment. */
class GrantsAndCutsTest {
    private static final Principal WHO = new Principal(
            "s-1", "u-1", "an", "An", "viewer", List.of(new Right(Level.VIEW, null)), Instant.MAX, Instant.MAX);

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final Told relay = new Told();
    private Database database;
    private AccessControl control;
    private StreamSessions streams;

    /** Notes what it is told; something else may happen just before it is told to let somebody in. */
    private static final class Told implements StreamRelay {
        final List<String> orders = new ArrayList<>();
        Runnable before = () -> {};

        @Override
        public void open(Grants grants) {
            orders.add("open");
        }

        @Override
        public RelayAddress address() {
            return new RelayAddress(false, 554, List.of());
        }

        @Override
        public void admit(Allowance allowance) {
            before.run();
            orders.add("admit " + allowance.admission().grantId());
        }

        @Override
        public void settle() {
            orders.add("settle");
        }

        @Override
        public void cutGrant(String grantId) {
            orders.add("cut " + grantId);
        }

        @Override
        public void cutSession(String sessionId) {
            orders.add("cut all of " + sessionId);
        }

        @Override
        public CompletableFuture<RelayFigures> figures() {
            return CompletableFuture.completedFuture(RelayFigures.NONE);
        }

        @Override
        public void close() {
            orders.add("close");
        }
    }

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("a.db"), folder.resolve("backups"), clock);
        Vault vault = Vault.open(folder.resolve("k"));
        Json json = new Json();
        control = new AccessControl(
                database,
                json,
                clock,
                ZoneOffset.UTC,
                new Trail(vault, clock).begin(database),
                new OfflineTerms(Duration.ZERO, ZoneOffset.UTC));
        Inventory inventory = new Inventory(database, vault, new EventRing(16, "x"), clock, control.places());
        inventory.merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 1));
        streams = new StreamSessions(
                inventory,
                control.tokens(),
                control.sessions(),
                control.places(),
                new GrantAddress(new StreamPolicy(database, json, site -> List.of(site)), relay::address),
                relay,
                Duration.ofMinutes(30),
                clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String grant() {
        GrantBody granted = streams.grant(
                        WHO, List.of(new StreamSessions.Asked("c-1", "sub")), "here", (asked, refused) -> {
                            throw refused;
                        })
                .getFirst();
        return Objects.requireNonNull(granted.sessionId());
    }

    @Test
    void whoIsLetInAfterHisSessionEndedIsCutAgain() {
        relay.before = () -> database.write(sql -> {
            control.sessions().end(sql, "s-1");
            return 0;
        });
        String id = grant();
        assertThat(relay.orders).containsExactly("cut all of s-1", "admit " + id, "cut " + id);
        assertThat(streams.of(id)).isNull();
    }

    @Test
    void whoseSessionGoesOnIsNotCut() {
        String id = grant();
        assertThat(relay.orders).containsExactly("admit " + id);
        streams.renew(WHO, id, "here");
        assertThat(relay.orders).containsExactly("admit " + id, "admit " + id);
    }
}
