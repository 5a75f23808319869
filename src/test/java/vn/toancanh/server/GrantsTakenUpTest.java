package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.StreamRole;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.Grants;

/** What a server that comes back takes up of the grants that a relay still knows, and how long they may be used without one. */
@Tag("slow")
class GrantsTakenUpTest {
    @TempDir
    Path data;

    private final ManualClock clock = new ManualClock();
    private ServerFixture fixture;
    private Desk desk;
    private JsonNode grant;
    private List<Allowance> known = List.of();

    @BeforeEach
    void grantOne() throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 2));
        desk = fixture.desk("viewer");
        grant = grant();
        known = grants().all();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private JsonNode grant() {
        return desk.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-1\",\"role\":\"sub\"}]}")
                .json()
                .at("/items/0");
    }

    private Grants grants() {
        return (Grants) fixture.server.admissions();
    }

    /** The server is killed, and is back after that time. */
    private void comesBackAfter(Duration time) throws IOException {
        fixture.close();
        clock.advance(time);
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
    }

    private String id() {
        return grant.path("sessionId").asString();
    }

    private Instant time(JsonNode of, String field) {
        return Instant.parse(of.path(field).asString());
    }

    @Test
    void aGrantSaysHowLongItMayBeUsedWithoutTheServer() throws Exception {
        assertThat(time(grant, "offlineUntil")).isEqualTo(clock.now().plus(Duration.ofMinutes(30)));
        assertThat(known).hasSize(1);
        assertThat(time(grant, "expiresAt")).isEqualTo(clock.now().plus(Duration.ofMinutes(5)));
        assertThat(known.getFirst().offlineNanos() - clock.nanos())
                .isEqualTo(Duration.ofMinutes(30).toNanos());
        assertThat(known.getFirst().endsNanos() - clock.nanos())
                .isEqualTo(Duration.ofMinutes(5).toNanos());
        fixture.close();
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock).withOfflineGrace(Duration.ofHours(20)));
        desk = fixture.desk("viewer");
        assertThat(time(grant(), "offlineUntil"))
                .as("the session's end")
                .isEqualTo(clock.now().plus(Duration.ofHours(12)));
        fixture.close();
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock).withOfflineGrace(Duration.ZERO));
        desk = fixture.desk("viewer");
        JsonNode none = grant();
        assertThat(time(none, "offlineUntil")).isEqualTo(time(none, "expiresAt"));
    }

    @Test
    void longerThanAnAccessTokenIsGoodTheGrantIsTakenUpAndThenHasToBeRenewed() throws Exception {
        comesBackAfter(Duration.ofMinutes(20));
        assertThat(grants().of(id())).isNull();
        List<Allowance> standing = grants().takeUp(known);
        assertThat(standing).hasSize(1);
        Admission admission = standing.getFirst().admission();
        assertThat(admission).isEqualTo(known.getFirst().admission());
        assertThat(grants().of(id())).isEqualTo(admission);
        assertThat(grants().ended(Set.of(admission))).isEmpty();
        clock.advance(Duration.ofSeconds(119));
        assertThat(grants().ended(Set.of(admission))).isEmpty();
        clock.advance(Duration.ofSeconds(12));
        assertThat(grants().ended(Set.of(admission))).containsExactly(admission);
        assertThat(grants().of(id())).isNull();
    }

    @Test
    void ofTwoGrantsOfOneStreamTheLaterHoldsItInWhicheverOrderTheyAreTakenUp() throws Exception {
        clock.advance(Duration.ofMinutes(4));
        JsonNode later = grant();
        List<Allowance> both = grants().all();
        assertThat(both).hasSize(2);
        List<Allowance> ends = both.stream()
                .sorted(Comparator.comparingLong(Allowance::endsNanos).reversed())
                .toList();
        assertThat(ends.getFirst().admission().grantId())
                .isEqualTo(later.path("sessionId").asString());
        comesBackAfter(Duration.ofSeconds(10));
        grants().takeUp(ends);
        clock.advance(Duration.ofSeconds(150));
        Set<Admission> playing = Set.of(ends.getFirst().admission());
        assertThat(grants().ended(playing)).isEmpty();
        grants().takeUp(ends.reversed());
        assertThat(grants().ended(playing)).isEmpty();
    }

    private JsonNode notes(String action) {
        return fixture.desk("administrator")
                .get("/audit?action=" + action)
                .json()
                .path("items");
    }

    @Test
    void whatAKilledServerHadNotNotedIsNotedByTheNext() throws Exception {
        // Noted by the first one; the second grant is one that it never came to note.
        Allowance first = known.getFirst();
        Allowance second = new Allowance(
                new Admission("g-khong-ghi", Secret.of("t"), first.admission().sessionId(), "c-2", StreamRole.SUB),
                first.target(),
                first.endsNanos(),
                first.offlineNanos());
        comesBackAfter(Duration.ofSeconds(10));
        assertThat(grants().takeUp(List.of(first, second))).hasSize(2);
        assertThat(notes("stream.granted")).hasSize(1);
        JsonNode noted = notes("stream.takenUp");
        assertThat(noted).hasSize(1);
        assertThat(noted.get(0).path("subject").asString()).isEqualTo("camera/c-2");
        assertThat(noted.get(0).at("/facts/grant").asString()).isEqualTo("g-khong-ghi");
        assertThat(noted.get(0).path("user").asString()).isEqualTo("viewer");
        grants().takeUp(List.of(first, second));
        assertThat(notes("stream.takenUp")).as("once").hasSize(1);
    }

    @Test
    void theDeskThatHoldsItRenewsIt() throws Exception {
        comesBackAfter(Duration.ofMinutes(3));
        grants().takeUp(known);
        Desk again = new Desk(fixture.anonymous.http(), fixture.server.baseUri(), fixture.contract, desk.token());
        Desk.Answer renewed = again.put("/stream-sessions/" + id(), null);
        assertThat(renewed.status()).as(renewed.body()).isEqualTo(200);
        assertThat(renewed.json().path("password")).isEqualTo(grant.path("password"));
        assertThat(fixture.desk("operator")
                        .put("/stream-sessions/" + id(), null)
                        .status())
                .isEqualTo(410);
    }

    @Test
    void whatNoLongerStandsIsNotTakenUp() throws Exception {
        Allowance good = known.getFirst();
        desk.delete("/sessions/current");
        comesBackAfter(Duration.ofMinutes(1));
        assertThat(grants().takeUp(known)).as("the session had ended").isEmpty();
        desk = fixture.desk("viewer");
        grant = grant();
        known = grants().all();
        String session = known.getFirst().admission().sessionId();
        Admission nowhere = new Admission(
                "g-x",
                good.admission().token(),
                session,
                "c-99",
                good.admission().role());
        assertThat(grants().takeUp(
                                List.of(new Allowance(nowhere, good.target(), good.endsNanos(), good.offlineNanos()))))
                .as("no such camera")
                .isEmpty();
        comesBackAfter(Duration.ofHours(13));
        assertThat(grants().takeUp(known)).as("longer than any session lasts").isEmpty();
    }
}
