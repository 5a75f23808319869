package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Secret;

/** A whole shift signs in at the same moment: a hash takes 19 MiB, and yet all are answered and the memory stays. */
@Tag("slow")
class ManySignInsTest {
    private static final int DESKS = 64;

    /** As on a large machine, where only the server itself keeps 64 hashes of 1.2 GB from being computed at once. */
    private static final List<String> MANY_CORES_LITTLE_MEMORY = List.of("-XX:ActiveProcessorCount=256", "-Xmx160m");

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static HttpRequest signIn(URI server, String user, String password) {
        return HttpRequest.newBuilder(server.resolve("/api/v1/sessions"))
                .timeout(Duration.ofSeconds(60))
                .setHeader("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}"))
                .build();
    }

    private List<HttpResponse<String>> atOnce(List<HttpRequest> requests) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (HttpRequest request : requests) {
            answers.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static void saysWhenToTryAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(429, 503);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(JsonMapper.shared().readTree(answer.body()).path("code").asString())
                .isIn("tooManyTries", "busy");
    }

    private static long count(List<HttpResponse<String>> answers, int status) {
        return answers.stream().filter(answer -> answer.statusCode() == status).count();
    }

    @Test
    void sixtyFourPeopleSignInAtOnce() throws Exception {
        try (ServerFixture fixture = ServerFixture.fresh(ServerOptions.at(folder))) {
            URI server = fixture.server.baseUri();
            for (int i = 0; i < DESKS; i++) {
                fixture.server.accounts().create("ban" + i, "Bàn " + i, "operator", Secret.of(ServerFixture.PASSWORD));
            }
            long begun = System.nanoTime();
            List<HttpResponse<String>> answers = atOnce(IntStream.range(0, DESKS)
                    .mapToObj(i -> signIn(server, "ban" + i, ServerFixture.PASSWORD))
                    .toList());
            System.out.printf(
                    "%d sign-ins at once: %d in, %d to try again, %.1f s%n",
                    DESKS, count(answers, 201), count(answers, 503), (System.nanoTime() - begun) / 1e9);
            assertThat(count(answers, 201)).isPositive();
            for (int i = 0; i < DESKS; i++) {
                if (answers.get(i).statusCode() != 201) {
                    saysWhenToTryAgain(answers.get(i));
                    assertThat(fixture.anonymous
                                    .login("ban" + i, ServerFixture.PASSWORD)
                                    .status())
                            .as("later")
                            .isEqualTo(201);
                }
            }
        }
    }

    @Test
    void sixtyFourGuessesAtOnceAreNoMoreThanFive() throws Exception {
        try (ServerFixture fixture = ServerFixture.fresh(ServerOptions.at(folder))) {
            URI server = fixture.server.baseUri();
            List<HttpResponse<String>> answers = atOnce(IntStream.range(0, DESKS)
                    .mapToObj(i -> signIn(server, "operator", "khong-phai-" + i))
                    .toList());
            assertThat(count(answers, 401)).isEqualTo(5);
            answers.stream().filter(answer -> answer.statusCode() != 401).forEach(ManySignInsTest::saysWhenToTryAgain);
            assertThat(fixture.anonymous.login("viewer", ServerFixture.PASSWORD).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void aServerWithManyCoresAndLittleMemoryLivesThroughThem() throws Exception {
        try (SmallServer small = new SmallServer(folder, MANY_CORES_LITTLE_MEMORY)) {
            URI server = small.uri;
            List<HttpRequest> requests = new ArrayList<>();
            for (int i = 0; i < DESKS; i++) {
                // unknown people cost the same hash
                requests.add(signIn(server, "nguoi-la-" + i, "khong-phai"));
            }
            List<HttpResponse<String>> answers = atOnce(requests);
            System.out.printf(
                    "%d unknown people: %d refused, %d to try again%n",
                    DESKS, count(answers, 401), count(answers, 503));
            assertThat(count(answers, 401)).isPositive();
            answers.stream().filter(answer -> answer.statusCode() != 401).forEach(ManySignInsTest::saysWhenToTryAgain);
            assertThat(small.process.isAlive()).as("the server lives").isTrue();
            assertThat(atOnce(List.of(signIn(server, "admin", small.password)))
                            .getFirst()
                            .statusCode())
                    .isEqualTo(201);
        }
    }
}
