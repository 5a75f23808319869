package vn.toancanh.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.base.Clock;

/** As many are connected as the caps allow, and whoever leaves makes room. */
@Timeout(60)
class CallersTest {
    private final Callers callers = new Callers(3, 1, Clock.SYSTEM);
    private final Server server = new Server();
    private final List<Socket> sockets = new ArrayList<>();
    private ServerConnector connector;

    @BeforeEach
    void start() throws Exception {
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(callers);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.addEventListener(callers);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                callback.succeeded();
                return true;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.stop();
    }

    private Socket caller() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()));
        socket.setSoTimeout(10_000);
        sockets.add(socket);
        return socket;
    }

    private static boolean isAnswered(Socket socket) {
        try {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean answered = socket.getInputStream().read() == 'H';
            socket.getInputStream().skipNBytes(socket.getInputStream().available());
            return answered;
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void whoComesAfterTheLastOfThemIsTurnedAwayUntilOneLeaves() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(isAnswered(caller()))
                    .as("this machine has no cap of its own")
                    .isTrue();
        }
        assertThat(callers.count()).isEqualTo(3);
        assertThat(isAnswered(caller())).isFalse();
        assertThat(isAnswered(sockets.getFirst())).as("who is there stays").isTrue();
        sockets.getFirst().close();
        while (callers.count() == 3) {
            Thread.sleep(20);
        }
        assertThat(isAnswered(caller())).isTrue();
        assertThat(callers.count()).isEqualTo(3);
    }

    @Test
    void oneAddressHasSoManyAndLeavesRoomForOthers() {
        Callers few = new Callers(3, 2, Clock.SYSTEM);
        assertThat(few.admit("10.0.0.1")).isTrue();
        assertThat(few.admit("10.0.0.1")).isTrue();
        assertThat(few.admit("10.0.0.1")).isFalse();
        assertThat(few.admit("10.0.0.2")).isTrue();
        assertThat(few.admit("10.0.0.3")).as("in all").isFalse();
        few.leave("10.0.0.1");
        assertThat(few.admit("10.0.0.3")).isTrue();
        assertThat(few.count()).isEqualTo(3);
    }

    private static String origin(String literal) {
        return Callers.origin(new InetSocketAddress(InetAddress.ofLiteral(literal), 4711));
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() {
        assertThat(origin("2001:db8:1:2::3")).isEqualTo(origin("2001:db8:1:2:ffff::1"));
        assertThat(origin("2001:db8:1:2::3")).isNotEqualTo(origin("2001:db8:1:3::3"));
        assertThat(origin("10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(origin("127.0.0.9")).isEqualTo(origin("::1")).isEmpty();
    }
}
