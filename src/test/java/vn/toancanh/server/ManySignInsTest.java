package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Main;
import vn.toancanh.base.Secret;

/** A whole shift signs in at the same moment: a hash takes 19 MiB, and yet all are answered and the memory stays. */
@Tag("slow")
class ManySignInsTest {
    private static final int DESKS = 64;

    /** As on a large machine, where only the server itself keeps 64 hashes of 1.2 GB from being computed at once. */
    private static final List<String> MANY_CORES_LITTLE_MEMORY = List.of("-XX:ActiveProcessorCount=256", "-Xmx160m");

    private static final Pattern PASSWORD = Pattern.compile("once\\): (\\S+)");
    private static final Pattern LISTENS = Pattern.compile("The server listens at (http://[0-9.:]+);");

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
        try (ServerFixture fixture = ServerFixture.start(folder)) {
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
        try (ServerFixture fixture = ServerFixture.start(folder)) {
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
        Process process = server();
        try {
            URI server = URI.create(said(process, LISTENS));
            String password = said(process, PASSWORD);
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
            assertThat(process.isAlive()).as("the server lives").isTrue();
            assertThat(atOnce(List.of(signIn(server, "admin", password)))
                            .getFirst()
                            .statusCode())
                    .isEqualTo(201);
        } finally {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** As {@code ./wall server} starts it, on another machine. */
    private Process server() throws IOException {
        List<String> command = new ArrayList<>(ChildJvm.asThisOne()
                .command(
                        "service",
                        MANY_CORES_LITTLE_MEMORY,
                        Main.class.getName(),
                        List.of(
                                "server",
                                "--plain",
                                // No relay beside it: with so many processors and so little memory that is a matter of
                                // its own.
                                "--offline-grace",
                                "0",
                                "--data",
                                folder.resolve("server").toString(),
                                "--lang",
                                "en")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        return builder.start();
    }

    /** Waits until it says that; lines of its log may stand between any two that it says, for tests log there too. */
    private String said(Process process, Pattern what) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (true) {
            boolean alive = process.isAlive();
            String said = Files.readString(folder.resolve("out.txt"));
            Matcher matcher = what.matcher(said);
            if (matcher.find()) {
                return matcher.group(1);
            }
            assertThat(alive && System.nanoTime() < end)
                    .as("runs, and may take its time; it said " + said + Files.readString(folder.resolve("err.txt")))
                    .isTrue();
            Thread.sleep(100);
        }
    }
}
