package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.live.StreamGrants.Answer;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamRole;

class GrantsTest {
    private static final Pattern WISH = Pattern.compile("\\{\"cameraId\":\"([^\"]+)\",\"role\":\"([a-z]+)\"}");

    private FakeCentral server;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        server = new FakeCentral();
        desk = new Desk();
        server.on("POST /stream-sessions", request -> FakeCentral.json(items(request, Instant.now())));
        desk.signedIn(server.uri());
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    private static String items(RecordedRequest request, Instant now) {
        return WISH.matcher(request.getBody().utf8())
                .results()
                .map(wish -> wish.group(1).equals("locked")
                        ? "{\"cameraId\":\"locked\",\"role\":\"main\",\"problem\":{\"type\":\"urn:x\",\"title\":\"No\",\"status\":403,"
                                + "\"code\":\"forbidden\",\"requestId\":\"r\"}}"
                        : grant(wish.group(1), wish.group(2), "rtsp://10.1.2.3/" + wish.group(1), now))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private static String grant(String camera, String role, String url, Instant now) {
        return "{\"sessionId\":\"g\",\"cameraId\":\"" + camera + "\",\"role\":\"" + role + "\",\"url\":\"" + url
                + "\",\"username\":\"viewer\",\"password\":\"bi-mat\",\"transports\":[\"udp\",\"tcp\"],\"tlsPins\":[],\"expiresAt\":\""
                + now.plusSeconds(300) + "\",\"renewAfter\":\"" + now.plusSeconds(200) + "\",\"access\":\"direct\"}";
    }

    private static Wish wish(String camera) {
        return new Wish(new CameraId(camera), StreamRole.SUB);
    }

    private List<Answer> ask(Wish... wishes) {
        return desk.ask(answer -> desk.client.grants().ask(List.of(wishes), answer));
    }

    @Test
    void aWallOfWishesGoesOutAsOneRequest() {
        List<List<Answer>> answers = new CopyOnWriteArrayList<>();
        desk.here(() -> {
            for (int i = 0; i < 64; i++) {
                desk.client.grants().ask(List.of(wish("c-" + i)), answers::add);
            }
            return true;
        });
        desk.until(() -> answers.size() == 64);
        assertThat(server.to("POST /stream-sessions")).hasSize(1);
        assertThat(answers)
                .extracting(each -> each.getFirst().wish().camera().value())
                .containsExactlyElementsOf(
                        IntStream.range(0, 64).mapToObj(i -> "c-" + i).toList());
        StreamGrant grant = answers.getFirst().getFirst().grant();
        assertThat(grant).isNotNull();
        assertThat(grant.uri()).hasToString("rtsp://10.1.2.3/c-0");
        assertThat(grant.role()).isEqualTo(StreamRole.SUB);
        assertThat(grant.way()).isEqualTo(new StreamGrant.Way(false, List.of("udp", "tcp")));
        assertThat(grant.toString()).doesNotContain("bi-mat");
    }

    @Test
    void moreThanABatchIsSplitAndEachAskerGetsHisAnswersInOrder() {
        Wish[] many = IntStream.range(0, 300).mapToObj(i -> wish("c-" + i)).toArray(Wish[]::new);
        List<Answer> answers = ask(many);
        assertThat(answers).extracting(Answer::wish).containsExactly(many);
        assertThat(answers).allMatch(answer -> answer.grant() != null);
        assertThat(server.to("POST /stream-sessions")).hasSize(3);
        assertThat(ask()).isEmpty();
    }

    @Test
    void oneRefusalLeavesTheOthers() {
        List<Answer> answers = ask(wish("c-1"), wish("locked"), wish("c-2"));
        assertThat(answers.get(0).grant()).isNotNull();
        assertThat(answers.get(2).grant()).isNotNull();
        assertThat(answers.get(1).grant()).isNull();
        assertThat(answers.get(1).failure()).isNotNull();
        assertThat(answers.get(1).failure().kind()).isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void anAnswerThatCannotBeUsedIsRefusedAlone() {
        Instant now = Instant.now();
        server.on(
                "POST /stream-sessions",
                request -> FakeCentral.json("{\"items\":["
                        + grant("c-1", "sub", "rtsp://user:bi-mat@10.1.2.3/", now) + ","
                        + grant("c-2", "sub", "http://10.1.2.3/", now) + ","
                        + grant("other", "sub", "rtsp://10.1.2.3/", now) + ","
                        + grant("c-4", "sub", "rtsp://10.1.2.3/a b", now) + ","
                        + grant("c-5", "hologram", "rtsps://[fd00::1]:322/x", now) + "]}"));
        List<Answer> answers = ask(wish("c-1"), wish("c-2"), wish("c-3"), wish("c-4"), wish("c-5"));
        assertThat(answers.subList(0, 4)).allSatisfy(answer -> {
            assertThat(answer.failure()).isNotNull();
            assertThat(answer.failure().kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(answer.failure().toString()).doesNotContain("bi-mat");
        });
        assertThat(answers.get(4).grant()).isNotNull();
    }

    @Test
    void tooFewAnswersAreNoAnswer() {
        server.on("POST /stream-sessions", request -> FakeCentral.json("{\"items\":[]}"));
        assertThat(ask(wish("c-1")).getFirst().failure()).isNotNull();
    }

    @Test
    void aServerWhoseClockIsWrongGrantsAsLongAsOneWhoseClockIsRight() {
        Instant there = Instant.now().minus(Duration.ofHours(3));
        server.on("POST /stream-sessions", request -> dated(FakeCentral.json(items(request, there)), there));
        StreamGrant grant = ask(wish("c-1")).getFirst().grant();
        assertThat(grant).isNotNull();
        assertThat(Duration.between(Instant.now(), grant.expiresAt()))
                .isBetween(Duration.ofSeconds(180), Duration.ofSeconds(305));
        assertThat(grant.renewAfter()).isBefore(grant.expiresAt());
    }

    @Test
    void aGrantThatIsSpentOnArrivalIsStillOrdered() {
        server.on(
                "POST /stream-sessions",
                request -> FakeCentral.json(items(request, Instant.now().minusSeconds(5000))));
        StreamGrant grant = ask(wish("c-1")).getFirst().grant();
        assertThat(grant).isNotNull();
        assertThat(grant.renewAfter()).isBeforeOrEqualTo(grant.expiresAt());
    }

    @Test
    void aServerThatFailsFailsEveryWish() {
        server.on("POST /stream-sessions", request -> FakeCentral.problem(500, "internal"));
        List<Answer> answers = ask(wish("c-1"), wish("c-2"));
        assertThat(answers).hasSize(2).allMatch(answer -> answer.failure() != null && answer.grant() == null);
    }

    private static MockResponse dated(MockResponse response, Instant date) {
        return response.newBuilder()
                .setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)))
                .build();
    }
}
