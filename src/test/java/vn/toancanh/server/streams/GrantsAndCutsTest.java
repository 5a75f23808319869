package vn.toancanh.server.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.accounts.AccessControl;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.OfflineTerms;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Right;
import vn.toancanh.server.accounts.Sessions;
import vn.toancanh.server.audit.Trail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.ProblemBody;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.relay.Admission;
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
    private Runnable beforeRights = () -> {};

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
        public void admit(List<Allowance> allowances) {
            before.run();
            orders.add(allowances.stream()
                    .map(each -> each.admission().grantId())
                    .collect(Collectors.joining(" ", "admit ", "")));
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
        inventory.merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 3));
        streams = new StreamSessions(
                inventory,
                control.tokens(),
                control.sessions(),
                (who, level, camera) -> {
                    beforeRights.run();
                    return control.places().may(who, level, camera);
                },
                new GrantAddress(new StreamPolicy(database, json, site -> List.of(site)), relay::address),
                relay,
                new GrantTerms(new OfflineTerms(Duration.ofHours(12), ZoneOffset.UTC), Duration.ofMinutes(30)),
                clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String grant() {
        return grant(WHO);
    }

    private String grant(Principal who) {
        return Objects.requireNonNull(granted(who).sessionId());
    }

    private Instant offlineUntil(Principal who) {
        return Instant.parse(Objects.requireNonNull(granted(who).offlineUntil()));
    }

    private GrantBody granted(Principal who) {
        GrantBody answer = wall(who, "c-1").getFirst();
        assertThat(answer.problem()).isNull();
        return answer;
    }

    private List<GrantBody> wall(Principal who, String... cameras) {
        return streams.grant(
                who,
                Stream.of(cameras)
                        .map(camera -> new StreamSessions.Asked(camera, "sub"))
                        .toList(),
                "here",
                (asked, refused) ->
                        GrantBody.refused(asked.cameraId(), asked.roleWord(), ProblemBody.of(refused, "1")));
    }

    private static List<String> ids(List<GrantBody> answers) {
        return answers.stream()
                .map(GrantBody::sessionId)
                .filter(Objects::nonNull)
                .toList();
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
    void ofAWallThatIsGrantedWhileItsSessionEndsNothingStands() {
        relay.before = () -> end("s-1");
        List<String> ids = ids(wall(WHO, "c-1", "c-2", "c-3"));
        assertThat(ids).hasSize(3);
        assertThat(relay.orders)
                .containsExactly(
                        "cut all of s-1",
                        "admit " + String.join(" ", ids),
                        "cut " + ids.get(0),
                        "cut " + ids.get(1),
                        "cut " + ids.get(2));
        assertThat(ids).allMatch(id -> streams.of(id) == null);
    }

    @Test
    void theRelayIsToldOfAWallOnceAndOnlyOfWhatIsGranted() {
        List<GrantBody> answers = wall(WHO, "c-1", "c-99", "c-2", "c-1");
        List<String> ids = ids(answers);
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
        assertThat(answers.get(1).problem()).isNotNull();
        assertThat(relay.orders).containsExactly("admit " + String.join(" ", ids));
        relay.orders.clear();
        assertThat(ids(wall(WHO, "c-99"))).isEmpty();
        assertThat(relay.orders).as("nothing to tell").isEmpty();
    }

    @Test
    void eachCameraOfAWallIsJudgedWhenItIsGranted() {
        Principal an = signedIn();
        AtomicInteger asked = new AtomicInteger();
        beforeRights = () -> {
            if (asked.incrementAndGet() == 2) {
                database.write(sql -> {
                    sql.change("UPDATE camera SET gone = 1 WHERE id = 'c-2'");
                    control.places().changes(sql);
                    return 0;
                });
            }
        };
        List<GrantBody> answers = wall(an, "c-1", "c-2", "c-3");
        assertThat(answers).extracting(answer -> answer.problem() == null).containsExactly(true, false, true);
        assertThat(relay.orders).containsExactly("admit " + String.join(" ", ids(answers)));
    }

    private Principal signedIn() {
        control.accounts().create("an", "An", "viewer", Secret.of("dai-du-tam-ky-tu"));
        long now = clock.now().toEpochMilli();
        database.write(sql -> sql.change(
                "INSERT INTO session (id, account_id, access_hash, access_expires_at, refresh_hash, refresh_expires_at,"
                        + " created_at, address) SELECT 's-2', id, x'01', ?, x'02', ?, ?, 'here' FROM account",
                now + Sessions.ACCESS.toMillis(),
                now + Sessions.REFRESH.toMillis(),
                now));
        return control.sessions().current("s-2").orElseThrow();
    }

    private void end(String session) {
        database.write(sql -> {
            control.sessions().end(sql, session);
            return 0;
        });
    }

    @Test
    void whoseSessionGoesOnIsNotCut() {
        Principal an = signedIn();
        String id = grant(an);
        assertThat(relay.orders).containsExactly("admit " + id);
        streams.renew(an, id, "here");
        assertThat(relay.orders).containsExactly("admit " + id, "admit " + id);
        assertThat(streams.of(id)).isNotNull();
    }

    @Test
    void aRenewalRevivesNothingOfASessionThatHasEndedMeanwhile() {
        Principal an = signedIn();
        String id = grant(an);
        beforeRights = () -> end("s-2");
        assertThatThrownBy(() -> streams.renew(an, id, "here"))
                .isInstanceOfSatisfying(
                        ApiProblem.class, gone -> assertThat(gone.status()).isEqualTo(410));
        assertThat(streams.of(id)).isNull();
        assertThat(relay.orders).endsWith("cut " + id);
    }

    @Test
    void aRenewalRevivesNothingThatWasNarrowedMeanwhile() {
        Principal an = signedIn();
        String id = grant(an);
        AtomicBoolean narrowed = new AtomicBoolean();
        beforeRights = () -> {
            if (narrowed.compareAndSet(false, true)) {
                database.write(sql -> {
                    sql.change("UPDATE role_right SET site_id = 'khac' WHERE role_id = 'viewer'");
                    return sql.change("UPDATE role SET version = version + 1 WHERE id = 'viewer'");
                });
            }
        };
        assertThatThrownBy(() -> streams.renew(an, id, "here")).isInstanceOf(ApiProblem.class);
        assertThat(streams.of(id)).isNull();
        assertThat(relay.orders).endsWith("cut " + id);
    }

    @Test
    void whoIsFoundWithoutTheRightComesInNoMore() {
        Principal an = signedIn();
        String id = grant(an);
        Admission playing = Objects.requireNonNull(streams.of(id));
        assertThat(streams.ended(Set.of(playing))).isEmpty();
        assertThat(streams.stillOf(id)).isEqualTo(playing);
        database.write(sql -> sql.change("UPDATE account SET enabled = 0"));
        assertThat(streams.stillOf(id)).as("asked once, as MediaMTX asks").isNull();
        assertThat(streams.ended(Set.of(playing))).containsExactly(playing);
        assertThat(streams.of(id)).as("nor again").isNull();
        assertThat(relay.orders).endsWith("cut " + id);
    }

    @Test
    void withoutTheServerAGrantEndsWithTheLastDayOfItsHoldersAccount() {
        clock.advance(Duration.ofHours(23).plusMinutes(45));
        Principal an = signedIn();
        assertThat(offlineUntil(an)).isEqualTo(clock.now().plus(Duration.ofMinutes(30)));
        database.write(sql -> sql.change("UPDATE account SET valid_until = '2026-11-21'"));
        Principal onHisLastDay = control.sessions().current("s-2").orElseThrow();
        assertThat(offlineUntil(onHisLastDay)).isEqualTo(clock.now().plus(Duration.ofMinutes(15)));
    }
}
