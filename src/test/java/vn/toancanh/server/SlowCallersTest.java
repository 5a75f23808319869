package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;

/** Whoever speaks by drops is cut off, and keeps nobody else waiting meanwhile. */
class SlowCallersTest {
    private static final int DROPS = 900;

    private final ManualClock clock = new ManualClock();
    private final List<Socket> callers = new ArrayList<>();
    private ServerFixture fixture;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
        fixture.close();
    }

    private Socket caller(String beginning) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), fixture.server.baseUri().getPort());
        callers.add(socket);
        send(socket, beginning);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String body(String path, int length) {
        return "POST /api/v1" + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                + length + "\r\n\r\n";
    }

    /** The answer that comes while a drop is sent every other moment of five seconds; empty where none ever does. */
    private String byDrops(Socket socket) throws IOException {
        socket.setSoTimeout(20);
        for (int drop = 0; drop < DROPS; drop++) {
            try {
                send(socket, " ");
                clock.advance(Duration.ofSeconds(5));
                int first = socket.getInputStream().read();
                if (first >= 0) {
                    socket.setSoTimeout(10_000);
                    return (char) first + RawHttp.answer(socket.getInputStream());
                }
                return "";
            } catch (SocketTimeoutException nothingYet) {
                // It is still waiting for more.
            } catch (SocketException hungUp) {
                return "";
            }
        }
        return "";
    }

    @Test
    void aBodyThatComesByDropsIsCutOff() throws IOException {
        String answer = byDrops(caller(body("/sessions", DROPS + 100)));
        assertThat(answer).startsWith("HTTP/1.1 408").contains("\"tooSlow\"", "application/problem+json");
        assertThat(fixture.anonymous.get("/info").status()).isEqualTo(200);
    }

    @Test
    void whatIsRefusedIsNotReadAwayByDropsForEver() throws IOException {
        Socket socket = caller(body("/layouts", DROPS + 100));
        socket.setSoTimeout(10_000);
        assertThat(RawHttp.answer(socket.getInputStream())).startsWith("HTTP/1.1 401");
        assertThat(fixture.anonymous.get("/info").status()).isEqualTo(200);
    }

    @Test
    void whoSendsAtAnOrdinaryPaceIsHeardHoweverLongHeTakes() throws IOException {
        String text = "{\"username\":\"operator\",\"password\":\"" + ServerFixture.PASSWORD + "\"}";
        Socket socket = caller(body("/sessions", text.length()));
        send(socket, text.substring(0, 10));
        clock.advance(Duration.ofSeconds(15));
        send(socket, text.substring(10));
        socket.setSoTimeout(20_000);
        assertThat(RawHttp.answer(socket.getInputStream())).startsWith("HTTP/1.1 201");
    }

    /** True where the connection is closed before all drops have been sent, some moments of the clock each. */
    private boolean isCut(Socket socket) throws IOException {
        socket.setSoTimeout(20);
        for (int drop = 0; drop < DROPS; drop++) {
            try {
                send(socket, "x");
                clock.advance(Duration.ofSeconds(1));
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException nothingYet) {
                // It is still waiting for more.
            } catch (SocketException hungUp) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aHeadThatComesByDropsIsCutOff() throws Exception {
        assertThat(isCut(caller("GET /api/v1/info HTTP/1.1\r\nHost: x\r\nX-Long: ")))
                .isTrue();
        Socket second = caller("GET /api/v1/info HTTP/1.1\r\nHost: x\r\n\r\n");
        second.setSoTimeout(10_000);
        assertThat(second.getInputStream().read()).isEqualTo('H');
        Thread.sleep(300);
        second.getInputStream().skipNBytes(second.getInputStream().available());
        send(second, "GET /api/v1/info HTTP/1.1\r\nHost: x\r\nX-Long: ");
        assertThat(isCut(second)).as("the head of a second request").isTrue();
        assertThat(fixture.anonymous.get("/info").status()).isEqualTo(200);
    }

    @Test
    void whoKeepsAConnectionForItsNextRequestIsNotHurried() throws Exception {
        Socket socket = caller("GET /api/v1/info HTTP/1.1\r\nHost: x\r\n\r\n");
        for (int i = 0; i < 3; i++) {
            socket.setSoTimeout(10_000);
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            Thread.sleep(100);
            socket.getInputStream().skipNBytes(socket.getInputStream().available());
            Thread.sleep(600);
            clock.advance(Duration.ofSeconds(50));
            Thread.sleep(600);
            send(socket, "GET /api/v1/info HTTP/1.1\r\nHost: x\r\n\r\n");
        }
    }

    @Test
    void hundredsOfThemKeepNobodyWaiting() throws IOException {
        for (int i = 0; i < 200; i++) {
            caller("GET /api/v1/cameras HTTP/1.1\r\nHost: x\r\nAuthori");
            caller(body("/sessions", 1000) + "{\"user");
        }
        Desk desk = fixture.desk("operator");
        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(desk.get("/cameras").status()).isEqualTo(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }
}
